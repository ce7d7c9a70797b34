package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Range;
import org.longspan.harness.record.Trial;
import org.longspan.reports.inference.ClusteredShare;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;

/**
 * How often the chosen value of a setting lay within a tenth of its range from one end, on the range's own scale. A
 * tenth of all draws lies there; where clearly more of the chosen ones do, the range may have cut off better values.
 *
 * @param kind {@code optimizer} or {@code clipping}
 * @param method its name
 * @param range of the setting
 * @param end {@code lower} or {@code upper}
 * @param chosen number of chosen settings, one for each block of a cell
 * @param there how many of them lay at this end
 * @param interval of 95 % for the share of them
 */
public record Edge(String kind, String method, Range range, String end, int chosen, int there, Interval interval) {

    /** The part of a range that counts as its end, and the share of draws that fall there. */
    public static final double TENTH = 0.1;

    private static final double CONFIDENCE = 0.95;

    static List<Edge> of(ArrangedRun run) {
        List<Trial> chosen = run.runs().stream()
                .filter(one -> one.evaluates() && !one.skipped())
                .map(Run::trial)
                .toList();
        List<Edge> edges = new ArrayList<>();
        if (run.tuned()) {
            collect(run.manifest().design().optimizers(), chosen, Trial::optimizer, edges);
            collect(run.manifest().design().clippings(), chosen, Trial::clipping, edges);
        }
        return edges;
    }

    private static void collect(
            List<MethodEntry> methods, List<Trial> chosen, Function<Trial, Choice> part, List<Edge> edges) {
        for (MethodEntry method : methods) {
            for (Range range : method.ranges()) {
                List<Place> places = chosen.stream()
                        .filter(trial -> part.apply(trial).name().equals(method.name()))
                        .flatMap(trial -> place(trial, part.apply(trial), range).stream())
                        .toList();
                if (!places.isEmpty()) {
                    edges.add(edge(method, range, places, true));
                    edges.add(edge(method, range, places, false));
                }
            }
        }
    }

    /** Where a chosen value lies in its range; the seed tells (problem, kin, block), whose draws all clippings share. */
    private record Place(long seed, double position) {}

    private static Optional<Place> place(Trial trial, Choice choice, Range range) {
        return choice.settings().values().get(range.setting()) instanceof Number value
                ? Optional.of(new Place(trial.seed(), position(range, value.doubleValue())))
                        .filter(place -> Double.isFinite(place.position()))
                : Optional.empty();
    }

    private static Edge edge(MethodEntry method, Range range, List<Place> places, boolean lower) {
        ClusterCounts counts = new ClusterCounts();
        for (Place place : places) {
            counts.add(place.seed(), lower ? place.position() < TENTH : place.position() > 1 - TENTH);
        }
        return new Edge(
                method.kind(),
                method.name(),
                range,
                lower ? "lower" : "upper",
                places.size(),
                Arrays.stream(counts.hits()).sum(),
                ClusteredShare.of(counts.hits(), counts.all(), CONFIDENCE).interval());
    }

    /** Returns whether clearly more of the chosen settings lie there than of all draws. */
    public boolean crowded() {
        return interval.low() > TENTH;
    }

    /** Returns where {@code value} lies in {@code range}, 0 at its lower end and 1 at its upper. */
    static double position(Range range, double value) {
        double from = onScale(range.scale(), range.from());
        double to = onScale(range.scale(), range.to());
        return (onScale(range.scale(), value) - from) / (to - from);
    }

    private static double onScale(String scale, double value) {
        return switch (scale) {
            case "log" -> StrictMath.log(value);
            case "log-complement" -> -StrictMath.log(1 - value);
            default -> value;
        };
    }
}

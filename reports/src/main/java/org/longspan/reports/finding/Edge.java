package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Range;
import org.longspan.harness.record.Trial;
import org.longspan.reports.inference.ClopperPearson;
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
                double[] positions = chosen.stream()
                        .map(part)
                        .filter(choice -> choice.name().equals(method.name()))
                        .map(choice -> choice.settings().values().get(range.setting()))
                        .filter(Number.class::isInstance)
                        .mapToDouble(value -> position(range, ((Number) value).doubleValue()))
                        .filter(Double::isFinite)
                        .toArray();
                if (positions.length > 0) {
                    edges.add(edge(method, range, positions, true));
                    edges.add(edge(method, range, positions, false));
                }
            }
        }
    }

    private static Edge edge(MethodEntry method, Range range, double[] positions, boolean lower) {
        int there = 0;
        for (double u : positions) {
            there += lower ? u < TENTH ? 1 : 0 : u > 1 - TENTH ? 1 : 0;
        }
        return new Edge(
                method.kind(),
                method.name(),
                range,
                lower ? "lower" : "upper",
                positions.length,
                there,
                ClopperPearson.interval(there, positions.length, CONFIDENCE));
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

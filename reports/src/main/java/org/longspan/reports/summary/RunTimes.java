package org.longspan.reports.summary;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Circumstances;

/**
 * How long a run took.
 *
 * @param wallSeconds in which trials were running; the pause of a run that was killed and resumed does not count
 * @param coreSeconds of all trials, each on one thread
 * @param began when the first trial began; empty if no trial tells
 */
public record RunTimes(double wallSeconds, double coreSeconds, Optional<Instant> began) {

    /** Trials start one after the other, and starts may be kept to the second: no pause is shorter than this. */
    private static final double SHORTEST_PAUSE = 3;

    private record Span(double from, double to) {}

    static RunTimes of(List<Run> runs) {
        return ofTrials(runs.stream()
                .filter(run -> !run.skipped() && run.stored().circumstances() != null)
                .map(run -> run.stored().circumstances())
                .toList());
    }

    /** Returns the times of trials that were made in these circumstances. */
    public static RunTimes ofTrials(List<Circumstances> trials) {
        List<Span> spans = new ArrayList<>();
        List<Instant> begun = new ArrayList<>();
        double core = 0;
        for (Circumstances c : trials) {
            if (!Double.isFinite(c.seconds())) {
                continue;
            }
            core += c.seconds();
            start(c.started()).ifPresent(instant -> {
                begun.add(instant);
                double from = instant.getEpochSecond() + instant.getNano() * 1e-9;
                spans.add(new Span(from, from + c.seconds()));
            });
        }
        return new RunTimes(covered(spans), core, begun.stream().min(Comparator.naturalOrder()));
    }

    private static double covered(List<Span> spans) {
        spans.sort(Comparator.comparingDouble(Span::from));
        double covered = 0;
        double end = -Double.MAX_VALUE;
        for (Span span : spans) {
            double from = span.from() - end < SHORTEST_PAUSE ? end : span.from();
            covered += Math.max(0, span.to() - from);
            end = Math.max(end, span.to());
        }
        return covered;
    }

    private static Optional<Instant> start(String iso) {
        try {
            return Optional.of(Instant.parse(iso));
        } catch (DateTimeParseException | NullPointerException e) {
            return Optional.empty();
        }
    }
}

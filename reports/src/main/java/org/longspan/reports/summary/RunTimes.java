package org.longspan.reports.summary;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.longspan.harness.record.Circumstances;

/**
 * How long a run took.
 *
 * @param wallSeconds in which trials were running; the pause of a run that was killed and resumed does not count
 * @param coreSeconds of all trials, each on one thread
 */
public record RunTimes(double wallSeconds, double coreSeconds) {

    /** Trials start one after the other, and starts may be kept to the second: no pause is shorter than this. */
    private static final double SHORTEST_PAUSE = 3;

    private record Span(double from, double to) {}

    static RunTimes of(List<Run> runs) {
        List<Span> spans = new ArrayList<>();
        double core = 0;
        for (Run run : runs) {
            Circumstances c = run.stored().circumstances();
            if (run.skipped() || c == null || !Double.isFinite(c.seconds())) {
                continue;
            }
            core += c.seconds();
            double from = start(c.started());
            if (!Double.isNaN(from)) {
                spans.add(new Span(from, from + c.seconds()));
            }
        }
        return new RunTimes(covered(spans), core);
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

    private static double start(String iso) {
        try {
            Instant instant = Instant.parse(iso);
            return instant.getEpochSecond() + instant.getNano() * 1e-9;
        } catch (DateTimeParseException | NullPointerException e) {
            return Double.NaN;
        }
    }
}

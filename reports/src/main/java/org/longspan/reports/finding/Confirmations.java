package org.longspan.reports.finding;

import java.util.List;
import java.util.stream.IntStream;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;

/**
 * How often trials met the criterion on the validation sequences and how that went on fresh ones: a trial that hovers
 * over the criterion would pass by patience if it had attempts without end.
 *
 * @param solvedAt trials that were solved at the first attempt, at the second, and so on
 * @param denied trials that made attempts, of which none was confirmed
 * @param exhausted those of them that used up their attempts
 */
public record Confirmations(List<Integer> solvedAt, int denied, int exhausted) {

    public Confirmations {
        solvedAt = List.copyOf(solvedAt);
    }

    static Confirmations of(ArrangedRun run) {
        int most = run.manifest().rules().evaluation().attempts();
        List<Run> runs = run.runs();
        return new Confirmations(
                IntStream.rangeClosed(1, most)
                        .map(attempt -> (int) runs.stream()
                                .filter(one -> one.solved() && attempts(one) == attempt)
                                .count())
                        .boxed()
                        .toList(),
                (int) runs.stream()
                        .filter(one -> !one.solved() && attempts(one) > 0)
                        .count(),
                (int) runs.stream()
                        .filter(one -> !one.solved() && attempts(one) >= most)
                        .count());
    }

    private static int attempts(Run run) {
        return run.stored().result().attempts();
    }
}

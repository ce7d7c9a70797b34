package org.longspan.reports.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * How many solved runs of a problem fail the criterion on the test sequences, which decide nothing.
 *
 * @param problem where
 * @param solved evaluation runs that solved
 * @param failed those of them whose measure on the test sequences is over the criterion
 */
public record TestMiss(Problem problem, int solved, int failed) {

    static List<TestMiss> of(ArrangedRun run) {
        Map<Problem, TestMiss> misses = new LinkedHashMap<>();
        for (Run one : run.runs()) {
            if (one.evaluates() && one.outcome() instanceof Outcome.Solved solved) {
                int failed = solved.testMeasure() <= one.problem().entry().solvedAtMost() ? 0 : 1;
                misses.merge(one.problem(), new TestMiss(one.problem(), 1, failed), TestMiss::and);
            }
        }
        return List.copyOf(misses.values());
    }

    private TestMiss and(TestMiss other) {
        return new TestMiss(problem, solved + other.solved, failed + other.failed);
    }
}

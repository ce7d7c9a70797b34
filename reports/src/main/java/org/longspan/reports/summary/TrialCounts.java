package org.longspan.reports.summary;

import java.util.List;
import org.longspan.harness.record.Outcome;

/**
 * How many trials came to what.
 *
 * @param planned by the grid, skips counted as one
 * @param done with a record, whatever its outcome
 * @param solved met the criterion
 * @param budgetSpent ended unsolved
 * @param diverged in any way
 * @param skipped for a reason
 * @param failed by an error of the program
 */
public record TrialCounts(int planned, int done, int solved, int budgetSpent, int diverged, int skipped, int failed) {

    static TrialCounts of(int planned, List<Run> runs) {
        return new TrialCounts(
                planned,
                runs.size(),
                count(runs, Outcome.Solved.class),
                count(runs, Outcome.BudgetSpent.class),
                count(runs, Outcome.Diverged.class),
                count(runs, Outcome.Skipped.class),
                count(runs, Outcome.Failed.class));
    }

    private static int count(List<Run> runs, Class<? extends Outcome> kind) {
        return (int) runs.stream().filter(run -> kind.isInstance(run.outcome())).count();
    }

    /** Returns the trials planned that have no record yet. */
    public int missing() {
        return Math.max(0, planned - done);
    }
}

package org.longspan.harness;

import java.util.List;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;

/**
 * How long a plan takes at most, from a short calibration run: every trial spends its whole budget.
 *
 * @param coreSeconds of all trials
 * @param threads that share them
 * @param rows what was measured
 */
public record Estimate(double coreSeconds, int threads, List<Row> rows) {

    /**
     * One network on one task.
     *
     * @param secondsOfATrial that spends its whole budget
     * @param trials of the grid, skips excluded
     */
    public record Row(ModelChoice model, TaskChoice task, double secondsOfATrial, int trials) {}

    /** Returns the wall time. */
    public double seconds() {
        return coreSeconds / threads;
    }

    /** Times a few updates of every network on every task of {@code plan}. */
    public static Estimate of(Plan plan, TaskCatalogue tasks, RunOptions options) {
        throw new UnsupportedOperationException(plan.name() + tasks + options);
    }
}

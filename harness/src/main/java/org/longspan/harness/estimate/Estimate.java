package org.longspan.harness.estimate;

import java.util.List;
import java.util.Optional;
import org.longspan.harness.RunOptions;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;

/**
 * An estimate of the time that a plan takes if every trial spends its whole budget, from a short calibration run of a
 * first-order method; an optimizer whose single step may cost more than the budget is timed on its own.
 *
 * @param coreSeconds sum over all trials
 * @param threads number of threads that run the trials
 * @param rows one for each timed network and task, and for each optimizer that is timed on its own
 * @param reckoned number of other networks and tasks, whose time follows from their multiply-adds
 */
public record Estimate(double coreSeconds, int threads, List<Row> rows, int reckoned) {

    /** Each takes at least half a second. */
    private static final int MOST_TIMED = 60;

    /**
     * The time of the trials of one network on one task.
     *
     * @param optimizer the one whose single step may cost more than the cap; empty for all others
     * @param secondsOfATrial time of a trial that spends its whole budget
     * @param trials number of trials in the grid, without skipped ones
     * @param measured whether that time was measured; it is the greatest possible one otherwise
     */
    public record Row(
            ModelChoice model,
            TaskChoice task,
            Optional<String> optimizer,
            double secondsOfATrial,
            int trials,
            boolean measured) {}

    /** Returns the estimated wall time in seconds. */
    public double seconds() {
        return coreSeconds / threads;
    }

    /**
     * Times a few updates of every network on every task of {@code plan}; where there are very many, of some of them,
     * spread over the plan, and the others by their multiply-adds.
     */
    public static Estimate of(Plan plan, TaskCatalogue tasks, MethodCatalogue methods, RunOptions options) {
        Workbench bench = new Workbench(tasks, methods, options.kernels(), plan.files());
        PlugInUse use = new PlugInUse(tasks, methods);
        Grid grid = Grid.of(plan, methods, use.guarded(bench.sense()));
        NetworkTimes times = new NetworkTimes(StepCosts.of(grid, methods), bench, use);
        List<List<GridCell>> networks = grid.networks();
        if (networks.size() > MOST_TIMED) {
            networks = networks.stream()
                    .filter(cells -> TrialTimes.trials(cells) > 0)
                    .toList();
        }
        int stride = (networks.size() + MOST_TIMED - 1) / MOST_TIMED;
        for (int i = 0; i < networks.size(); i++) {
            if (i % stride == 0) {
                times.time(networks.get(i));
            } else {
                times.reckon(networks.get(i));
            }
        }
        return new Estimate(times.coreSeconds(), options.threads(), times.rows(), times.reckoned());
    }
}

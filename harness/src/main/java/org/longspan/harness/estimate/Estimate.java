package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.RunOptions;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plugin.PlugInError;
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
 * @param rows one for each network and task, and for each optimizer that is timed on its own
 */
public record Estimate(double coreSeconds, int threads, List<Row> rows) {

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

    /** Times a few updates of every network on every task of {@code plan}. */
    public static Estimate of(Plan plan, TaskCatalogue tasks, MethodCatalogue methods, RunOptions options) {
        Workbench bench = new Workbench(tasks, methods, options.kernels(), plan.files());
        PlugInUse use = new PlugInUse(tasks, methods);
        Grid grid = Grid.of(plan, methods, use.guarded(bench.sense()));
        StepCosts costs = StepCosts.of(grid, methods);
        List<Row> rows = new ArrayList<>();
        for (TaskChoice task : plan.factors().tasks()) {
            for (ModelChoice model : plan.factors().models()) {
                List<GridCell> cells = grid.cells().stream()
                        .filter(cell -> cell.task().equals(task) && cell.model().equals(model))
                        .toList();
                boolean first = rows.isEmpty();
                rows.addAll(PlugInError.guard(use.of(model, task), () -> {
                    if (first) { // the compiler takes longest for the first network
                        new TrialTimes(cells, costs, bench);
                    }
                    return new TrialTimes(cells, costs, bench).rows();
                }));
            }
        }
        double coreSeconds = rows.stream()
                .mapToDouble(row -> row.secondsOfATrial() * row.trials())
                .sum();
        return new Estimate(coreSeconds, options.threads(), rows);
    }
}

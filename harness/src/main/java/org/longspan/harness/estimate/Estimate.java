package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.RunOptions;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.oracle.SequenceForwards;

/**
 * An estimate of the time that a plan takes if every trial spends its whole budget, from a short calibration run of a
 * first-order method.
 *
 * @param coreSeconds sum over all trials
 * @param threads number of threads that run the trials
 * @param rows measurements, one for each network and task
 */
public record Estimate(double coreSeconds, int threads, List<Row> rows) {

    /**
     * The measurement of one network on one task.
     *
     * @param secondsOfATrial time of a trial that spends its whole budget
     * @param trials number of trials in the grid, without skipped ones
     */
    public record Row(ModelChoice model, TaskChoice task, double secondsOfATrial, int trials) {}

    /** Returns the estimated wall time in seconds. */
    public double seconds() {
        return coreSeconds / threads;
    }

    /** Times a few updates of every network on every task of {@code plan}. */
    public static Estimate of(Plan plan, TaskCatalogue tasks, MethodCatalogue methods, RunOptions options) {
        Workbench bench = new Workbench(tasks, methods, options.kernels(), plan.files());
        Grid grid = Grid.of(plan, methods, bench.sense());
        List<Row> rows = new ArrayList<>();
        secondsOfATrial(grid.cells().get(0), bench); // warms up the compiler, which takes longest for the first network
        for (TaskChoice task : plan.factors().tasks()) {
            for (ModelChoice model : plan.factors().models()) {
                List<GridCell> cells = grid.cells().stream()
                        .filter(cell -> cell.task().equals(task) && cell.model().equals(model))
                        .toList();
                rows.add(new Row(model, task, secondsOfATrial(cells.get(0), bench), trials(cells)));
            }
        }
        double coreSeconds = rows.stream()
                .mapToDouble(row -> row.secondsOfATrial() * row.trials())
                .sum();
        return new Estimate(coreSeconds, options.threads(), rows);
    }

    private static int trials(List<GridCell> cells) {
        return cells.stream()
                .filter(cell -> cell.skip().isEmpty())
                .mapToInt(cell -> cell.plan().tier().stages().stream()
                        .mapToInt(cell::count)
                        .sum())
                .sum();
    }

    private static double secondsOfATrial(GridCell cell, Workbench bench) {
        double ofAnUpdate = new Calibration(cell, new Trainer(bench), bench.methods()).secondsOfAnUpdate();
        Plan plan = cell.plan();
        double ofAGradient =
                (double) SequenceForwards.GRADIENT * plan.rules().budget().batch();
        double updates =
                Math.min(plan.rules().budget().updates(), plan.rules().budget().sequenceForwards() / ofAGradient);
        double evaluations = 2 + updates / plan.rules().evaluation().everyUpdates();
        double gradientsOfAnEvaluation = plan.rules().evaluation().validationSequences() / ofAGradient;
        return ofAnUpdate * (updates + evaluations * gradientsOfAnEvaluation);
    }
}

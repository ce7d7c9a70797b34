package org.longspan.harness;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.Vocabulary;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.Workbench;

/**
 * About how long a plan takes, from a short calibration run of the first arm, if every trial spends its whole budget.
 *
 * @param coreSeconds of all trials
 * @param threads that share them
 * @param rows what was measured
 */
public record Estimate(double coreSeconds, int threads, List<Row> rows) {

    private static final int UPDATES = 40;
    private static final int REPEATS = 3;
    private static final long WARM_UP_NANOS = 300_000_000; // until the compiler has seen the kernels at this size
    private static final double SEQUENCE_FORWARDS_OF_A_GRADIENT = 3;

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
        Workbench bench = new Workbench(tasks, options.kernels());
        Grid grid = Grid.of(plan, Vocabulary.all(), bench.sense());
        Trainer trainer = new Trainer(bench);
        List<Row> rows = new ArrayList<>();
        for (TaskChoice task : plan.tasks()) {
            for (ModelChoice model : plan.models()) {
                List<GridCell> cells = grid.cells().stream()
                        .filter(cell -> cell.task().equals(task) && cell.model().equals(model))
                        .toList();
                rows.add(new Row(model, task, secondsOfATrial(cells.get(0), trainer), trials(cells)));
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

    private static double secondsOfATrial(GridCell cell, Trainer trainer) {
        double ofAnUpdate = secondsOfAnUpdate(cell, trainer);
        Plan plan = cell.plan();
        double evaluations =
                2 + (double) plan.budget().updates() / plan.evaluation().everyUpdates();
        double gradientsOfAnEvaluation = plan.evaluation().validationSequences()
                / (SEQUENCE_FORWARDS_OF_A_GRADIENT * plan.budget().batch());
        return ofAnUpdate * (plan.budget().updates() + evaluations * gradientsOfAnEvaluation);
    }

    /** The least of a few measurements after a warm-up; what a trial does once is shared by its updates. */
    private static double secondsOfAnUpdate(GridCell cell, Trainer trainer) {
        long begin = System.nanoTime();
        do {
            seconds(cell, UPDATES, trainer);
        } while (System.nanoTime() - begin < WARM_UP_NANOS);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPEATS; i++) {
            least = Math.min(least, seconds(cell, UPDATES, trainer) / UPDATES);
        }
        return least;
    }

    /** The time that so many updates take; the one evaluation before them looks at a single sequence. */
    private static double seconds(GridCell cell, int updates, Trainer trainer) {
        Plan plan = cell.plan();
        Trial trial = new Trial(
                cell.task(),
                cell.model(),
                cell.optimizers().get(0),
                plan.schedule(),
                cell.clippings().get(0),
                new Budget(plan.budget().batch(), updates, Long.MAX_VALUE),
                new EvaluationRules(updates, 1, 1, Integer.MAX_VALUE),
                plan.divergence(),
                plan.seed(),
                0);
        long begin = System.nanoTime();
        trainer.run(trial);
        return (System.nanoTime() - begin) * 1e-9;
    }
}

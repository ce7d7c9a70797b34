package org.longspan.harness.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.Workbench;

/**
 * The times of the trials of one network on one task. A trial costs its cap, so all take about as long as those of a
 * first-order method, except where a single step may cost more than the cap: one such trial is run, or, where that may
 * take longer than {@value #PATIENCE} seconds, its greatest cost is taken.
 */
final class TrialTimes {

    private static final double PATIENCE = 20; // seconds; most steps cost a fifth of their greatest cost

    private final List<GridCell> cells;
    private final StepCosts costs;
    private final Trainer trainer;
    private final Calibration calibration;
    private final double ofAGradient;

    /**
     * Times some updates.
     *
     * @param cells all of one network and task, skipped ones included
     */
    TrialTimes(List<GridCell> cells, StepCosts costs, Workbench bench) {
        this.cells = cells;
        this.costs = costs;
        this.trainer = new Trainer(bench);
        this.calibration = new Calibration(cells.get(0), trainer, bench.methods());
        this.ofAGradient = calibration.secondsOfAnUpdate();
    }

    List<Estimate.Row> rows() {
        List<GridCell> alike = new ArrayList<>();
        Map<String, List<GridCell>> beyond = new LinkedHashMap<>();
        for (GridCell cell : cells) {
            String optimizer = cell.optimizers().get(0).name();
            boolean exceeds = cell.skip().isEmpty() && costs.mayExceedTheCap(optimizer);
            (exceeds ? beyond.computeIfAbsent(optimizer, name -> new ArrayList<>()) : alike).add(cell);
        }
        List<Estimate.Row> rows = new ArrayList<>();
        if (trials(alike) > 0 || beyond.isEmpty()) {
            rows.add(row(alike, Optional.empty(), secondsOfTheBudget(), true));
        }
        beyond.forEach((optimizer, of) -> rows.add(beyondTheCap(optimizer, of)));
        return rows;
    }

    private Estimate.Row beyondTheCap(String optimizer, List<GridCell> cells) {
        double ofAStep = costs.steps().get(optimizer);
        double most =
                calibration.secondsOfASequenceForward() * Math.min(costs.cap() + ofAStep, budget().updates() * ofAStep);
        if (most > PATIENCE) {
            return row(cells, Optional.of(optimizer), most, false);
        }
        long begin = System.nanoTime();
        trainer.run(cells.get(0).next(Map.of()).get(0));
        return row(cells, Optional.of(optimizer), (System.nanoTime() - begin) * 1e-9, true);
    }

    private double secondsOfTheBudget() {
        double gradients =
                Math.min((double) budget().updates(), budget().sequenceForwards() / (double) costs.gradient());
        double evaluations = 2 + gradients / rules().everyUpdates();
        double gradientsOfAnEvaluation = rules().validationSequences() / (double) costs.gradient();
        return ofAGradient * (gradients + evaluations * gradientsOfAnEvaluation);
    }

    private Budget budget() {
        return cells.get(0).plan().rules().budget();
    }

    private EvaluationRules rules() {
        return cells.get(0).plan().rules().evaluation();
    }

    private static Estimate.Row row(List<GridCell> of, Optional<String> optimizer, double seconds, boolean measured) {
        GridCell first = of.get(0);
        return new Estimate.Row(first.model(), first.task(), optimizer, seconds, trials(of), measured);
    }

    /** Returns the number of trials, without skipped ones. */
    static int trials(List<GridCell> cells) {
        return cells.stream()
                .filter(cell -> cell.skip().isEmpty())
                .mapToInt(cell -> cell.plan().tier().stages().stream()
                        .mapToInt(cell::count)
                        .sum())
                .sum();
    }
}

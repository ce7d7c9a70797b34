package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.longspan.harness.record.CurvePoint;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.LearningRate;
import org.longspan.reports.summary.Run;

/**
 * A run of a drawn setting, by its learning rate.
 *
 * @param run that tried it
 * @param rate its learning rate
 * @param result final validation loss over chance
 */
record RatePoint(Run run, double rate, double result) {

    /** Stands for a result that is none. */
    static final double WORST = 10;

    /** Returns the tuning runs of {@code cells}; where nothing is chosen, their evaluation runs. */
    static List<RatePoint> of(ArrangedRun run, List<CellResult> cells) {
        List<RatePoint> points = new ArrayList<>();
        for (CellResult cell : cells) {
            for (Run one : run.selects() ? cell.tuning() : cell.evaluation()) {
                OptionalDouble rate = LearningRate.of(one.trial().optimizer());
                if (rate.isPresent()) {
                    points.add(new RatePoint(one, rate.getAsDouble(), result(one)));
                }
            }
        }
        return points;
    }

    private static double result(Run run) {
        CurvePoint last = run.last();
        boolean known = last != null && last.validationLoss() != null && last.validationLoss() > 0;
        return known ? last.validationLoss() / run.chance() : WORST;
    }

    boolean diverged() {
        return run.diverged();
    }

    boolean solved() {
        return run.solved();
    }
}

package org.longspan.reports.summary;

import java.util.List;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;

/**
 * One stored trial and its place in the grid.
 *
 * @param stored as the run's folder has it, without its curve
 * @param curve all looks at a run that judges a setting; of another one, the last
 * @param arm of the grid
 * @param problem of the grid
 */
public record Run(StoredResult stored, List<CurvePoint> curve, Arm arm, Problem problem) {

    /** Returns what was run. */
    public Trial trial() {
        return stored.trial();
    }

    /** Returns the number of its block. */
    public int block() {
        return trial().replicate().block();
    }

    /** Returns what it was made for. */
    public Phase phase() {
        return trial().replicate().phase();
    }

    /** Returns whether it judges the setting that its block chose. */
    public boolean evaluates() {
        return phase() == Phase.EVALUATION;
    }

    /** Returns how it ended. */
    public Outcome outcome() {
        return stored.result().outcome();
    }

    /** Returns whether it solved its task. */
    public boolean solved() {
        return outcome() instanceof Outcome.Solved;
    }

    /** Returns whether it diverged. */
    public boolean diverged() {
        return outcome() instanceof Outcome.Diverged;
    }

    /** Returns whether it was not run because it makes no sense. */
    public boolean skipped() {
        return outcome() instanceof Outcome.Skipped;
    }

    /** Returns the cost in sequence-forwards: up to the first look that met the criterion, or all of it. */
    public long cost() {
        return outcome() instanceof Outcome.Solved s
                ? s.sequenceForwards()
                : stored.result().costs().sequenceForwards();
    }

    /** Returns the score S, the share of the budget that was left when it solved: 1 - cost/budget, else 0. */
    public double score() {
        double budget = trial().budget().sequenceForwards();
        return outcome() instanceof Outcome.Solved s ? Math.max(0, 1 - s.sequenceForwards() / budget) : 0;
    }

    /** Returns the blind predictor's loss on its validation sequences, or in theory where that was not measured. */
    public double chance() {
        Double measured = stored.result().chance();
        return measured != null && Double.isFinite(measured) && measured > 0
                ? measured
                : problem.entry().chance();
    }

    /** Returns the last look, or null if there was none. */
    public CurvePoint last() {
        return curve.isEmpty() ? null : curve.get(curve.size() - 1);
    }
}

package org.longspan.reports.summary;

import java.util.List;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.reports.statistics.RunScore;

/**
 * One stored trial and its place in the grid.
 *
 * @param stored as the run's folder has it
 * @param stage name of the stage that its repetition belongs to
 * @param arm of the grid
 * @param problem of the grid
 */
public record Run(StoredResult stored, String stage, Arm arm, Problem problem) {

    /** Returns what was run. */
    public Trial trial() {
        return stored.trial();
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

    /** Returns the cost in sequence-forwards: up to the first evaluation that met the criterion, or all of it. */
    public long cost() {
        return outcome() instanceof Outcome.Solved s
                ? s.sequenceForwards()
                : stored.result().costs().sequenceForwards();
    }

    /** Returns the last evaluation, or null if there was none. */
    public CurvePoint last() {
        List<CurvePoint> curve = stored.result().curve();
        return curve.isEmpty() ? null : curve.get(curve.size() - 1);
    }

    /** Returns its place in the order of runs. */
    public RunScore score() {
        if (outcome() instanceof Outcome.Solved s) {
            return RunScore.solved(s.sequenceForwards());
        }
        CurvePoint last = last();
        if (outcome() instanceof Outcome.BudgetSpent && last != null && last.validationMeasure() != null) {
            return RunScore.unsolved(last.validationMeasure());
        }
        return RunScore.diverged();
    }
}

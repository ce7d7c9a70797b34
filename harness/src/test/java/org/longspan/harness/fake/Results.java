package org.longspan.harness.fake;

import java.util.List;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.TrialResult;

/** Made-up results. */
public final class Results {

    private Results() {}

    /** Returns a solved result of that cost. */
    public static TrialResult solved(long cost) {
        return with(new Outcome.Solved(cost / 60, cost, 0.001), 0.001);
    }

    /** Returns an unsolved result with that final loss. */
    public static TrialResult spent(double finalLoss) {
        return with(new Outcome.BudgetSpent(), finalLoss);
    }

    /** Returns a diverged result with a low loss just before the end. */
    public static TrialResult diverged() {
        return with(new Outcome.Diverged(Outcome.Cause.FAR_OFF, 3), 0.0001);
    }

    /** Returns a skipped result. */
    public static TrialResult skipped() {
        return TrialResult.notRun(new Outcome.Skipped("no unit"), 0, 9);
    }

    private static TrialResult with(Outcome outcome, double last) {
        CurvePoint point = new CurvePoint(40, 2400, last, last, new StepSummary(last, 1.0, 1.0, 1.0, 1.0, 0, null));
        Costs costs = new Costs(40, 2400, 0, 400, 1);
        return new TrialResult(outcome, 1, 0.25, List.of(point), costs, List.of(), 9, "ab", List.of());
    }
}

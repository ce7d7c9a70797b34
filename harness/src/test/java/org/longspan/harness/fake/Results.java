package org.longspan.harness.fake;

import java.util.List;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.TrialResult;

/** Results that nobody computed. */
public final class Results {

    private Results() {}

    /** Solved at that cost. */
    public static TrialResult solved(long cost) {
        return with(new Outcome.Solved(cost / 60, cost, 0.001), 0.001);
    }

    /** Not solved, with that measure and loss at the end. */
    public static TrialResult spent(double finalMeasure) {
        return with(new Outcome.BudgetSpent(), finalMeasure);
    }

    /** Diverged, with a fine loss just before. */
    public static TrialResult diverged() {
        return with(new Outcome.Diverged(Outcome.Cause.GRADIENT_HUGE, 3), 0.0001);
    }

    /** Skipped. */
    public static TrialResult skipped() {
        return new TrialResult(new Outcome.Skipped("no unit"), List.of(), new Costs(0, 0, 0, 0, 0), List.of(), 9, "");
    }

    private static TrialResult with(Outcome outcome, double last) {
        CurvePoint point = new CurvePoint(40, 2400, last, last, new StepSummary(last, 1.0, 1.0, 1.0, 1.0, 0, null));
        return new TrialResult(outcome, List.of(point), new Costs(40, 2400, 0, 400, 1), List.of(), 9, "ab");
    }
}

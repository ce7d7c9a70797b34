package org.longspan.harness.record;

import java.util.List;

/**
 * How a trial ended: what the choice of a setting and a resumed run need of its result. It is kept for every trial of a
 * run, so it holds no curve.
 *
 * @param outcome of the trial
 * @param loss the validation loss at the last look; null if there was none or it is not finite
 */
public record TrialEnd(Outcome outcome, Double loss) {

    /** Returns the end of a trial with that result. */
    public static TrialEnd of(TrialResult result) {
        List<CurvePoint> curve = result.curve();
        return new TrialEnd(
                result.outcome(),
                curve.isEmpty() ? null : curve.get(curve.size() - 1).validationLoss());
    }
}

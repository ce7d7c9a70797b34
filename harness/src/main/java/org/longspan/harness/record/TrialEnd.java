package org.longspan.harness.record;

import java.util.List;

/**
 * How a trial ended: what the selection of settings and a resumed run need of its result. It is kept for every trial of
 * a run, so it holds no curve.
 *
 * @param outcome of the trial
 * @param measure the criterion's measure at the last evaluation; null if there was none or it is not finite
 * @param loss the validation loss at the last evaluation; null if there was none or it is not finite
 */
public record TrialEnd(Outcome outcome, Double measure, Double loss) {

    /** Returns the end of a trial with that result. */
    public static TrialEnd of(TrialResult result) {
        List<CurvePoint> curve = result.curve();
        if (curve.isEmpty()) {
            return new TrialEnd(result.outcome(), null, null);
        }
        CurvePoint last = curve.get(curve.size() - 1);
        return new TrialEnd(result.outcome(), last.validationMeasure(), last.validationLoss());
    }
}

package org.longspan.harness.record;

import java.util.List;

/**
 * What a trial gave; the same bits on every machine.
 *
 * @param outcome how it ended
 * @param curve an evaluation a row, the first before any update
 * @param costs what it spent
 * @param thresholdUnits what its relative threshold was a multiple of, measured; empty if nothing was
 * @param parameters number of weights
 * @param weights SHA-256 over the bits of the final weights, NaN in its canonical form; empty if not run
 * @param steps an update a row, of second-order methods alone
 */
public record TrialResult(
        Outcome outcome,
        List<CurvePoint> curve,
        Costs costs,
        List<Double> thresholdUnits,
        int parameters,
        String weights,
        List<SolvedStep> steps) {

    public TrialResult {
        steps = steps == null ? List.of() : List.copyOf(steps); // the key is absent where there are none
    }

    /** The result of a trial whose steps were not solved for. */
    public TrialResult(
            Outcome outcome,
            List<CurvePoint> curve,
            Costs costs,
            List<Double> thresholdUnits,
            int parameters,
            String weights) {
        this(outcome, curve, costs, thresholdUnits, parameters, weights, List.of());
    }
}

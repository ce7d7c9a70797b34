package org.longspan.harness.record;

import java.util.List;

/**
 * The result of a trial, bit for bit equal on every machine.
 *
 * @param outcome of the trial
 * @param curve all evaluations, the first one before any update
 * @param costs of the trial
 * @param thresholdUnits measured units of its relative threshold; empty if none was measured
 * @param parameters number of weights
 * @param weights SHA-256 of the final weights' bits, with NaN in its canonical form; empty if the trial was not run
 * @param steps updates whose steps a solver computed; empty for first-order methods
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
        steps = steps == null ? List.of() : List.copyOf(steps); // JSON leaves out an empty list
    }

    /** Creates the result of a trial of a first-order method. */
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

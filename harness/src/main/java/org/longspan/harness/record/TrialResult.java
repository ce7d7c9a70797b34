package org.longspan.harness.record;

import java.util.List;

/**
 * The result of a trial, bit for bit equal on every machine.
 *
 * @param outcome of the trial
 * @param attempts number of attempts to confirm the criterion
 * @param chance loss of the task's blind predictor on the trial's validation sequences; null if it was not run
 * @param curve all looks, the first one before any update
 * @param costs of the trial
 * @param thresholdUnits measured units of its relative threshold; empty if none was measured
 * @param parameters number of weights
 * @param weights SHA-256 of the final weights' bits, with NaN in its canonical form; empty if the trial was not run
 * @param steps updates whose steps a solver computed; empty for first-order methods
 */
public record TrialResult(
        Outcome outcome,
        int attempts,
        Double chance,
        List<CurvePoint> curve,
        Costs costs,
        List<Double> thresholdUnits,
        int parameters,
        String weights,
        List<SolvedStep> steps) {

    public TrialResult {
        curve = List.copyOf(curve);
        thresholdUnits = List.copyOf(thresholdUnits);
        steps = steps == null ? List.of() : List.copyOf(steps); // JSON leaves out an empty list
    }

    /**
     * Returns the result of a trial that made no update.
     *
     * @param unitCost cost of measuring the unit of its threshold, in sequence-forwards
     */
    public static TrialResult notRun(Outcome outcome, long unitCost, int parameters) {
        Costs costs = new Costs(0, 0, unitCost, 0, 0);
        return new TrialResult(outcome, 0, null, List.of(), costs, List.of(), parameters, "", List.of());
    }
}

package org.longspan.harness.record;

/**
 * A summary of the updates between two evaluations. Values that are not finite are null.
 *
 * @param trainLoss mean training loss
 * @param gradientNorm median of ‖g‖ before clipping
 * @param gradientNormMax greatest ‖g‖ before clipping
 * @param clippedNorm median of ‖g‖ after clipping, where g may have replaced a gradient that was not finite
 * @param updateNorm median of the update's norm
 * @param clippedShare share of updates whose gradient was clipped or replaced
 * @param signalPenalty mean of the regularizer's penalty on signals, without its factor; also null if the regularizer
 *     has no such penalty
 */
public record StepSummary(
        Double trainLoss,
        Double gradientNorm,
        Double gradientNormMax,
        Double clippedNorm,
        Double updateNorm,
        double clippedShare,
        Double signalPenalty) {

    /** The summary before the first update. */
    public static final StepSummary NONE = new StepSummary(null, null, null, null, null, 0, null);
}

package org.longspan.harness.record;

/**
 * Summary of the updates between two evaluations. Values that are not finite are null.
 *
 * @param trainLoss mean training loss
 * @param gradientNorm median of ‖g‖ before clipping
 * @param gradientNormMax greatest ‖g‖ before clipping
 * @param clippedNorm median of ‖g‖ after clipping, or of the vector that replaced a gradient that is not finite
 * @param updateNorm median of the update's norm
 * @param clippedShare share of the updates in which clipping changed anything, or the gradient was replaced
 * @param signalPenalty mean of the regularizer's penalty on signals, without its factor; also null if the regularizer
 *     has none, and the key is then absent
 */
public record StepSummary(
        Double trainLoss,
        Double gradientNorm,
        Double gradientNormMax,
        Double clippedNorm,
        Double updateNorm,
        double clippedShare,
        Double signalPenalty) {

    /** The summary of no steps, before the first update. */
    public static final StepSummary NONE = new StepSummary(null, null, null, null, null, 0, null);
}

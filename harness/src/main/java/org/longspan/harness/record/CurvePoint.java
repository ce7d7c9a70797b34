package org.longspan.harness.record;

/**
 * One evaluation of a trial, with what happened since the evaluation before it. Values that are not finite
 * are null.
 *
 * @param updates made so far
 * @param sequenceForwards spent so far, evaluation apart
 * @param validationLoss on the fixed validation sequences
 * @param validationMeasure the criterion's measure there
 * @param trainLoss mean over the updates since the last evaluation
 * @param gradientNorm median of ‖g‖ before clipping over those updates
 * @param gradientNormMax greatest ‖g‖ before clipping
 * @param clippedNorm median of ‖g‖ after clipping, or of what took the place of a gradient that is not finite
 * @param updateNorm median of the update's norm
 * @param clippedShare share of those updates in which clipping changed anything, or the gradient was replaced
 */
public record CurvePoint(
        long updates,
        long sequenceForwards,
        Double validationLoss,
        Double validationMeasure,
        Double trainLoss,
        Double gradientNorm,
        Double gradientNormMax,
        Double clippedNorm,
        Double updateNorm,
        double clippedShare) {}

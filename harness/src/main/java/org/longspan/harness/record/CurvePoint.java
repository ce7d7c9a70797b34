package org.longspan.harness.record;

/**
 * An evaluation of a trial, with a summary of the updates since the previous one.
 *
 * @param updates number of updates so far
 * @param sequenceForwards cost of training so far, without evaluation
 * @param validationLoss on the fixed validation sequences; null if not finite
 * @param validationMeasure the criterion's measure on them; null if not finite
 * @param steps summary of the updates since the previous evaluation
 */
public record CurvePoint(
        long updates, long sequenceForwards, Double validationLoss, Double validationMeasure, StepSummary steps) {}

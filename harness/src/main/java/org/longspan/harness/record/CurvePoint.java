package org.longspan.harness.record;

/**
 * One evaluation of a trial, with a summary of the steps since the evaluation before it.
 *
 * @param updates made so far
 * @param sequenceForwards spent on training so far; evaluation is not counted
 * @param validationLoss on the fixed validation sequences; null if not finite
 * @param validationMeasure the criterion's measure on them; null if not finite
 * @param steps since the last evaluation
 */
public record CurvePoint(
        long updates, long sequenceForwards, Double validationLoss, Double validationMeasure, StepSummary steps) {}

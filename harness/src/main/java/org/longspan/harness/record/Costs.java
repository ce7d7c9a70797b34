package org.longspan.harness.record;

/**
 * What a trial cost.
 *
 * @param updates made
 * @param sequenceForwards of training, and of measuring a threshold's unit
 * @param unitSequenceForwards the part of them that measuring a threshold's unit took
 * @param evaluationSequenceForwards of evaluation, outside the budget
 * @param multiplyAdds of training, counted from the shapes
 */
public record Costs(
        long updates,
        long sequenceForwards,
        long unitSequenceForwards,
        long evaluationSequenceForwards,
        long multiplyAdds) {}

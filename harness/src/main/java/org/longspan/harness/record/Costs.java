package org.longspan.harness.record;

/**
 * The cost of a trial.
 *
 * @param updates number of updates
 * @param sequenceForwards cost of training and of measuring a threshold's unit
 * @param unitSequenceForwards the part spent on measuring a threshold's unit
 * @param evaluationSequenceForwards cost of evaluation, which the budget does not limit
 * @param multiplyAdds multiply-adds for {@code sequenceForwards}, counted from the shapes
 */
public record Costs(
        long updates,
        long sequenceForwards,
        long unitSequenceForwards,
        long evaluationSequenceForwards,
        long multiplyAdds) {}

package org.longspan.harness.record;

/**
 * The cost of a trial.
 *
 * @param updates number of updates
 * @param sequenceForwards cost of training, which the budget limits
 * @param unitSequenceForwards cost of measuring the unit of its threshold, once for all trials of its block that share
 *     it; no part of the budget
 * @param evaluationSequenceForwards cost of looks, confirmations and the test; no part of the budget
 * @param multiplyAdds multiply-adds for {@code sequenceForwards}, counted from the shapes
 */
public record Costs(
        long updates,
        long sequenceForwards,
        long unitSequenceForwards,
        long evaluationSequenceForwards,
        long multiplyAdds) {}

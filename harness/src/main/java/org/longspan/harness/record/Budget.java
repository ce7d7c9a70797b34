package org.longspan.harness.record;

/**
 * The budget of a trial, which ends at the first cap that it reaches. The update that crosses the cap on cost is made,
 * but a solution that is found past it does not count.
 *
 * @param batch sequences of a mini-batch
 * @param updates cap on updates
 * @param sequenceForwards cap on the cost of training in sequence-forwards, which scores are shares of
 */
public record Budget(int batch, long updates, long sequenceForwards) {}

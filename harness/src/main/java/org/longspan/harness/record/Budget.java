package org.longspan.harness.record;

/**
 * The budget of a trial, which ends at the first cap that it reaches.
 *
 * @param batch sequences of a mini-batch
 * @param updates cap on updates
 * @param sequenceForwards cap on the cost in sequence-forwards
 */
public record Budget(int batch, long updates, long sequenceForwards) {}

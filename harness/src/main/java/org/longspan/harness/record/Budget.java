package org.longspan.harness.record;

/**
 * How much a trial may spend; the first cap that is reached ends it.
 *
 * @param batch sequences of a mini-batch
 * @param updates cap on updates
 * @param sequenceForwards cap on the cost in sequence-forwards
 */
public record Budget(int batch, long updates, long sequenceForwards) {}

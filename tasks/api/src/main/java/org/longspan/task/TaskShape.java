package org.longspan.task;

/**
 * The greatest size of a sequence.
 *
 * @param steps the number of time steps, the first dimension of a batch, at least 1
 * @param inputs width I of an input, at least 1
 * @param outputs width O of an output, at least 1
 */
public record TaskShape(int steps, int inputs, int outputs) {}

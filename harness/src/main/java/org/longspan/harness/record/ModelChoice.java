package org.longspan.harness.record;

/**
 * A network.
 *
 * @param cell and its settings
 * @param hidden width H of every layer
 * @param layers number of layers
 * @param initialization and its settings
 * @param regularizer and its settings
 */
public record ModelChoice(Choice cell, int hidden, int layers, Choice initialization, Choice regularizer) {}

package org.longspan.model;

/**
 * The scores of a network on some sequences.
 *
 * @param loss the mean of their losses
 * @param measure the task's measure over them; smaller is better
 */
public record Evaluation(double loss, double measure) {}

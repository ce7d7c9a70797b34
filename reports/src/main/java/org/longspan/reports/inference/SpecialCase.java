package org.longspan.reports.inference;

/**
 * A method that becomes another at some value of its settings: a threshold of ∞, a momentum of 0.
 *
 * @param factor optimizer or clipping
 * @param general index of the method
 * @param special index of what it becomes
 */
public record SpecialCase(Factor factor, int general, int special) {}

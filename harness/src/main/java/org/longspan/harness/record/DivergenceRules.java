package org.longspan.harness.record;

/**
 * The rules for divergence. Weights that are not finite always count as divergence; so does a gradient that is not
 * finite under the policy {@code fail}.
 *
 * @param chanceMultiple validation loss, as a multiple of chance, above which a look counts as far off; so does one that
 *     is not finite
 * @param farOffInARow number of consecutive far-off looks that ends the trial
 */
public record DivergenceRules(double chanceMultiple, int farOffInARow) {}

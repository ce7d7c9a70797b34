package org.longspan.harness.record;

import org.longspan.numerics.catalogue.Settings;

/**
 * The rules for divergence. A loss or weight that is not finite always counts as divergence.
 *
 * @param nonFiniteGradient the policy for a gradient that is not finite; only its name in JSON if it has no settings
 * @param gradientNorm ‖g‖ above which an update counts as huge
 * @param hugeUpdates number of huge updates that ends the trial
 * @param chanceMultiple validation loss, as a multiple of chance, above which an evaluation counts as far off
 * @param farOffInARow number of consecutive far-off evaluations that ends the trial
 */
public record DivergenceRules(
        Choice nonFiniteGradient, double gradientNorm, int hugeUpdates, double chanceMultiple, int farOffInARow) {

    /** Creates rules with a policy that has no settings. */
    public DivergenceRules(
            String nonFiniteGradient, double gradientNorm, int hugeUpdates, double chanceMultiple, int farOffInARow) {
        this(new Choice(nonFiniteGradient, Settings.NONE), gradientNorm, hugeUpdates, chanceMultiple, farOffInARow);
    }
}

package org.longspan.harness.record;

import org.longspan.numerics.catalogue.Settings;

/**
 * When a trial counts as diverged, beside a loss or weights that are not finite.
 *
 * @param nonFiniteGradient the policy for a gradient that is not finite; in JSON its name where it has no settings
 * @param gradientNorm ‖g‖ above which an update counts as huge
 * @param hugeUpdates huge updates that end the trial
 * @param chanceMultiple validation loss, in multiples of chance, that counts as far off
 * @param farOffInARow evaluations in a row far off that end the trial
 */
public record DivergenceRules(
        Choice nonFiniteGradient, double gradientNorm, int hugeUpdates, double chanceMultiple, int farOffInARow) {

    /** Rules with a policy that has no settings. */
    public DivergenceRules(
            String nonFiniteGradient, double gradientNorm, int hugeUpdates, double chanceMultiple, int farOffInARow) {
        this(new Choice(nonFiniteGradient, Settings.NONE), gradientNorm, hugeUpdates, chanceMultiple, farOffInARow);
    }
}

package org.longspan.harness.record;

/**
 * When a trial counts as diverged, beside a loss or weights that are not finite.
 *
 * @param nonFiniteGradient name of the policy for a gradient that is not finite: {@code fail} or {@code skip}
 * @param gradientNorm ‖g‖ above which an update counts as huge
 * @param hugeUpdates huge updates that end the trial
 * @param chanceMultiple validation loss, in multiples of chance, that counts as far off
 * @param farOffInARow evaluations in a row far off that end the trial
 */
public record DivergenceRules(
        String nonFiniteGradient, double gradientNorm, int hugeUpdates, double chanceMultiple, int farOffInARow) {}

package org.longspan.harness.record;

/**
 * The rules that all trials of a run have in common.
 *
 * @param seed the root seed; 0 is a seed
 * @param budget of every trial
 * @param evaluation when a trial is evaluated, and when it is solved
 * @param divergence when a trial has diverged
 */
public record Rules(long seed, Budget budget, EvaluationRules evaluation, DivergenceRules divergence) {

    /** Returns whether {@code trial} obeys these rules. */
    public boolean govern(Trial trial) {
        return trial.seed() == seed
                && trial.budget().equals(budget)
                && trial.evaluation().equals(evaluation)
                && trial.divergence().equals(divergence);
    }
}

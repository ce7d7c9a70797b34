package org.longspan.harness.record;

/**
 * The rules shared by all trials of a run.
 *
 * @param seed the root seed; 0 is a seed
 * @param budget of every trial
 * @param evaluation rules for evaluation and for solving the task
 * @param divergence rules for divergence
 */
public record Rules(long seed, Budget budget, EvaluationRules evaluation, DivergenceRules divergence) {

    /** Returns whether {@code trial} obeys these rules; its seed also depends on its block. */
    public boolean govern(Trial trial) {
        return trial.budget().equals(budget)
                && trial.evaluation().equals(evaluation)
                && trial.divergence().equals(divergence);
    }
}

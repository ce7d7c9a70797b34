package org.longspan.harness.record;

/**
 * A training run, fully determined by names and numbers. Its id is the hash of its canonical text.
 *
 * @param task the task
 * @param model the network
 * @param optimizer method with its settings
 * @param schedule of the learning rate
 * @param clipping scheme with its settings
 * @param nonFiniteGradient policy for gradients that are not finite
 * @param budget caps on updates and cost
 * @param evaluation rules for evaluation and for solving the task
 * @param divergence rules for divergence
 * @param seed of its block, which the root seed of the plan, the problem, the kin and the number of the block determine
 * @param replicate the block that it belongs to, and what it is for
 */
public record Trial(
        TaskChoice task,
        ModelChoice model,
        Choice optimizer,
        Choice schedule,
        Choice clipping,
        Choice nonFiniteGradient,
        Budget budget,
        EvaluationRules evaluation,
        DivergenceRules divergence,
        long seed,
        Replicate replicate) {}

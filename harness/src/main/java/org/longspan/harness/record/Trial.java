package org.longspan.harness.record;

/**
 * A training run, fully determined by names and numbers. Its id is the hash of its canonical text.
 *
 * @param task the task
 * @param model the network
 * @param optimizer method with its settings
 * @param schedule of the learning rate
 * @param clipping scheme with its settings
 * @param budget caps on updates and cost
 * @param evaluation rules for evaluation and for solving the task
 * @param divergence rules for divergence
 * @param seed the root seed of the plan
 * @param repetition number that gives fresh data and initial weights; selection and report use different ones
 */
public record Trial(
        TaskChoice task,
        ModelChoice model,
        Choice optimizer,
        Choice schedule,
        Choice clipping,
        Budget budget,
        EvaluationRules evaluation,
        DivergenceRules divergence,
        long seed,
        int repetition) {}

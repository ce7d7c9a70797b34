package org.longspan.harness.record;

/**
 * All that determines one training run, as names and numbers, and nothing else. Its id is the hash of its
 * canonical text.
 *
 * @param task what is learned
 * @param model what learns it
 * @param optimizer and its settings
 * @param schedule of the learning rate
 * @param clipping and its settings
 * @param budget when it ends
 * @param evaluation when it is solved
 * @param divergence when it has diverged
 * @param seed the root seed of the plan
 * @param repetition the axis that fresh data and fresh initial weights come from; selection uses others than
 *     the report
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

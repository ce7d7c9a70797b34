package org.longspan.harness.record;

/**
 * The rules for evaluation and for solving the task.
 *
 * @param everyUpdates updates between evaluations
 * @param validationSequences number of fixed sequences in an evaluation
 * @param testSequences number of sequences in a confirmation
 * @param inARow number of consecutive evaluations that must meet the criterion
 */
public record EvaluationRules(int everyUpdates, int validationSequences, int testSequences, int inARow) {}

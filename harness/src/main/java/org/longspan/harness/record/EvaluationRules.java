package org.longspan.harness.record;

/**
 * When a trial is evaluated, and when it counts as solved.
 *
 * @param everyUpdates updates between evaluations
 * @param validationSequences fixed sequences of an evaluation
 * @param testSequences sequences of the one confirmation
 * @param inARow evaluations in a row that must meet the criterion
 */
public record EvaluationRules(int everyUpdates, int validationSequences, int testSequences, int inARow) {}

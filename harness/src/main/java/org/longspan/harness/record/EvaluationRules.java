package org.longspan.harness.record;

/**
 * The rules for evaluation and for solving the task. A trial is solved where the criterion holds on the validation
 * sequences and, at the same weights, on fresh confirmation sequences.
 *
 * @param everyUpdates updates between two looks, or the cost of as many mini-batch gradients
 * @param validationSequences number of fixed sequences in a look
 * @param confirmationSequences number of fresh sequences of the first attempt to confirm; each further one has twice as
 *     many
 * @param attempts number of attempts to confirm
 * @param testSequences number of sequences that the reported measure of a solved trial is taken on
 */
public record EvaluationRules(
        int everyUpdates, int validationSequences, int confirmationSequences, int attempts, int testSequences) {}

package org.longspan.reports.inference;

import java.util.List;

/**
 * What is said of clippings. A level that is closed is empty, and says how many blocks of every clipping would open it.
 *
 * @param pooled each clipping against none, over everything
 * @param heterogeneity whether each does the same to all optimizers; empty where optimizers cannot be looked at
 * @param pairs clippings against each other; empty unless all run in every block
 * @param perOptimizer clippings whose pooled effect or heterogeneity is shown, against none for each kin
 * @param perProblem those of them with an effect on a kin that is shown, for this kin on each problem
 * @param blocksForOptimizers blocks from which on {@code perOptimizer} is open, 0 if it is
 * @param blocksForProblems blocks from which on {@code perProblem} is open, 0 if it is
 */
public record ClippingAnswers(
        List<Effect> pooled,
        List<HeterogeneousEffect> heterogeneity,
        List<Effect> pairs,
        List<Effect> perOptimizer,
        List<Effect> perProblem,
        int blocksForOptimizers,
        int blocksForProblems) {

    public ClippingAnswers {
        pooled = List.copyOf(pooled);
        heterogeneity = List.copyOf(heterogeneity);
        pairs = List.copyOf(pairs);
        perOptimizer = List.copyOf(perOptimizer);
        perProblem = List.copyOf(perProblem);
    }

    static ClippingAnswers none() {
        return new ClippingAnswers(List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0);
    }
}

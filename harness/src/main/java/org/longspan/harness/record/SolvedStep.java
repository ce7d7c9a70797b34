package org.longspan.harness.record;

/**
 * One update of a second-order method whose step was solved for. A first-order method has none.
 *
 * @param update its index, from 0
 * @param iterations of the solver
 * @param gradients that it asked for
 * @param losses that it asked for
 * @param products with the curvature that it asked for
 * @param sequenceForwards what all of them cost
 * @param damping λ that it was made with
 * @param reductionRatio what the function fell by, over what its model promised; null where that is not a number
 * @param stepLength factor on the direction, 0 where the weights stayed
 */
public record SolvedStep(
        long update,
        int iterations,
        int gradients,
        int losses,
        int products,
        long sequenceForwards,
        double damping,
        Double reductionRatio,
        double stepLength) {}

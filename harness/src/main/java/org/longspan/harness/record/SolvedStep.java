package org.longspan.harness.record;

/**
 * An update whose step a solver computed. Only second-order methods have such updates.
 *
 * @param update index of the update, from 0
 * @param iterations inner solver iterations
 * @param gradients number of gradients used
 * @param losses number of losses used
 * @param products number of curvature products used
 * @param sequenceForwards total cost of the step
 * @param damping λ of the step
 * @param reductionRatio decrease of the function divided by the decrease that its model predicted; null if not finite
 * @param stepLength factor of the direction; 0 if the weights did not change
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

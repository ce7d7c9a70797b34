package org.longspan.model;

import org.longspan.numerics.Parameters;

/**
 * A term that is added to the gradient of the loss before anything clips it. It is no part of the loss that an
 * {@link org.longspan.numerics.Objective} returns: a report shows the two apart.
 */
public interface Regularizer {

    /** Returns the penalty at θ. */
    double penalty(Parameters theta);

    /**
     * Returns whether what {@link #addGradient} adds is the gradient of {@link #penalty}. Where it is no function's
     * gradient, a method that compares values of the function with what its gradient promised cannot be used.
     */
    default boolean hasPotential() {
        return true;
    }

    /** Adds the gradient of the penalty at θ. */
    void addGradient(Parameters theta, Parameters gradient);

    /** Adds the product of the penalty's curvature with {@code direction}. */
    void addCurvature(Parameters direction, Parameters product);
}

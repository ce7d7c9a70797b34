package org.longspan.model.regularizer;

import java.util.Optional;
import org.longspan.model.Network;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.Parameters;

/**
 * A term that is added to the gradient of the loss before anything clips it. It is no part of the loss that an
 * {@link org.longspan.numerics.oracle.Objective} returns: a report shows the two apart.
 */
public interface Regularizer {

    /** Returns the penalty at θ, as far as θ alone decides it. */
    double penalty(Parameters theta);

    /**
     * Returns whether what is added to a gradient is the gradient of {@link #penalty}. Where it is no function's
     * gradient, a method that compares values of the function with what its gradient promised cannot be used.
     */
    default boolean hasPotential() {
        return true;
    }

    /** Returns why this cannot be had of {@code cell}, half a sentence, or nothing where it can. */
    default Optional<String> refuses(RecurrentCell cell) {
        return Optional.empty();
    }

    /**
     * Returns the part of this that the signals of a backward pass decide, or nothing: most look at θ alone.
     *
     * @param capacity the most sequences of a chunk
     */
    default Optional<SignalTerm> signalTerm(Network network, int capacity) {
        return Optional.empty();
    }

    /** Adds the gradient of the penalty at θ. */
    void addGradient(Parameters theta, Parameters gradient);

    /** Adds the product of the penalty's curvature with {@code direction}. */
    void addCurvature(Parameters direction, Parameters product);
}

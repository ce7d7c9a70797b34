package org.longspan.model.regularizer;

import java.util.Optional;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.Parameters;

/**
 * A term that is added to the gradient of the loss before any clipping. It is not part of the loss that an {@link
 * org.longspan.numerics.oracle.Objective} returns: a report shows the two apart.
 */
public interface Regularizer {

    /** Returns the part of the penalty that is a function of θ alone. */
    double penalty(Parameters theta);

    /**
     * Returns whether the added term is the gradient of {@link #penalty}. If it is no function's gradient, methods that
     * compare the decrease of a function with the decrease its gradient predicts cannot be used.
     */
    default boolean hasPotential() {
        return true;
    }

    /** Returns why this does not support {@code cell}, as half a sentence, or empty. */
    default Optional<String> refuses(RecurrentCell cell) {
        return Optional.empty();
    }

    /**
     * Returns the part of this that is a function of back-propagated signals, or empty where θ alone decides.
     *
     * @param signals of a network whose cells are not refused
     */
    default Optional<SignalTerm> signalTerm(BackwardSignals signals) {
        return Optional.empty();
    }

    /** Adds the gradient of the penalty at θ. */
    void addGradient(Parameters theta, Parameters gradient);

    /** Adds the product of the penalty's curvature with {@code direction}. */
    void addCurvature(Parameters direction, Parameters product);
}

package org.longspan.optim.secondorder;

import java.util.Set;
import org.longspan.optim.Need;

/**
 * The part of a second-order method that finds and makes the step. Implementations are records of constants; state
 * lives in the memory, temporaries in its scratch.
 */
interface Method {

    /** Returns how many sequences the gradient of a step is taken over, for a mini-batch of {@code batch}. */
    default int gradientSequences(int batch) {
        return batch;
    }

    /** Returns how many sequences of a step are used in all. */
    default int sequencesPerStep(int batch) {
        return gradientSequences(batch);
    }

    /** Returns how many sequences products with the curvature are taken over. */
    default int curvatureSequences(int batch) {
        return batch;
    }

    /** Returns the greatest cost of {@link #descend} in sequence-forwards, for a mini-batch of {@code batch}. */
    long costOfDescent(int batch);

    /** Returns the derivatives that a model must supply beyond a gradient. */
    Set<Need> needs();

    /**
     * Moves θ, or leaves it where it is.
     *
     * @param descent at θ, with the gradient there and the clipped gradient, both finite
     */
    void descend(Descent descent);
}

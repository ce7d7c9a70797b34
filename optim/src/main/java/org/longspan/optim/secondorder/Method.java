package org.longspan.optim.secondorder;

import java.util.Set;
import org.longspan.optim.Need;

/**
 * What a second-order method makes of a gradient. Implementations are constants; what changes lives in the memory, and
 * what a step works with in its scratch.
 */
interface Method {

    /** Returns how many sequences the gradient of a step is taken over, for a mini-batch of {@code batch}. */
    int gradientSequences(int batch);

    /** Returns how many sequences of a step are used in all. */
    default int sequencesPerStep(int batch) {
        return gradientSequences(batch);
    }

    /** Returns how many sequences products with the curvature are taken over. */
    int curvatureSequences(int batch);

    /** Returns what a model must give beyond a gradient. */
    Set<Need> needs();

    /**
     * Moves θ, or leaves it where it is.
     *
     * @param descent at θ, with the gradient there and what clipping left of it, both finite
     */
    void descend(Descent descent);
}

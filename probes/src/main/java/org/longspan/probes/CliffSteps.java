package org.longspan.probes;

import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Objective;

/** What a training run lends at a cliff: the steps that it could take there, each from copies of θ and of its memory. */
public interface CliffSteps {

    /** Kinds of step. */
    enum Kind {
        /** The step that the run takes. */
        TAKEN,
        /** Without clipping. */
        UNCLIPPED,
        /** The gradient clipped by global norm at the trailing median of the norms. */
        CLIPPED_AT_MEDIAN,
        /** A random direction as long as the trailing median in the place of the gradient. */
        RANDOM
    }

    /**
     * Returns a copy of θ after a step of that kind; the run itself stays where it is.
     *
     * @param median the trailing median of the norms of gradients
     */
    Parameters after(Kind kind, double median);

    /** Returns the objective over the batch of this update. */
    Objective batch();

    /** Returns the objective over validation sequences. */
    Objective validation();
}

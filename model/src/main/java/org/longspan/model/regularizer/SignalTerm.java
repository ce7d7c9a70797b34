package org.longspan.model.regularizer;

import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;

/**
 * The part of a {@link Regularizer} that is made of the signals of back-propagation. It is summed over the chunks of
 * one gradient, and sees the signals as they are without any {@link org.longspan.numerics.oracle.SignalTransform}.
 */
public interface SignalTerm {

    /** Forgets all, before the first of the chunks of {@code sequences} sequences. */
    void begin(int sequences);

    /** Takes the signals that a backward pass left in the workspace. */
    void take(Workspace workspace);

    /** Adds the gradient over all that was taken, and returns the value, without its factor. */
    double addGradient(Parameters gradient);
}

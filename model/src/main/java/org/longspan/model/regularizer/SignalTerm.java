package org.longspan.model.regularizer;

import org.longspan.numerics.Parameters;

/**
 * The part of a {@link Regularizer} that is a function of back-propagated signals. It is summed over the chunks of one
 * gradient, and sees the signals as they are without any {@link org.longspan.numerics.oracle.SignalTransform}.
 */
public interface SignalTerm {

    /** Clears all sums, before the first chunk of a gradient over {@code sequences} sequences. */
    void begin(int sequences);

    /** Adds the signals of the last backward pass, over a chunk of {@code sequences} sequences. */
    void take(int sequences);

    /** Adds the gradient of the term to {@code gradient}, and returns its value, without its factor. */
    double addGradient(Parameters gradient);
}

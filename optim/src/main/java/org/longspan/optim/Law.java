package org.longspan.optim;

/**
 * A promise that a clipping scheme may make. The contract tests check that each declared law holds and that each
 * undeclared law fails on an example. A law concerns what the scheme acts on: the whole gradient; one row of the
 * signal, for a scheme inside back-propagation; the gradient of one sequence, for a scheme that weighs sequences. It
 * concerns finite numbers; the {@link NonFinitePolicy} handles all others.
 *
 * <p>A law concerns one step, with any memory of the scheme; a law that scales the gradient scales all earlier ones
 * too. The threshold is the setting {@code threshold}; no other limit of a scheme counts as one.
 */
public enum Law {
    /** With threshold ∞ nothing changes, bit for bit. */
    OFF_AT_INFINITY,
    /** A gradient under the threshold, in the scheme's own measure, passes bit for bit. */
    IDENTITY_BELOW_THRESHOLD,
    /** The norm of the whole result never exceeds the threshold, but for its rounding to float. */
    NORM_BOUND,
    /** The result is the gradient times one factor ≥ 0. */
    KEEPS_DIRECTION,
    /** Gradient and threshold times c > 0, now and in all steps before, give the result times c. */
    SCALE_EQUIVARIANT
}

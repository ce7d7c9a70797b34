package org.longspan.optim;

/**
 * What a clipping scheme may promise; the contract tests hold each declared law, and that each undeclared one
 * fails on an example. A law speaks of what the scheme acts on: the whole gradient, or, for a scheme inside
 * back-propagation, one row of the signal, or, for one that weighs sequences, the gradient of one of them. It speaks of finite numbers; what is not finite is left to the
 * {@link NonFinitePolicy}.
 *
 * <p>A law speaks of one step, whatever the scheme remembers of the steps before; where it multiplies, it multiplies
 * those too. The threshold is the setting {@code threshold}: what a scheme without one compares a gradient with is no
 * threshold in these laws.
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

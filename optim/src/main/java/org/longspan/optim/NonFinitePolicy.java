package org.longspan.optim;

import org.longspan.numerics.Parameters;

/**
 * What happens when a gradient holds NaN or an infinity. The policy looks at the gradient <b>before</b>
 * {@code perUpdate} clips it, so that no clipping hides what happened, and what it puts in the gradient's place is not
 * clipped. The norm of a float vector, summed in double, is finite if and only if every element is.
 *
 * <p>Implementations are records of their constants. An optimizer whose step is made of more than a gradient may hold
 * still where a policy would replace one.
 */
public interface NonFinitePolicy {

    /**
     * Returns whether an optimizer leaves θ and its memory alone.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    boolean holdsStill(double gradientNorm);

    /**
     * Returns whether another gradient takes the place of this one.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    boolean replaces(double gradientNorm);

    /** Overwrites {@code gradient}, which may hold anything, with what takes its place. θ is read, never written. */
    void replace(Parameters gradient, Parameters theta, Step step);

    /**
     * Returns whether the trainer ends the run as diverged.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    boolean endsRun(double gradientNorm);
}

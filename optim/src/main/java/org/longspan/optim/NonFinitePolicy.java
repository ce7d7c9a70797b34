package org.longspan.optim;

import org.longspan.numerics.Parameters;

/**
 * What happens when a gradient holds NaN or an infinity. The policy sees the gradient <b>before</b> {@code perUpdate}
 * clips it, so no clipping hides an explosion; a replacement is not clipped. The norm of a float vector, summed in
 * double, is finite if and only if every element is.
 *
 * <p>Implementations are records of their constants. An optimizer that needs the objective's own gradient holds still
 * where a policy would replace it ({@link Guard#clipOrHold}).
 */
public interface NonFinitePolicy {

    /**
     * Returns whether θ and the optimizer's memory stay as they are.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    boolean holdsStill(double gradientNorm);

    /**
     * Returns whether the gradient is replaced.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    boolean replaces(double gradientNorm);

    /** Overwrites {@code gradient}, whatever it holds, with its replacement. θ is read, never written. */
    void replace(Parameters gradient, Parameters theta, Step step);

    /**
     * Returns whether the trainer ends the run as diverged.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    boolean endsRun(double gradientNorm);
}

package org.longspan.optim;

/**
 * What happens when a gradient holds NaN or an infinity. The policy looks at the gradient <b>before</b>
 * {@code perUpdate} clips it, so that no clipping hides what happened.
 *
 * <p>Not to be confused with the branch for such gradients in the released code of Pascanu et al. 2013, which
 * shrinks the recurrent matrix, nor with the random step of Goodfellow et al. 2016, section 10.11.1.
 */
public enum NonFinitePolicy {
    /** The run ends as diverged; θ and every memory stay as they were. */
    FAIL,
    /** θ and every memory stay as they are, and the run goes on. */
    SKIP;

    /**
     * Returns whether an optimizer leaves θ and its memory alone. The norm of a float vector, summed in
     * double, is finite if and only if every element is.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    public boolean holdsStill(double gradientNorm) {
        if (Double.isFinite(gradientNorm)) {
            return false;
        }
        return switch (this) {
            case FAIL, SKIP -> true;
        };
    }

    /**
     * Returns whether the trainer ends the run as diverged.
     *
     * @param gradientNorm ‖g‖ before clipping
     */
    public boolean endsRun(double gradientNorm) {
        return this == FAIL && !Double.isFinite(gradientNorm);
    }
}

package org.longspan.numerics.oracle;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/**
 * Rewrites the signal of back-propagation, row by row, as it flows from step t+1 to step t.
 *
 * <p>A row is the cotangent of <b>one sequence's own loss</b> (before the division by the batch size) at one time step
 * of one layer. Earlier steps and the weights receive the rewritten signal.
 */
public interface SignalTransform {

    /** Returns the site that this transform acts on. */
    Site site();

    /**
     * Rewrites {@code width} elements from {@code from} on, in place.
     *
     * @return whether any element changed
     */
    boolean apply(float[] signal, int from, int width);

    /**
     * Rewrites every row of {@code signal} (B, W) in place, with the bits of rewriting row after row.
     *
     * @return whether any element changed
     */
    default boolean apply(Matrix signal, Kernels kernels) {
        boolean changed = false;
        for (int b = 0; b < signal.rows(); b++) {
            changed |= apply(signal.data(), signal.row(b), signal.columns());
        }
        return changed;
    }
}

package org.longspan.optim.clip;

import org.longspan.numerics.Kernels;
import org.longspan.optim.Floor;

/** g ← (c/‖g‖) g on a slice, where ‖g‖ > c. */
final class Rescale {

    private Rescale() {}

    /**
     * Rescales {@code n} elements from {@code from} on if their norm is over the threshold. A norm that is NaN or
     * infinite leaves them as they are: c/∞ = 0 would hide an explosion as a gradient of zero.
     *
     * @return whether they were over
     */
    static boolean toNorm(double threshold, double norm, float[] data, int from, int n) {
        if (!isOver(threshold, norm)) {
            return false;
        }
        double factor = threshold / norm; // in double: as a float it can underflow, and all would become zero
        for (int i = from; i < from + n; i++) {
            data[i] = Floor.ofFirst((float) (factor * data[i]));
        }
        return true;
    }

    /** Rescales a slice long enough for a kernel call to pay. */
    static boolean toNorm(double threshold, double norm, float[] data, int from, int n, Kernels kernels) {
        if (!isOver(threshold, norm)) {
            return false;
        }
        kernels.elementwise().scale(threshold / norm, data, from, n);
        return true;
    }

    /** Whether a gradient of that norm is rescaled. */
    static boolean isOver(double threshold, double norm) {
        return norm > threshold && !Double.isInfinite(norm);
    }
}

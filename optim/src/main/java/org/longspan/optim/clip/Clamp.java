package org.longspan.optim.clip;

import org.longspan.numerics.Kernels;

/** gᵢ ← clamp(gᵢ, −c, c) on a slice. */
final class Clamp {

    private Clamp() {}

    /**
     * Clamps {@code n} elements from {@code from} on. NaN and infinities pass: an explosion clamped to c would
     * look like any large gradient.
     *
     * @return whether any element changed
     */
    static boolean toValue(float threshold, float[] data, int from, int n) {
        boolean changed = false;
        for (int i = from; i < from + n; i++) {
            float magnitude = Math.abs(data[i]);
            if (magnitude > threshold && magnitude <= Float.MAX_VALUE) {
                data[i] = Math.copySign(threshold, data[i]);
                changed = true;
            }
        }
        return changed;
    }

    /** Clamps a slice long enough for a kernel call to pay. */
    static boolean toValue(float threshold, float[] data, int from, int n, Kernels kernels) {
        float greatest = kernels.reductions().maxAbs(data, from, n);
        if (greatest <= threshold) {
            return false;
        }
        if (greatest > Float.MAX_VALUE || Float.isNaN(greatest)) {
            return toValue(threshold, data, from, n); // the greatest that is finite may be within the threshold
        }
        kernels.elementwise().clamp(threshold, data, from, n);
        return true;
    }
}

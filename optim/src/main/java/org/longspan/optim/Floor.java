package org.longspan.optim;

import org.longspan.numerics.Kernels;

/**
 * Keeps denormal numbers out of updates and memories: numbers too small become zero as they are written.
 *
 * <p>An arithmetic operation on a denormal number costs a microcode assist, a hundred times a normal one, and
 * vanishing gradients make them by the thousand. NaN and infinities pass.
 */
public final class Floor {

    private Floor() {}

    /**
     * Returns {@code x}, or zero where it is under {@link Kernels#FLOOR} in magnitude: for gradients, updates
     * and every memory that has their dimension, such as a velocity or a first moment.
     */
    public static float ofFirst(float x) {
        return Math.abs(x) < Kernels.FLOOR ? 0f : x;
    }

    /**
     * Returns {@code x}, or zero where it is denormal: for memories of squared gradients, which reach down to
     * the square of the smallest gradient.
     */
    public static float ofSecond(float x) {
        return x < Float.MIN_NORMAL ? 0f : x;
    }

    /**
     * Applies {@link #ofFirst} to the elements {@code from} to {@code to − 1}: a separate pass, because the compiler
     * does not vectorize a loop that contains a condition.
     */
    public static void applyToFirst(float[] elements, int from, int to, Kernels kernels) {
        kernels.elementwise().flush(Kernels.FLOOR, elements, from, to - from);
    }

    /** Applies {@link #ofSecond} to elements that are not negative. */
    public static void applyToSecond(float[] elements, int from, int to, Kernels kernels) {
        kernels.elementwise().flush(Float.MIN_NORMAL, elements, from, to - from);
    }
}

package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Activations;
import org.longspan.numerics.Elementwise;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/**
 * The arithmetic of one element. The plain kernels run it over all elements, the vector kernels over those that fill no
 * vector.
 */
public final class Pointwise {

    private Pointwise() {}

    /** Returns v, or 0 where |v| is under {@link Kernels#FLOOR}; NaN stays. */
    public static float flush(float v) {
        return flush(Kernels.FLOOR, v);
    }

    /** Returns v, or 0 where |v| is under {@code floor}; NaN stays. */
    public static float flush(float floor, float v) {
        return Math.abs(v) < floor ? 0f : v;
    }

    /** Returns flush(share mean + weight a). */
    public static float average(float share, float weight, float a, float mean) {
        return flush(Math.fma(share, mean, weight * a));
    }

    /** Returns share mean + (weight a) a, or 0 where that is denormal. */
    public static float averageSquares(float share, float weight, float a, float mean) {
        return flush(Float.MIN_NORMAL, Math.fma(share, mean, weight * a * a));
    }

    /** Returns v, limited to {@code bound} in magnitude where it is finite; NaN and infinities stay. */
    public static float clamp(float bound, float v) {
        float magnitude = Math.abs(v);
        return magnitude > bound && magnitude <= Float.MAX_VALUE ? Math.copySign(bound, v) : v;
    }

    /** Returns v where it is positive or NaN, 0 elsewhere. */
    public static float relu(float v) {
        return v <= 0f ? 0f : v;
    }

    /** Returns flush(dh) where h = relu(z) is positive or NaN, 0 elsewhere. */
    public static float reluBackward(float h, float dh) {
        return h <= 0f ? 0f : flush(dh);
    }

    /** Returns 1 - h², the derivative of tanh where its value is h. */
    public static float tanhSlope(float h) {
        return Math.fma(-h, h, 1f);
    }

    /** Returns s (1 - s), the derivative of the sigmoid where its value is s. */
    public static float sigmoidSlope(float s) {
        return Math.fma(-s, s, s);
    }

    /** Returns 1 - 2 s, the derivative of s (1 - s). */
    public static float sigmoidBend(float s) {
        return Math.fma(-2f, s, 1f);
    }

    /** See {@link Activations#tanhBackwardTangent}. */
    public static float tanhBackwardTangent(float h, float hDot, float dh, float dhDot) {
        return flush(Math.fma(dhDot, tanhSlope(h), -2f * h * hDot * dh));
    }

    /** See {@link Activations#sigmoidBackwardTangent}. */
    public static float sigmoidBackwardTangent(float h, float hDot, float dh, float dhDot) {
        return flush(Math.fma(dhDot, sigmoidSlope(h), sigmoidBend(h) * hDot * dh));
    }

    /** See {@link Activations#modRelu}. */
    public static float modRelu(float z, float bias) {
        float modulus = Math.max(Math.abs(z) + bias, 0f); // NaN if either is NaN
        return z == 0f ? 0f : flush(Math.copySign(modulus, z));
    }

    /** See {@link Activations#modReluTangent}. */
    public static float modReluTangent(float h, float zDot, float biasDot) {
        return h == 0f ? 0f : flush(zDot + (h < 0f ? -biasDot : biasDot));
    }

    /** See {@link Elementwise#complexMultiplyAdd}. */
    public static void complexMultiplyAdd(int row, int unit, Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        int width = out.columns() / 2;
        float re = lambda.get(0, unit);
        float im = lambda.get(0, unit + width);
        float aRe = a.get(row, unit);
        float aIm = a.get(row, unit + width);
        out.set(row, unit, flush(Math.fma(-im, aIm, Math.fma(re, aRe, plus.get(row, unit)))));
        out.set(row, unit + width, flush(Math.fma(re, aIm, Math.fma(im, aRe, plus.get(row, unit + width)))));
    }
}

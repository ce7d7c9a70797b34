package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.Activations;
import org.longspan.numerics.Elementwise;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/**
 * What happens to one element or one unit: the plain kernels run it over all, the vector kernels over what is left
 * beside whole vectors. Gates stand as i, f, g, o, each H wide.
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

    /** Returns v, or {@code bound} with its sign where |v| is finite and over; NaN and infinities stay. */
    public static float clamp(float bound, float v) {
        float magnitude = Math.abs(v);
        return magnitude > bound && magnitude <= Float.MAX_VALUE ? Math.copySign(bound, v) : v;
    }

    /** Returns v where it is positive or NaN, 0 elsewhere. */
    public static float relu(float v) {
        return v <= 0f ? 0f : v;
    }

    /** Returns dh, flushed, where the rectifier has a value h that is positive or NaN, 0 elsewhere. */
    public static float reluBackward(float h, float dh) {
        return h <= 0f ? 0f : flush(dh);
    }

    /** Returns the derivative of tanh, 1 - h², where it has the value h. */
    public static float tanhSlope(float h) {
        return Math.fma(-h, h, 1f);
    }

    /** Returns the derivative of the sigmoid, s (1 - s), where it has the value s. */
    public static float sigmoidSlope(float s) {
        return Math.fma(-s, s, s);
    }

    /** Returns the derivative of that slope in s, 1 - 2 s. */
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
        float modulus = Math.max(Math.abs(z) + bias, 0f); // NaN where either is
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

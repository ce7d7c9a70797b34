package org.longspan.numerics.kernel.plain;

import org.longspan.numerics.FloatMath;
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

    /** See {@link Kernels#tanhBackwardTangent}. */
    public static float tanhBackwardTangent(float h, float hDot, float dh, float dhDot) {
        return flush(Math.fma(dhDot, tanhSlope(h), -2f * h * hDot * dh));
    }

    /** See {@link Kernels#sigmoidBackwardTangent}. */
    public static float sigmoidBackwardTangent(float h, float hDot, float dh, float dhDot) {
        return flush(Math.fma(dhDot, sigmoidSlope(h), sigmoidBend(h) * hDot * dh));
    }

    /** See {@link Kernels#modRelu}. */
    public static float modRelu(float z, float bias) {
        float modulus = Math.max(Math.abs(z) + bias, 0f); // NaN where either is
        return z == 0f ? 0f : flush(Math.copySign(modulus, z));
    }

    /** See {@link Kernels#modReluTangent}. */
    public static float modReluTangent(float h, float zDot, float biasDot) {
        return h == 0f ? 0f : flush(zDot + (h < 0f ? -biasDot : biasDot));
    }

    /** See {@link Kernels#complexMultiplyAdd}. */
    public static void complexMultiplyAdd(int row, int unit, Matrix lambda, Matrix a, Matrix plus, Matrix out) {
        int width = out.columns() / 2;
        float re = lambda.get(0, unit);
        float im = lambda.get(0, unit + width);
        float aRe = a.get(row, unit);
        float aIm = a.get(row, unit + width);
        out.set(row, unit, flush(Math.fma(-im, aIm, Math.fma(re, aRe, plus.get(row, unit)))));
        out.set(row, unit + width, flush(Math.fma(re, aIm, Math.fma(im, aRe, plus.get(row, unit + width)))));
    }

    /** See {@link Kernels#lstmForward}. */
    public static void lstmForward(
            int row, int unit, Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        int width = c.columns();
        gates.set(row, unit, FloatMath.sigmoid(z.get(row, unit)));
        gates.set(row, unit + width, FloatMath.sigmoid(z.get(row, unit + width)));
        gates.set(row, unit + 2 * width, FloatMath.tanh(z.get(row, unit + 2 * width)));
        gates.set(row, unit + 3 * width, FloatMath.sigmoid(z.get(row, unit + 3 * width)));
        lstmCell(row, unit, gates, cPrevious, c);
        tanhC.set(row, unit, FloatMath.tanh(c.get(row, unit)));
        lstmOutput(row, unit, gates, tanhC, h);
    }

    /** c = flush(f cPrevious + i g). */
    public static void lstmCell(int row, int unit, Matrix gates, Matrix cPrevious, Matrix c) {
        int width = c.columns();
        float i = gates.get(row, unit);
        float f = gates.get(row, unit + width);
        float g = gates.get(row, unit + 2 * width);
        c.set(row, unit, flush(Math.fma(f, cPrevious.get(row, unit), i * g)));
    }

    /** h = flush(o tanh(c)). */
    public static void lstmOutput(int row, int unit, Matrix gates, Matrix tanhC, Matrix h) {
        float o = gates.get(row, unit + 3 * h.columns());
        h.set(row, unit, flush(o * tanhC.get(row, unit)));
    }

    /** See {@link Kernels#lstmCellBackward}. */
    public static void lstmCellBackward(
            int row, int unit, Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        float o = gates.get(row, unit + 3 * dc.columns());
        // h = o tanh(c)
        float slope = tanhSlope(tanhC.get(row, unit));
        dc.set(row, unit, flush(Math.fma(dh.get(row, unit) * o, slope, dcAfter.get(row, unit))));
    }

    /** See {@link Kernels#lstmGatesBackward}. */
    public static void lstmGatesBackward(
            int row,
            int unit,
            Matrix gates,
            Matrix cPrevious,
            Matrix tanhC,
            Matrix dh,
            Matrix dc,
            Matrix dz,
            Matrix dcPrevious) {
        int width = dc.columns();
        float i = gates.get(row, unit);
        float f = gates.get(row, unit + width);
        float g = gates.get(row, unit + 2 * width);
        float o = gates.get(row, unit + 3 * width);
        float dCell = dc.get(row, unit);
        // c = f cPrevious + i g
        dz.set(row, unit, flush(dCell * g * sigmoidSlope(i)));
        dz.set(row, unit + width, flush(dCell * cPrevious.get(row, unit) * sigmoidSlope(f)));
        dz.set(row, unit + 2 * width, flush(dCell * i * tanhSlope(g)));
        dcPrevious.set(row, unit, flush(dCell * f));
        // h = o tanh(c)
        dz.set(row, unit + 3 * width, flush(dh.get(row, unit) * tanhC.get(row, unit) * sigmoidSlope(o)));
    }

    /** See {@link Kernels#lstmTangent}. */
    public static void lstmTangent(
            int row,
            int unit,
            Matrix gates,
            Matrix cPrevious,
            Matrix tanhC,
            Matrix zDot,
            Matrix cDotPrevious,
            Matrix cDot,
            Matrix hDot) {
        int width = cDot.columns();
        float i = gates.get(row, unit);
        float f = gates.get(row, unit + width);
        float g = gates.get(row, unit + 2 * width);
        float o = gates.get(row, unit + 3 * width);
        float iDot = zDot.get(row, unit) * sigmoidSlope(i);
        float fDot = zDot.get(row, unit + width) * sigmoidSlope(f);
        float gDot = zDot.get(row, unit + 2 * width) * tanhSlope(g);
        float oDot = zDot.get(row, unit + 3 * width) * sigmoidSlope(o);
        // c = f cPrevious + i g
        float fromCell = Math.fma(f, cDotPrevious.get(row, unit), fDot * cPrevious.get(row, unit));
        float cell = flush(Math.fma(i, gDot, Math.fma(iDot, g, fromCell)));
        cDot.set(row, unit, cell);
        // h = o tanh(c)
        float t = tanhC.get(row, unit);
        hDot.set(row, unit, flush(Math.fma(oDot, t, o * tanhSlope(t) * cell)));
    }
}

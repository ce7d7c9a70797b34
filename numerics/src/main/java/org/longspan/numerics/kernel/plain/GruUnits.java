package org.longspan.numerics.kernel.plain;

import static org.longspan.numerics.kernel.plain.Pointwise.flush;
import static org.longspan.numerics.kernel.plain.Pointwise.sigmoidSlope;
import static org.longspan.numerics.kernel.plain.Pointwise.tanhSlope;

import org.longspan.numerics.FloatMath;
import org.longspan.numerics.GruStep;
import org.longspan.numerics.Matrix;

/** One unit of {@link GruStep}. */
public final class GruUnits {

    private GruUnits() {}

    /** See {@link GruStep#forward}. */
    public static void forward(int row, int unit, Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        int width = h.columns();
        gates.set(row, unit, FloatMath.sigmoid(z.get(row, unit)));
        gates.set(row, unit + width, FloatMath.sigmoid(z.get(row, unit + width)));
        candidate(row, unit, z, gates, h);
        gates.set(row, unit + 2 * width, FloatMath.tanh(h.get(row, unit)));
        output(row, unit, gates, hPrevious, h);
    }

    /** q = flush(q), and h = flush(a + r q): h holds the pre-activation of n until {@link #output} overwrites it. */
    public static void candidate(int row, int unit, Matrix z, Matrix gates, Matrix h) {
        int width = h.columns();
        float q = flush(z.get(row, unit + 3 * width));
        gates.set(row, unit + 3 * width, q);
        h.set(row, unit, flush(Math.fma(gates.get(row, unit), q, z.get(row, unit + 2 * width))));
    }

    /** h = flush(z (hPrevious - n) + n). */
    public static void output(int row, int unit, Matrix gates, Matrix hPrevious, Matrix h) {
        int width = h.columns();
        float z = gates.get(row, unit + width);
        float n = gates.get(row, unit + 2 * width);
        h.set(row, unit, flush(Math.fma(z, hPrevious.get(row, unit) - n, n)));
    }

    /** See {@link GruStep#backward}. */
    public static void backward(
            int row, int unit, Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        int width = dh.columns();
        float r = gates.get(row, unit);
        float z = gates.get(row, unit + width);
        float n = gates.get(row, unit + 2 * width);
        float q = gates.get(row, unit + 3 * width);
        float d = dh.get(row, unit);
        // h = z (hPrevious - n) + n
        dhPrevious.set(row, unit, flush(d * z));
        dz.set(row, unit + width, flush(d * (hPrevious.get(row, unit) - n) * sigmoidSlope(z)));
        // n = tanh(a + r q)
        float da = flush(d * (1f - z) * tanhSlope(n));
        dz.set(row, unit, flush(da * q * sigmoidSlope(r)));
        dz.set(row, unit + 2 * width, da);
        dz.set(row, unit + 3 * width, flush(da * r));
    }

    /** See {@link GruStep#tangent}. */
    public static void tangent(
            int row, int unit, Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        int width = hDot.columns();
        float r = gates.get(row, unit);
        float z = gates.get(row, unit + width);
        float n = gates.get(row, unit + 2 * width);
        float q = gates.get(row, unit + 3 * width);
        float rDot = zDot.get(row, unit) * sigmoidSlope(r);
        float gateDot = zDot.get(row, unit + width) * sigmoidSlope(z);
        // n = tanh(a + r q)
        float fixed = Math.fma(r, zDot.get(row, unit + 3 * width), zDot.get(row, unit + 2 * width));
        float nDot = Math.fma(rDot, q, fixed) * tanhSlope(n);
        // h = z (hPrevious - n) + n
        float mixed = Math.fma(z, hDotPrevious.get(row, unit) - nDot, nDot);
        hDot.set(row, unit, flush(Math.fma(gateDot, hPrevious.get(row, unit) - n, mixed)));
    }
}

package org.longspan.numerics.kernel.plain;

import static org.longspan.numerics.kernel.plain.Pointwise.flush;
import static org.longspan.numerics.kernel.plain.Pointwise.sigmoidSlope;
import static org.longspan.numerics.kernel.plain.Pointwise.tanhSlope;

import org.longspan.numerics.CarouselStep;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Matrix;

/**
 * One unit of {@link CarouselStep}. The squashing functions 4 σ(x) - 2 and 2 σ(x) - 1 are computed as 2 tanh(x / 2) and
 * tanh(x / 2), which lose nothing near 0.
 */
public final class CarouselUnits {

    private CarouselUnits() {}

    /** See {@link CarouselStep#forward}. */
    public static void forward(
            int row, int unit, Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        int width = c.columns();
        gates.set(row, unit, FloatMath.sigmoid(z.get(row, unit)));
        gates.set(row, unit + width, FloatMath.tanh(0.5f * z.get(row, unit + width)));
        gates.set(row, unit + 2 * width, FloatMath.sigmoid(z.get(row, unit + 2 * width)));
        cell(row, unit, gates, cPrevious, c);
        squashed.set(row, unit, FloatMath.tanh(0.5f * c.get(row, unit)));
        output(row, unit, gates, squashed, h);
    }

    /** c = flush(cPrevious + i g). */
    public static void cell(int row, int unit, Matrix gates, Matrix cPrevious, Matrix c) {
        float i = gates.get(row, unit);
        float half = gates.get(row, unit + c.columns());
        c.set(row, unit, flush(Math.fma(i, half + half, cPrevious.get(row, unit))));
    }

    /** h = flush(o squashed). */
    public static void output(int row, int unit, Matrix gates, Matrix squashed, Matrix h) {
        h.set(row, unit, flush(gates.get(row, unit + 2 * h.columns()) * squashed.get(row, unit)));
    }

    /** See {@link CarouselStep#cellBackward}. */
    public static void cellBackward(
            int row, int unit, Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        float o = gates.get(row, unit + 2 * dc.columns());
        // h = o tanh(c / 2)
        float slope = 0.5f * tanhSlope(squashed.get(row, unit));
        dc.set(row, unit, flush(Math.fma(dh.get(row, unit) * o, slope, dcAfter.get(row, unit))));
    }

    /** See {@link CarouselStep#gatesBackward}. */
    public static void gatesBackward(
            int row, int unit, Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        int width = dc.columns();
        float i = gates.get(row, unit);
        float half = gates.get(row, unit + width);
        float o = gates.get(row, unit + 2 * width);
        float dCell = dc.get(row, unit);
        // c = cPrevious + i g,   g = 2 tanh(z / 2)
        dz.set(row, unit, flush(dCell * (half + half) * sigmoidSlope(i)));
        dz.set(row, unit + width, flush(dCell * i * tanhSlope(half)));
        // h = o tanh(c / 2)
        dz.set(row, unit + 2 * width, flush(dh.get(row, unit) * squashed.get(row, unit) * sigmoidSlope(o)));
    }

    /** See {@link CarouselStep#tangent}. */
    public static void tangent(
            int row,
            int unit,
            Matrix gates,
            Matrix squashed,
            Matrix zDot,
            Matrix cDotPrevious,
            Matrix cDot,
            Matrix hDot) {
        int width = cDot.columns();
        float i = gates.get(row, unit);
        float half = gates.get(row, unit + width);
        float o = gates.get(row, unit + 2 * width);
        float iDot = zDot.get(row, unit) * sigmoidSlope(i);
        float gDot = zDot.get(row, unit + width) * tanhSlope(half);
        float oDot = zDot.get(row, unit + 2 * width) * sigmoidSlope(o);
        // c = cPrevious + i g,   g = 2 tanh(z / 2)
        float cell = flush(Math.fma(i, gDot, Math.fma(iDot, half + half, cDotPrevious.get(row, unit))));
        cDot.set(row, unit, cell);
        // h = o tanh(c / 2)
        float v = squashed.get(row, unit);
        float slope = 0.5f * tanhSlope(v);
        hDot.set(row, unit, flush(Math.fma(oDot, v, o * slope * cell)));
    }
}

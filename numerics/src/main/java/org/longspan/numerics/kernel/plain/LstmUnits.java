package org.longspan.numerics.kernel.plain;

import static org.longspan.numerics.kernel.plain.Pointwise.flush;
import static org.longspan.numerics.kernel.plain.Pointwise.sigmoidSlope;
import static org.longspan.numerics.kernel.plain.Pointwise.tanhSlope;

import org.longspan.numerics.FloatMath;
import org.longspan.numerics.LstmStep;
import org.longspan.numerics.Matrix;

/** One unit of {@link LstmStep}. */
public final class LstmUnits {

    private LstmUnits() {}

    /** See {@link LstmStep#forward}. */
    public static void forward(
            int row, int unit, Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        int width = c.columns();
        gates.set(row, unit, FloatMath.sigmoid(z.get(row, unit)));
        gates.set(row, unit + width, FloatMath.sigmoid(z.get(row, unit + width)));
        gates.set(row, unit + 2 * width, FloatMath.tanh(z.get(row, unit + 2 * width)));
        gates.set(row, unit + 3 * width, FloatMath.sigmoid(z.get(row, unit + 3 * width)));
        cell(row, unit, gates, cPrevious, c);
        tanhC.set(row, unit, FloatMath.tanh(c.get(row, unit)));
        output(row, unit, gates, tanhC, h);
    }

    /** c = flush(f cPrevious + i g). */
    public static void cell(int row, int unit, Matrix gates, Matrix cPrevious, Matrix c) {
        int width = c.columns();
        float i = gates.get(row, unit);
        float f = gates.get(row, unit + width);
        float g = gates.get(row, unit + 2 * width);
        c.set(row, unit, flush(Math.fma(f, cPrevious.get(row, unit), i * g)));
    }

    /** h = flush(o tanh(c)). */
    public static void output(int row, int unit, Matrix gates, Matrix tanhC, Matrix h) {
        float o = gates.get(row, unit + 3 * h.columns());
        h.set(row, unit, flush(o * tanhC.get(row, unit)));
    }

    /** See {@link LstmStep#cellBackward}. */
    public static void cellBackward(
            int row, int unit, Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        float o = gates.get(row, unit + 3 * dc.columns());
        // h = o tanh(c)
        float slope = tanhSlope(tanhC.get(row, unit));
        dh.set(row, unit, flush(dh.get(row, unit)));
        dc.set(row, unit, flush(Math.fma(dh.get(row, unit) * o, slope, dcAfter.get(row, unit))));
    }

    /** See {@link LstmStep#gatesBackward}. */
    public static void gatesBackward(
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

    /** See {@link LstmStep#tangent}. */
    public static void tangent(
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

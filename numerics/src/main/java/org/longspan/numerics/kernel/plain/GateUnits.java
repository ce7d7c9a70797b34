package org.longspan.numerics.kernel.plain;

import static org.longspan.numerics.kernel.plain.Pointwise.flush;
import static org.longspan.numerics.kernel.plain.Pointwise.sigmoidBend;
import static org.longspan.numerics.kernel.plain.Pointwise.sigmoidSlope;

import org.longspan.numerics.Gates;
import org.longspan.numerics.Matrix;

/** One unit of {@link Gates}. */
public final class GateUnits {

    private GateUnits() {}

    /** See {@link Gates#forward}. */
    public static void forward(int row, int unit, Matrix s, Matrix a, Matrix out) {
        out.set(row, unit, flush(s.get(row, unit) * a.get(row, unit)));
    }

    /** See {@link Gates#backward}. */
    public static void backward(int row, int unit, Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        float gate = s.get(row, unit);
        float d = dOut.get(row, unit);
        // out = s a
        dz.set(row, unit, flush(d * a.get(row, unit) * sigmoidSlope(gate)));
        da.set(row, unit, flush(d * gate));
    }

    /** See {@link Gates#tangent}. */
    public static void tangent(int row, int unit, Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        float gate = s.get(row, unit);
        float gateDot = zDot.get(row, unit) * sigmoidSlope(gate);
        // out = s a
        outDot.set(row, unit, flush(Math.fma(gate, aDot.get(row, unit), gateDot * a.get(row, unit))));
    }

    /** See {@link Gates#backwardTangent}. */
    public static void backwardTangent(
            int row,
            int unit,
            Matrix s,
            Matrix a,
            Matrix zDot,
            Matrix aDot,
            Matrix dOut,
            Matrix dOutDot,
            Matrix dzDot,
            Matrix daDot) {
        float gate = s.get(row, unit);
        float slope = sigmoidSlope(gate);
        float gateDot = zDot.get(row, unit) * slope;
        float other = a.get(row, unit);
        float d = dOut.get(row, unit);
        float dDot = dOutDot.get(row, unit);
        // dz = dOut a s (1 - s)
        float fromOthers = Math.fma(dDot, other, d * aDot.get(row, unit));
        dzDot.set(row, unit, flush(Math.fma(fromOthers, slope, d * other * sigmoidBend(gate) * gateDot)));
        // da = dOut s
        daDot.set(row, unit, flush(Math.fma(dDot, gate, d * gateDot)));
    }

    /** See {@link Gates#mixForward}. */
    public static void mixForward(int row, int unit, Matrix s, Matrix a, Matrix b, Matrix out) {
        float rest = b.get(row, unit);
        out.set(row, unit, flush(Math.fma(s.get(row, unit), a.get(row, unit) - rest, rest)));
    }

    /** See {@link Gates#mixBackward}. */
    public static void mixBackward(
            int row, int unit, Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        float gate = s.get(row, unit);
        float d = dOut.get(row, unit);
        // out = s (a - b) + b
        dz.set(row, unit, flush(d * (a.get(row, unit) - b.get(row, unit)) * sigmoidSlope(gate)));
        da.set(row, unit, flush(d * gate));
        db.set(row, unit, flush(d * (1f - gate)));
    }

    /** See {@link Gates#mixTangent}. */
    public static void mixTangent(
            int row, int unit, Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        float gate = s.get(row, unit);
        float gateDot = zDot.get(row, unit) * sigmoidSlope(gate);
        float restDot = bDot.get(row, unit);
        // out = s (a - b) + b
        float fixed = Math.fma(gate, aDot.get(row, unit) - restDot, restDot);
        outDot.set(row, unit, flush(Math.fma(gateDot, a.get(row, unit) - b.get(row, unit), fixed)));
    }
}

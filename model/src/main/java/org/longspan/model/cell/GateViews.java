package org.longspan.model.cell;

import org.longspan.numerics.Matrix;

/**
 * One of several gates that stand side by side, at each step: its value, and the tangents of its pre-activation and of
 * the cotangent of that.
 *
 * @param at T of (B, H)
 * @param zDotAt T of (B, H)
 * @param dzDotAt T of (B, H)
 */
record GateViews(Matrix[] at, Matrix[] zDotAt, Matrix[] dzDotAt) {

    /** Returns gate {@code gate} of matrices that hold all of them at all steps of {@code sequences} sequences. */
    static GateViews of(int gate, int width, int sequences, Matrix values, Matrix zDot, Matrix dzDot) {
        return new GateViews(
                cut(gate, width, sequences, values),
                cut(gate, width, sequences, zDot),
                cut(gate, width, sequences, dzDot));
    }

    private static Matrix[] cut(int gate, int width, int sequences, Matrix all) {
        return all.columns(gate * width, width).groups(sequences);
    }
}

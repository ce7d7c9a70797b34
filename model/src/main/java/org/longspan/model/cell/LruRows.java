package org.longspan.model.cell;

import org.longspan.numerics.Matrix;

/**
 * The rows of an {@link LruRun} that a gradient sums over: [s(t) x(t) 1] with their cotangents, and s(t-1) with ∂L/∂s(t)
 * of all steps but the first. Or the tangents of all of these, where the arguments are [ṡ(t) ẋ(t)].
 */
record LruRows(Matrix arguments, Matrix x, Matrix ds, Matrix dz, Matrix sBefore, Matrix dsAfter) {

    /** Returns the rows of all steps of {@code sequences} sequences, step by step. */
    static LruRows of(Matrix arguments, Matrix x, Matrix ds, Matrix dz, int sequences) {
        int later = ds.rows() - sequences;
        Matrix s = arguments.columns(0, ds.columns());
        return new LruRows(arguments, x, ds, dz, s.rows(0, later), ds.rows(later == 0 ? 0 : sequences, later));
    }

    /** Returns the rows of each of {@code sequences} sequences. */
    LruRows[] bySequence(int sequences) {
        Matrix[] argumentsOf = arguments.interleaved(sequences);
        Matrix[] xOf = x.interleaved(sequences);
        Matrix[] dsOf = ds.interleaved(sequences);
        Matrix[] dzOf = dz.interleaved(sequences);
        LruRows[] rows = new LruRows[sequences];
        for (int b = 0; b < sequences; b++) {
            rows[b] = of(argumentsOf[b], xOf[b], dsOf[b], dzOf[b], 1);
        }
        return rows;
    }
}

package org.longspan.model.cell;

import org.longspan.numerics.Matrix;

/**
 * The views of a time-major (T·B, W) matrix by time step. They are kept for as long as the same matrix is passed, so that
 * a pass over buffers that stay allocates nothing.
 */
public final class StepViews {

    private final int steps;
    private final int sequences;
    private Matrix cut;
    private Matrix[] byStep; // T of (B, W)

    public StepViews(int steps, int sequences) {
        this.steps = steps;
        this.sequences = sequences;
    }

    /** Returns the T views (B, W) of the time steps of {@code whole}. */
    public Matrix[] byStep(Matrix whole) {
        if (whole != cut) {
            if (whole.rows() != steps * sequences) {
                throw new IllegalArgumentException("a matrix of " + whole.rows() + " rows where " + steps + " steps of "
                        + sequences + " sequences are expected");
            }
            byStep = whole.groups(sequences);
            cut = whole;
        }
        return byStep;
    }

    /** Returns, for each sequence, the view of its {@code count} steps from step {@code from} on. */
    public static Matrix[] bySequence(Matrix whole, int from, int count, int sequences) {
        Matrix[] views = new Matrix[sequences];
        for (int b = 0; b < sequences; b++) {
            int offset = whole.offset() + (from * sequences + b) * whole.stride();
            views[b] = new Matrix(whole.data(), offset, count, whole.columns(), sequences * whole.stride());
        }
        return views;
    }
}

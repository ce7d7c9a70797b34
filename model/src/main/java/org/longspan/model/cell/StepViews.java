package org.longspan.model.cell;

import org.longspan.numerics.Matrix;

/**
 * The views of a time-major (T·B, W) matrix by time step. They are made again only for another matrix, so that passes
 * over one buffer allocate nothing.
 */
final class StepViews {

    private final int steps;
    private final int sequences;
    private Matrix cut;
    private Matrix[] byStep; // T of (B, W)

    StepViews(Unrolling unrolling) {
        this(unrolling.steps(), unrolling.sequences());
    }

    StepViews(int steps, int sequences) {
        this.steps = steps;
        this.sequences = sequences;
    }

    /** Returns the T views (B, W) of the time steps of {@code whole}. */
    Matrix[] byStep(Matrix whole) {
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
}

package org.longspan.model;

import org.longspan.numerics.Matrix;

/**
 * The views of a time-major (T·B, W) matrix by time step, by sequence and by span. They are kept for as long as the
 * same matrix is passed, so that a pass over buffers that stay allocates nothing.
 */
final class StepViews {

    private final int steps;
    private final int sequences;
    private Matrix cut;
    private Matrix[] byStep; // T of (B, W)
    private Matrix[] bySequence; // B of (T, W)
    private Matrix[] bySpan; // spans of whole rows

    StepViews(int steps, int sequences) {
        this.steps = steps;
        this.sequences = sequences;
    }

    /** Returns the T views (B, W) of the time steps of {@code whole}. */
    Matrix[] byStep(Matrix whole) {
        cut(whole);
        return byStep;
    }

    /** Returns the B views (T, W) of the sequences of {@code whole}; two steps of one lie B rows apart. */
    Matrix[] bySequence(Matrix whole) {
        cut(whole);
        if (bySequence == null) {
            bySequence = bySequence(whole, 0, steps, sequences);
        }
        return bySequence;
    }

    /** Returns the views of consecutive spans of {@code height} rows of {@code whole}, the last may be shorter. */
    Matrix[] bySpan(Matrix whole, int height) {
        cut(whole);
        if (bySpan == null) {
            bySpan = spans(whole, height);
        }
        return bySpan;
    }

    /** Returns the views of consecutive spans of {@code height} rows; the last may be shorter. */
    static Matrix[] spans(Matrix whole, int height) {
        Matrix[] spans = new Matrix[(whole.rows() + height - 1) / height];
        for (int s = 0; s < spans.length; s++) {
            spans[s] = whole.rows(s * height, Math.min(height, whole.rows() - s * height));
        }
        return spans;
    }

    private void cut(Matrix whole) {
        if (whole == cut) {
            return;
        }
        if (whole.rows() != steps * sequences) {
            throw new IllegalArgumentException("a matrix of " + whole.rows() + " rows where " + steps + " steps of "
                    + sequences + " sequences are expected");
        }
        byStep = whole.groups(sequences);
        bySequence = null;
        bySpan = null;
        cut = whole;
    }

    /** Returns, for each sequence, the view of its {@code count} steps from step {@code from} on. */
    static Matrix[] bySequence(Matrix whole, int from, int count, int sequences) {
        Matrix[] views = new Matrix[sequences];
        for (int b = 0; b < sequences; b++) {
            int offset = whole.offset() + (from * sequences + b) * whole.stride();
            views[b] = new Matrix(whole.data(), offset, count, whole.columns(), sequences * whole.stride());
        }
        return views;
    }
}

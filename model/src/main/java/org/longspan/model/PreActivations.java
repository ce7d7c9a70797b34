package org.longspan.model;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;

/**
 * The affine part of a cell over a whole run, and its derivatives:
 *
 * <pre>z(t) = x(t) W + h(t-1) U + b,   h(0) = 0</pre>
 *
 * with W (I, G), U (H, G), b (1, G) for G = gates · H. The cell supplies h and what happens between z and h.
 */
final class PreActivations {

    /** Rows of ∂L/∂z that the weight gradient takes in one go: they stay in a near cache while W, U and b have them. */
    private static final int SPAN = 128;

    /** Rows this many floats apart, or a multiple, compete for a few places of the nearest cache. */
    private static final int CROWDED = 128;

    /** Floats left free after each such row: one cache line. */
    private static final int GAP = 16;

    final Matrix dz; // (T·B, G)
    final Matrix[] dzAt; // T of (B, G)
    final Matrix zDot; // (B, G), of one step

    private final String input;
    private final String recurrent;
    private final String bias;
    private final int steps;
    private final Matrix[] hAt; // T of (B, H)
    private final int spanRows; // of a span: whole steps
    private final Matrix[] hBefore; // spans of ((T-1)·B, H), h(1)..h(T-1)
    private final Matrix[] dzSpans; // spans of (T·B, G)
    private final Matrix[] dzAfter; // spans of ((T-1)·B, G), ∂L/∂z(2)..∂L/∂z(T)
    private final Matrix[] hBeforeOf; // B of (T-1, H)
    private final Matrix[] dzAfterOf; // B of (T-1, G)
    private final Matrix[] dzOf; // B of (T, G)
    private final Matrix inputTransposed; // (G, I)
    private final Matrix recurrentSpaced; // (H, G)
    private final Matrix recurrentTransposed; // (G, H)
    private final Matrix weighted; // (B, G)
    private final StepViews x;
    private final StepViews xDot;

    /** Allocates for a run whose outputs go to {@code h} (T·B, H). */
    PreActivations(String prefix, RecurrentCell cell, int steps, Matrix h) {
        int sequences = h.rows() / steps;
        int width = cell.gates() * cell.outputs();
        this.input = prefix + "input";
        this.recurrent = prefix + "recurrent";
        this.bias = prefix + "bias";
        this.steps = steps;
        this.dz = spaced(steps * sequences, width);
        this.dzAt = dz.groups(sequences);
        this.zDot = Matrix.zeros(sequences, width);
        this.weighted = Matrix.zeros(sequences, width);
        this.hAt = h.groups(sequences);
        this.spanRows = Math.max(1, SPAN / sequences) * sequences;
        this.hBefore = StepViews.spans(h.rows(0, (steps - 1) * sequences), spanRows);
        this.dzSpans = StepViews.spans(dz, spanRows);
        this.dzAfter = StepViews.spans(dz.rows(Math.min(1, steps - 1) * sequences, (steps - 1) * sequences), spanRows);
        this.hBeforeOf = StepViews.bySequence(h, 0, steps - 1, sequences);
        this.dzAfterOf = StepViews.bySequence(dz, Math.min(1, steps - 1), steps - 1, sequences);
        this.dzOf = StepViews.bySequence(dz, 0, steps, sequences);
        this.inputTransposed = Matrix.zeros(width, cell.inputs());
        this.recurrentSpaced = spaced(cell.outputs(), width);
        this.recurrentTransposed = spaced(width, cell.outputs());
        this.x = new StepViews(steps, sequences);
        this.xDot = new StepViews(steps, sequences);
    }

    /** Returns zeros whose rows do not lie a power of two apart, so that a block of columns fits the nearest cache. */
    static Matrix spaced(int rows, int columns) {
        int stride = spacing(columns);
        return new Matrix(new float[Math.multiplyExact(rows, stride)], 0, rows, columns, stride);
    }

    /** Returns the distance between two rows of a {@link #spaced} matrix. */
    static int spacing(int columns) {
        return columns % CROWDED == 0 ? columns + GAP : columns;
    }

    /** Returns how many floats one of these holds. */
    static long size(RecurrentCell cell, int steps, int sequences) {
        long width = (long) cell.gates() * cell.outputs();
        long rows = (long) steps * sequences + cell.outputs();
        return spacing((int) width) * rows + width * (2L * sequences + cell.inputs()) + width * spacing(cell.outputs());
    }

    /** Adds the three blocks. */
    static void addBlocks(String prefix, RecurrentCell cell, ParameterLayout.Builder layout) {
        int width = cell.gates() * cell.outputs();
        layout.add(prefix + "input", cell.inputs(), width, Role.INPUT);
        layout.add(prefix + "recurrent", cell.outputs(), width, Role.RECURRENT);
        layout.add(prefix + "bias", 1, width, Role.BIAS);
    }

    /** Returns the columns of gate {@code gate} in the block {@code bias} of {@code theta}. */
    static Matrix biasOfGate(String prefix, RecurrentCell cell, int gate, Parameters theta) {
        return theta.block(prefix + "bias").columns(gate * cell.outputs(), cell.outputs());
    }

    /** Transposes W and U for the way back, and spaces the rows of U for the way forward. */
    void prepare(Parameters theta, Kernels kernels) {
        Matrix u = theta.block(recurrent);
        kernels.transpose(theta.block(input), inputTransposed);
        kernels.transpose(u, recurrentTransposed);
        for (int i = 0; i < u.rows(); i++) {
            System.arraycopy(u.data(), u.row(i), recurrentSpaced.data(), recurrentSpaced.row(i), u.columns());
        }
    }

    /** z(t) = x(t) W + h(t-1) U + b, step by step, because z(t) is then still in a near cache when it is used. */
    void forward(Parameters theta, Matrix xAll, int t, Matrix z, Kernels kernels) {
        kernels.setRows(theta.block(bias), z);
        kernels.addProduct(x.byStep(xAll)[t], theta.block(input), z);
        if (t > 0) {
            kernels.addProduct(hAt[t - 1], recurrentSpaced, z);
        }
    }

    /** Backward of {@link #forward} at t+1: ∂L/∂h(t) += ∂L/∂z(t+1) Uᵀ. */
    void recurBackward(int t, Matrix dh, Kernels kernels) {
        if (t + 1 < steps) {
            kernels.addProduct(dzAt[t + 1], recurrentTransposed, dh);
        }
        kernels.flush(dh);
    }

    /** Backward of {@link #forward} at all steps: ∂L/∂x(1..T) = ∂L/∂z(1..T) Wᵀ. */
    void projectBackward(Matrix dx, Kernels kernels) {
        if (dx != null) {
            dx.fill(0f);
            kernels.addProduct(dz, inputTransposed, dx);
            kernels.flush(dx);
        }
    }

    /** Backward of {@link #forward} in W, U and b: ∂L/∂W += x(1..T)ᵀ ∂L/∂z(1..T), and so on. */
    void accumulate(Matrix xAll, float[] weights, Parameters gradient, Kernels kernels) {
        if (weights == null) {
            accumulateSpans(x.bySpan(xAll, spanRows), gradient, kernels);
        } else {
            accumulateWeighted(xAll, weights, gradient, kernels);
        }
    }

    /** The same for one sequence. */
    void accumulateSequence(Matrix xAll, int b, Parameters gradient, Kernels kernels) {
        kernels.addTransposedProduct(x.bySequence(xAll)[b], dzOf[b], gradient.block(input));
        kernels.addTransposedProduct(hBeforeOf[b], dzAfterOf[b], gradient.block(recurrent));
        kernels.addColumnSums(dzOf[b], gradient.block(bias));
    }

    /** Span by span in ascending order: the bits are those of one product over all rows. */
    private void accumulateSpans(Matrix[] xSpans, Parameters gradient, Kernels kernels) {
        for (int s = 0; s < dzSpans.length; s++) {
            kernels.addTransposedProduct(xSpans[s], dzSpans[s], gradient.block(input));
            if (s < dzAfter.length) {
                kernels.addTransposedProduct(hBefore[s], dzAfter[s], gradient.block(recurrent));
            }
            kernels.addColumnSums(dzSpans[s], gradient.block(bias));
        }
    }

    /** Step by step, in the order of the one product over all steps: with weights of 1 the bits are the same. */
    private void accumulateWeighted(Matrix xAll, float[] weights, Parameters gradient, Kernels kernels) {
        Matrix[] xAt = x.byStep(xAll);
        for (int t = 0; t < steps; t++) {
            weigh(dzAt[t], weights, weighted, kernels);
            kernels.addTransposedProduct(xAt[t], weighted, gradient.block(input));
            if (t > 0) {
                kernels.addTransposedProduct(hAt[t - 1], weighted, gradient.block(recurrent));
            }
            kernels.addColumnSums(weighted, gradient.block(bias));
        }
    }

    /** Row b of {@code out} = weights[b] · row b of {@code rows}, flushed; out may be rows. */
    static void weigh(Matrix rows, float[] weights, Matrix out, Kernels kernels) {
        for (int b = 0; b < rows.rows(); b++) {
            int from = rows.row(b);
            int to = out.row(b);
            for (int j = 0; j < rows.columns(); j++) {
                out.data()[to + j] = weights[b] * rows.data()[from + j];
            }
        }
        kernels.flush(out);
    }

    /** Tangent of {@link #forward}: zDot(t) = x Ẇ + ẋ W + h(t-1) U̇ + ḣ(t-1) U + ḃ. */
    void tangent(
            Parameters theta, Parameters thetaDot, Matrix xAll, Matrix xDotAll, Matrix[] hDot, int t, Kernels kernels) {
        kernels.setRows(thetaDot.block(bias), zDot);
        kernels.addProduct(x.byStep(xAll)[t], thetaDot.block(input), zDot);
        if (xDotAll != null) {
            kernels.addProduct(xDot.byStep(xDotAll)[t], theta.block(input), zDot);
        }
        if (t > 0) {
            kernels.addProduct(hAt[t - 1], thetaDot.block(recurrent), zDot);
            kernels.addProduct(hDot[t - 1], theta.block(recurrent), zDot);
        }
    }
}

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

    final Matrix dz; // (T·B, G)
    final Matrix[] dzAt; // T of (B, G)
    final Matrix zDot; // (B, G), of one step

    private final String input;
    private final String recurrent;
    private final String bias;
    private final int steps;
    private final Matrix[] hAt; // T of (B, H)
    private final Matrix hBefore; // ((T-1)·B, H), h(1)..h(T-1)
    private final Matrix dzAfter; // ((T-1)·B, G), ∂L/∂z(2)..∂L/∂z(T)
    private final Matrix[] hBeforeOf; // B of (T-1, H)
    private final Matrix[] dzAfterOf; // B of (T-1, G)
    private final Matrix[] dzOf; // B of (T, G)
    private final Matrix inputTransposed; // (G, I)
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
        this.dz = Matrix.zeros(steps * sequences, width);
        this.dzAt = dz.groups(sequences);
        this.zDot = Matrix.zeros(sequences, width);
        this.weighted = Matrix.zeros(sequences, width);
        this.hAt = h.groups(sequences);
        this.hBefore = h.rows(0, (steps - 1) * sequences);
        this.dzAfter = dz.rows(steps == 1 ? 0 : sequences, (steps - 1) * sequences);
        this.hBeforeOf = StepViews.bySequence(h, 0, steps - 1, sequences);
        this.dzAfterOf = StepViews.bySequence(dz, Math.min(1, steps - 1), steps - 1, sequences);
        this.dzOf = StepViews.bySequence(dz, 0, steps, sequences);
        this.inputTransposed = Matrix.zeros(width, cell.inputs());
        this.recurrentTransposed = Matrix.zeros(width, cell.outputs());
        this.x = new StepViews(steps, sequences);
        this.xDot = new StepViews(steps, sequences);
    }

    /** Returns how many floats one of these holds. */
    static long size(RecurrentCell cell, int steps, int sequences) {
        long width = (long) cell.gates() * cell.outputs();
        return width * ((steps + 2L) * sequences + cell.inputs() + cell.outputs());
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

    /** Transposes W and U for the way back. */
    void prepare(Parameters theta, Kernels kernels) {
        kernels.transpose(theta.block(input), inputTransposed);
        kernels.transpose(theta.block(recurrent), recurrentTransposed);
    }

    /** z(1..T) = x(1..T) W + b, in one product. */
    void project(Parameters theta, Matrix xAll, Matrix z, Kernels kernels) {
        kernels.setRows(theta.block(bias), z);
        kernels.addProduct(xAll, theta.block(input), z);
    }

    /** z(t) += h(t-1) U. */
    void recur(Parameters theta, int t, Matrix z, Kernels kernels) {
        if (t > 0) {
            kernels.addProduct(hAt[t - 1], theta.block(recurrent), z);
        }
    }

    /** Backward of {@link #recur} at t+1: ∂L/∂h(t) += ∂L/∂z(t+1) Uᵀ. */
    void recurBackward(int t, Matrix dh, Kernels kernels) {
        if (t + 1 < steps) {
            kernels.addProduct(dzAt[t + 1], recurrentTransposed, dh);
        }
        kernels.flush(dh);
    }

    /** Backward of {@link #project}: ∂L/∂x(1..T) = ∂L/∂z(1..T) Wᵀ. */
    void projectBackward(Matrix dx, Kernels kernels) {
        if (dx != null) {
            dx.fill(0f);
            kernels.addProduct(dz, inputTransposed, dx);
            kernels.flush(dx);
        }
    }

    /** Backward of {@link #project} and {@link #recur} in W, U and b: ∂L/∂W += x(1..T)ᵀ ∂L/∂z(1..T), and so on. */
    void accumulate(Matrix xAll, float[] weights, Parameters gradient, Kernels kernels) {
        if (weights == null) {
            accumulate(xAll, hBefore, dz, dzAfter, gradient, kernels);
        } else {
            accumulateWeighted(xAll, weights, gradient, kernels);
        }
    }

    /** The same for one sequence. */
    void accumulateSequence(Matrix xAll, int b, Parameters gradient, Kernels kernels) {
        accumulate(x.bySequence(xAll)[b], hBeforeOf[b], dzOf[b], dzAfterOf[b], gradient, kernels);
    }

    private void accumulate(Matrix xs, Matrix hs, Matrix dzs, Matrix dzsAfter, Parameters gradient, Kernels kernels) {
        kernels.addTransposedProduct(xs, dzs, gradient.block(input));
        if (steps > 1) {
            kernels.addTransposedProduct(hs, dzsAfter, gradient.block(recurrent));
        }
        kernels.addColumnSums(dzs, gradient.block(bias));
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

    /** Tangent of {@link #project} and {@link #recur}: zDot(t) = x Ẇ + ẋ W + h(t-1) U̇ + ḣ(t-1) U + ḃ. */
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

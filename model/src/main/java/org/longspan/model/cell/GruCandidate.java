package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;

/**
 * The two affine parts of a candidate whose reset gate stands between them, over a whole run, and their derivatives:
 *
 * <pre>a(t) = x(t) V + d,   q(t) = h(t-1) Q + c</pre>
 *
 * with V (I, H), d (1, H), Q (H, H), c (1, H). The rows [x(t) h(t-1) 1] are those of the other gates' {@link
 * PreActivations}; each of the two takes its part of them.
 */
final class GruCandidate {

    final String input;
    final String bias;
    final String recurrent;
    final String resetBias;
    final Matrix[] dqAt; // T of (B, H)
    final Part whole; // T·B rows
    final Panels inputBackward; // Vᵀ (H, I)
    final Panels recurrentBackward; // Qᵀ (H, H)

    private final PreActivations gates;
    private final Matrix a; // (B, H), of one step, and its tangent
    private final Matrix q; // (B, H), of one step, and its tangent
    private final Matrix[] xAt; // T of (B, I)
    private final Matrix[] bothAt; // T of (B, 2H), da beside dq
    private final Matrix weighted; // (B, 2H)
    private final Part[] steps; // T of B rows, whose da and dq are weighted
    private final Part[] sequences; // B of T rows
    private final Panels inputForward; // V (I, H)
    private final Panels recurrentForward; // Q (H, H)
    private final Panels inputDot; // tangent of V (I, H)
    private final Panels recurrentDot; // tangent of Q (H, H)

    /** Some rows x(t) and [h(t-1) 1], and the cotangents of what was made of them. */
    record Part(Matrix x, Matrix hAndOne, Matrix da, Matrix dq) {

        /** Returns the rows of sequence b of {@code batch}. */
        Part ofSequence(int b, int batch) {
            return new Part(
                    sequence(x, b, batch), sequence(hAndOne, b, batch), sequence(da, b, batch), sequence(dq, b, batch));
        }

        private static Matrix sequence(Matrix all, int b, int batch) {
            return StepViews.bySequence(all, 0, all.rows() / batch, batch)[b];
        }
    }

    /**
     * Creates them beside the other gates.
     *
     * @param z (B, 2H), where a step's a and q go
     * @param dz (T·B, 2H), where the cell leaves their cotangents
     */
    GruCandidate(String prefix, PreActivations gates, Matrix z, Matrix dz, Kernels kernels) {
        int hidden = z.columns() / 2;
        int batch = z.rows();
        int inputs = gates.argumentsUsed.columns() - hidden - 1;
        this.input = prefix + "input";
        this.bias = prefix + "bias";
        this.recurrent = prefix + "recurrent";
        this.resetBias = prefix + "reset-bias";
        this.gates = gates;
        this.a = z.columns(0, hidden);
        this.q = z.columns(hidden, hidden);
        this.whole = new Part(
                gates.argumentsUsed.columns(0, inputs),
                gates.argumentsUsed.columns(inputs, hidden + 1),
                dz.columns(0, hidden),
                dz.columns(hidden, hidden));
        this.xAt = whole.x.groups(batch);
        this.dqAt = whole.dq.groups(batch);
        this.bothAt = dz.groups(batch);
        this.weighted = Matrix.zeros(batch, 2 * hidden);
        this.steps = new Part[dz.rows() / batch];
        Matrix[] hAndOneAt = whole.hAndOne.groups(batch);
        for (int t = 0; t < steps.length; t++) {
            steps[t] = new Part(xAt[t], hAndOneAt[t], weighted.columns(0, hidden), weighted.columns(hidden, hidden));
        }
        this.sequences = new Part[batch];
        for (int b = 0; b < batch; b++) {
            sequences[b] = whole.ofSequence(b, batch);
        }
        this.inputForward = kernels.newPanels(inputs, hidden);
        this.recurrentForward = kernels.newPanels(hidden, hidden);
        this.inputBackward = kernels.newPanels(hidden, inputs);
        this.recurrentBackward = kernels.newPanels(hidden, hidden);
        this.inputDot = kernels.newPanels(inputs, hidden);
        this.recurrentDot = kernels.newPanels(hidden, hidden);
    }

    /** Returns how many floats one of these holds beside z and dz. */
    static long size(RecurrentCell cell, int sequences) {
        long hidden = cell.outputs();
        return 2 * sequences * hidden + 3 * hidden * (cell.inputs() + hidden);
    }

    /** Adds the four blocks; c lies below Q. */
    static void addBlocks(String prefix, RecurrentCell cell, ParameterLayout.Builder layout) {
        layout.add(prefix + "input", cell.inputs(), cell.outputs(), Role.INPUT);
        layout.add(prefix + "bias", 1, cell.outputs(), Role.BIAS);
        layout.add(prefix + "recurrent", cell.outputs(), cell.outputs(), Role.RECURRENT);
        layout.add(prefix + "reset-bias", 1, cell.outputs(), Role.BIAS);
    }

    /** Packs V and Q for the way forward and the way back. */
    void prepare(Parameters theta) {
        inputForward.pack(theta.block(input));
        recurrentForward.pack(theta.block(recurrent));
        inputBackward.packTransposed(theta.block(input));
        recurrentBackward.packTransposed(theta.block(recurrent));
    }

    /** a(t) = x(t) V + d, q(t) = h(t-1) Q + c, once x(t) stands in the rows of the other gates. */
    void forward(Parameters theta, int t, Kernels kernels) {
        kernels.setProduct(theta.block(bias), xAt[t], inputForward, a);
        kernels.setProduct(theta.block(resetBias), gates.hBeforeAt[t], recurrentForward, q);
    }

    /** Backward of {@link #forward} in h(t-1): {@code dhBefore} += ∂L/∂q(t) Qᵀ, not flushed. */
    void recurBackwardFrom(int t, Matrix dhBefore, Kernels kernels) {
        kernels.addProduct(dqAt[t], recurrentBackward, dhBefore);
    }

    /** Backward of {@link #forward} at all steps: ∂L/∂x(1..T) += ∂L/∂a(1..T) Vᵀ, not flushed. */
    void projectBackwardOnto(Matrix dx, Kernels kernels) {
        kernels.addProduct(whole.da, inputBackward, dx);
    }

    /** Backward of {@link #forward} in V, d, Q and c, each one product or sum over all steps. */
    void accumulate(float[] weights, Parameters gradient, Kernels kernels) {
        if (weights == null) {
            add(whole, gradient, kernels);
        } else {
            for (int t = 0; t < steps.length; t++) {
                PreActivations.weigh(bothAt[t], weights, weighted, kernels);
                add(steps[t], gradient, kernels);
            }
        }
    }

    /** The same for one sequence. */
    void accumulateSequence(int b, Parameters gradient, Kernels kernels) {
        add(sequences[b], gradient, kernels);
    }

    /** ∂L/∂V += xᵀ ∂L/∂a, ∂L/∂d += 1ᵀ ∂L/∂a, ∂L/∂[Q; c] += [h 1]ᵀ ∂L/∂q over some rows. */
    private void add(Part part, Parameters gradient, Kernels kernels) {
        kernels.addTransposedProduct(part.x, part.da, gradient.block(input));
        kernels.addColumnSums(part.da, gradient.block(bias));
        kernels.addTransposedProduct(part.hAndOne, part.dq, gradient.blocks(recurrent, resetBias));
    }

    /** Packs the tangents of V and Q, before the first of the steps of {@link #tangent}. */
    void prepareTangent(Parameters thetaDot) {
        inputDot.pack(thetaDot.block(input));
        recurrentDot.pack(thetaDot.block(recurrent));
    }

    /** Tangent of {@link #forward}, in the place of a and q, once the other gates hold ẋ(t) and ḣ(t-1). */
    void tangent(Parameters thetaDot, boolean inputsMove, int t, Kernels kernels) {
        kernels.setProduct(thetaDot.block(bias), xAt[t], inputDot, a);
        kernels.setProduct(thetaDot.block(resetBias), gates.hBeforeAt[t], recurrentDot, q);
        if (inputsMove) {
            kernels.addProduct(gates.xDotNow, inputForward, a);
        }
        if (t > 0 || gates.hasStarted()) {
            kernels.addProduct(gates.hDotBefore, recurrentForward, q);
        }
    }
}

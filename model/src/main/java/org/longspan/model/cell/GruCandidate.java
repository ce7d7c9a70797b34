package org.longspan.model.cell;

import java.util.Arrays;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;

/**
 * The two affine parts of a candidate with the reset gate between them, over a whole run, and their derivatives:
 *
 * <pre>a(t) = x(t) V + d,   q(t) = h(t-1) Q + c</pre>
 *
 * with V (I, H), d (1, H), Q (H, H), c (1, H). Both read the rows [x(t) h(t-1) 1] of the other gates' {@link
 * PreActivations}.
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
    private final Kernels kernels;
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

    /** Some rows x(t) and [h(t-1) 1], and the cotangents of their a and q. */
    record Part(Matrix x, Matrix hAndOne, Matrix da, Matrix dq) {

        /** Returns the rows of each of {@code batch} sequences. */
        Part[] bySequence(int batch) {
            Matrix[] xOf = x.interleaved(batch);
            Matrix[] hAndOneOf = hAndOne.interleaved(batch);
            Matrix[] daOf = da.interleaved(batch);
            Matrix[] dqOf = dq.interleaved(batch);
            Part[] parts = new Part[batch];
            Arrays.setAll(parts, b -> new Part(xOf[b], hAndOneOf[b], daOf[b], dqOf[b]));
            return parts;
        }
    }

    /**
     * Creates the candidate beside the other gates.
     *
     * @param z (B, 2H), overwritten with a step's a and q
     * @param dz (T·B, 2H), where the cell stores their cotangents
     */
    GruCandidate(String prefix, PreActivations gates, Matrix z, Matrix dz) {
        int hidden = z.columns() / 2;
        int batch = z.rows();
        int inputs = gates.arguments.columns() - hidden - 1;
        this.input = prefix + "input";
        this.bias = prefix + "bias";
        this.recurrent = prefix + "recurrent";
        this.resetBias = prefix + "reset-bias";
        this.gates = gates;
        this.kernels = gates.kernels;
        this.a = z.columns(0, hidden);
        this.q = z.columns(hidden, hidden);
        this.whole = new Part(
                gates.arguments.columns(0, inputs),
                gates.arguments.columns(inputs, hidden + 1),
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
        this.sequences = whole.bySequence(batch);
        this.inputForward = kernels.products().newPanels(inputs, hidden);
        this.recurrentForward = kernels.products().newPanels(hidden, hidden);
        this.inputBackward = kernels.products().newPanels(hidden, inputs);
        this.recurrentBackward = kernels.products().newPanels(hidden, hidden);
        this.inputDot = kernels.products().newPanels(inputs, hidden);
        this.recurrentDot = kernels.products().newPanels(hidden, hidden);
    }

    /** Returns how many floats an instance holds beside z and dz. */
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

    /** Packs V and Q for both directions. */
    void prepare(Parameters theta) {
        inputForward.pack(theta.block(input));
        recurrentForward.pack(theta.block(recurrent));
        inputBackward.packTransposed(theta.block(input));
        recurrentBackward.packTransposed(theta.block(recurrent));
    }

    /** a(t) = x(t) V + d, q(t) = h(t-1) Q + c, after the other gates have copied x(t). */
    void forward(Parameters theta, int t) {
        kernels.products().setProduct(theta.block(bias), xAt[t], inputForward, a);
        kernels.products().setProduct(theta.block(resetBias), gates.hBeforeAt[t], recurrentForward, q);
    }

    /** Backward of {@link #forward} in h(t-1): {@code dhBefore} += ∂L/∂q(t) Qᵀ, not flushed. */
    void recurBackwardFrom(int t, Matrix dhBefore) {
        kernels.products().addProduct(dqAt[t], recurrentBackward, dhBefore);
    }

    /** Backward of {@link #forward} at all steps: ∂L/∂x(1..T) += ∂L/∂a(1..T) Vᵀ, not flushed. */
    void projectBackwardOnto(Matrix dx) {
        kernels.products().addProduct(whole.da, inputBackward, dx);
    }

    /** Backward of {@link #forward} in V, d, Q and c, each one product or sum over all steps. */
    void accumulate(float[] weights, Parameters gradient) {
        if (weights == null) {
            add(whole, gradient);
        } else {
            for (int t = 0; t < steps.length; t++) {
                weighted.copyScaledRows(bothAt[t], weights);
                kernels.elementwise().flush(weighted);
                add(steps[t], gradient);
            }
        }
    }

    /** Adds the gradient of V, d, Q and c of one sequence. */
    void accumulateSequence(int b, Parameters gradient) {
        add(sequences[b], gradient);
    }

    /** ∂L/∂V += xᵀ ∂L/∂a, ∂L/∂d += 1ᵀ ∂L/∂a, ∂L/∂[Q; c] += [h 1]ᵀ ∂L/∂q over some rows. */
    private void add(Part part, Parameters gradient) {
        kernels.products().addTransposedProduct(part.x, part.da, gradient.block(input));
        kernels.products().addColumnSums(part.da, gradient.block(bias));
        kernels.products().addTransposedProduct(part.hAndOne, part.dq, gradient.blocks(recurrent, resetBias));
    }

    /** Packs the tangents of V and Q, before the first step of {@link #tangent}. */
    void startTangent(Parameters thetaDot) {
        inputDot.pack(thetaDot.block(input));
        recurrentDot.pack(thetaDot.block(recurrent));
    }

    /** Tangent of {@link #forward}, written to a and q, after the other gates have copied ẋ(t) and ḣ(t-1). */
    void tangent(Parameters thetaDot, boolean inputsMove, int t) {
        kernels.products().setProduct(thetaDot.block(bias), xAt[t], inputDot, a);
        kernels.products().setProduct(thetaDot.block(resetBias), gates.hBeforeAt[t], recurrentDot, q);
        if (inputsMove) {
            kernels.products().addProduct(gates.xDotNow, inputForward, a);
        }
        if (gates.recursAt(t)) {
            kernels.products().addProduct(gates.hDotBefore, recurrentForward, q);
        }
    }
}

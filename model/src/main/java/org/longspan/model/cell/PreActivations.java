package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * The affine part of a cell over a whole run, and its derivatives:
 *
 * <pre>z(t) = x(t) W + h(t-1) U + b = [x(t) h(t-1) 1] [W; U; b]</pre>
 *
 * with W (I, G), U (H, G), b (1, G) for G = gates · H. The three lie in θ one below the other, and the rows [x(t)
 * h(t-1) 1] lie in one matrix, to which a cell also writes h(t): so a step forward is one product, and the gradient of
 * W, U and b one product over all steps. The cell supplies what happens between z and h.
 *
 * <p>A cell may have several of these, each with its own prefix, its own G columns, and another vector in the place of
 * h(t-1).
 */
final class PreActivations {

    final Kernels kernels;
    final int steps;
    final int sequences;
    final Matrix h; // (T·B, H), a view of the arguments
    final Matrix[] hAt; // T of (B, H)
    final Matrix z; // (B, G), of one step, and its tangent
    final Matrix dz; // (T·B, G)
    final Matrix[] dzAt; // T of (B, G)
    final Matrix arguments; // (T·B, I+H+1), rows [x(t) h(t-1) 1]
    final Matrix[] hBeforeAt; // T of (B, H), h(t-1)
    final Matrix xDotNow; // (B, I), tangent of one step's x(t)
    final Matrix hDotBefore; // (B, H), tangent of one step's h(t-1)
    final BoundaryState initial; // h(0), or null where it is 0
    final String input;
    final String recurrent;
    final String bias;
    final Panels recurrentBackward; // Uᵀ (G, H)
    final Panels inputBackward; // Wᵀ (G, I)

    private final int inputs;
    private final Matrix[] xhAt; // T of (B, I+H)
    private final Matrix[] argumentsAt; // T of (B, I+H+1)
    private final Matrix[] argumentsOf; // B of (T, I+H+1)
    private final Matrix[] dzOf; // B of (T, G)
    private final Matrix weighted; // (B, G)
    private final Matrix xhDot; // (B, I+H), tangent of both
    private final Panels forward; // [W; U] (I+H, G)
    private final Panels forwardDot; // tangent of [W; U] (I+H, G)
    private Parameters biasOwner; // of the view of b, which is looked up once for every vector
    private Matrix biasRow; // (1, G)

    /** Creates the affine part of all of a cell's gates; h(0) is the first part of the initial state. */
    PreActivations(Unrolling unrolling, RecurrentCell cell) {
        this(
                unrolling,
                cell,
                Matrix.zeros(unrolling.sequences(), cell.gates() * cell.outputs()),
                Matrix.spaced(unrolling.rows(), cell.gates() * cell.outputs()));
    }

    /**
     * Creates the affine part of some of a cell's gates.
     *
     * @param z (B, G), overwritten with a step's pre-activations
     * @param dz (T·B, G), where the cell stores their cotangents
     */
    PreActivations(Unrolling unrolling, RecurrentCell cell, Matrix z, Matrix dz) {
        int hidden = cell.outputs();
        int width = z.columns();
        this.kernels = unrolling.kernels();
        this.steps = unrolling.steps();
        this.sequences = unrolling.sequences();
        this.inputs = cell.inputs();
        this.input = unrolling.prefix() + "input";
        this.recurrent = unrolling.prefix() + "recurrent";
        this.bias = unrolling.prefix() + "bias";
        Matrix all = Matrix.spaced((steps + 1) * sequences, inputs + hidden + 1); // the last B rows hold h(T)
        all.columns(inputs + hidden, 1).fill(1f);
        this.arguments = all.rows(0, steps * sequences);
        this.xhAt = arguments.columns(0, inputs + hidden).groups(sequences);
        this.argumentsAt = arguments.groups(sequences);
        this.argumentsOf = arguments.interleaved(sequences);
        this.h = all.rows(sequences, steps * sequences).columns(inputs, hidden);
        this.hAt = h.groups(sequences);
        this.hBeforeAt = arguments.columns(inputs, hidden).groups(sequences);
        this.initial = unrolling.initial() == null ? null : unrolling.initial().columns(0, hidden);
        this.z = z;
        this.dz = dz;
        this.dzAt = dz.groups(sequences);
        this.dzOf = dz.interleaved(sequences);
        this.weighted = Matrix.zeros(sequences, width);
        this.xhDot = Matrix.zeros(sequences, inputs + hidden);
        this.xDotNow = xhDot.columns(0, inputs);
        this.hDotBefore = xhDot.columns(inputs, hidden);
        this.forward = kernels.products().newPanels(inputs + hidden, width);
        this.recurrentBackward = kernels.products().newPanels(width, hidden);
        this.inputBackward = kernels.products().newPanels(width, inputs);
        this.forwardDot = kernels.products().newPanels(inputs + hidden, width);
    }

    /** Returns how many floats an instance for all gates holds, h among them; panels may repeat a few columns more. */
    static long size(RecurrentCell cell, int steps, int sequences) {
        long width = (long) cell.gates() * cell.outputs();
        return sequences * (width + (long) steps * Matrix.spacing((int) width))
                + size(cell, cell.gates(), steps, sequences);
    }

    /** Returns how many floats an instance for {@code gates} gates holds beside z and dz. */
    static long size(RecurrentCell cell, int gates, int steps, int sequences) {
        long width = (long) gates * cell.outputs();
        long given = (long) cell.inputs() + cell.outputs();
        return sequences * ((steps + 1L) * Matrix.spacing((int) given + 1) + width + given) + 3 * given * width;
    }

    /** Adds the three blocks of all of a cell's gates, one below the other. */
    static void addBlocks(String prefix, RecurrentCell cell, ParameterLayout.Builder layout) {
        addBlocks(prefix, cell, cell.gates(), layout);
    }

    /** Adds the three blocks of {@code gates} gates. */
    static void addBlocks(String prefix, RecurrentCell cell, int gates, ParameterLayout.Builder layout) {
        int width = gates * cell.outputs();
        layout.add(prefix + "input", cell.inputs(), width, Role.INPUT);
        layout.add(prefix + "recurrent", cell.outputs(), width, Role.RECURRENT);
        layout.add(prefix + "bias", 1, width, Role.BIAS);
    }

    /** Returns the columns of gate {@code gate} in the block {@code bias} of {@code theta}. */
    static Matrix biasOfGate(String prefix, RecurrentCell cell, int gate, Parameters theta) {
        return theta.block(prefix + "bias").columns(gate * cell.outputs(), cell.outputs());
    }

    /** Packs W and U for both directions. */
    void prepare(Parameters theta) {
        forward.pack(theta.blocks(input, recurrent));
        recurrentBackward.packTransposed(theta.block(recurrent));
        inputBackward.packTransposed(theta.block(input));
    }

    /** Writes h(0), where it is not 0, before the first step of {@link #forward}. */
    void startForward() {
        if (initial != null) {
            hBeforeAt[0].copyFrom(initial.state());
        }
    }

    /**
     * z(t) = x(t) W + h(t-1) U + b, step by step, because z(t) is then still in a near cache when it is used. The first
     * step copies the inputs of all, so t runs from 0 on over one x.
     */
    void forward(Parameters theta, Matrix x, int t) {
        if (t == 0) {
            arguments.copyRows(x, 0, 0);
        }
        kernels.products().setProduct(biasOf(theta), xhAt[t], forward, z);
    }

    private Matrix biasOf(Parameters theta) {
        if (theta != biasOwner) {
            biasOwner = theta;
            biasRow = theta.block(bias);
        }
        return biasRow;
    }

    /** Backward of {@link #forward} at t+1 in h(t): ∂L/∂h(t) += ∂L/∂z(t+1) Uᵀ. */
    void recurBackward(int t, Matrix dh) {
        if (t + 1 < steps) {
            recurBackwardFrom(t + 1, dh);
        }
        kernels.elementwise().flush(dh);
    }

    /** {@link #recurBackward}, then the transform of hidden signals; for a reader of ∂L/∂h(t) that flushes it. */
    void recurBackward(int t, Matrix dh, SignalTransform perStep) {
        if (Signals.actsAt(perStep, Site.HIDDEN)) {
            recurBackward(t, dh);
            Signals.apply(perStep, Site.HIDDEN, dh, kernels);
        } else if (t + 1 < steps) {
            recurBackwardFrom(t + 1, dh);
        }
    }

    /** Backward of {@link #forward} at t in h(t-1): {@code dhBefore} += ∂L/∂z(t) Uᵀ, not flushed. */
    void recurBackwardFrom(int t, Matrix dhBefore) {
        kernels.products().addProduct(dzAt[t], recurrentBackward, dhBefore);
    }

    /** Backward of {@link #forward} at the first step, where h(0) is not 0: ∂L/∂h(0) = ∂L/∂z(1) Uᵀ. */
    void startBackward() {
        if (initial != null) {
            initial.cotangent().fill(0f);
            recurBackwardFrom(0, initial.cotangent());
        }
    }

    /** Backward of {@link #forward} at all steps: ∂L/∂x(1..T) = ∂L/∂z(1..T) Wᵀ, if {@code dx} is not null. */
    void projectBackward(Matrix dx) {
        if (dx != null) {
            dx.fill(0f);
            projectBackwardOnto(dx);
            kernels.elementwise().flush(dx);
        }
    }

    /** Adds to {@code dx} what {@link #projectBackward} writes, without a flush: ∂L/∂x(1..T) += ∂L/∂z(1..T) Wᵀ. */
    void projectBackwardOnto(Matrix dx) {
        kernels.products().addProduct(dz, inputBackward, dx);
    }

    /** Backward of {@link #forward} in W, U and b: ∂L/∂[W; U; b] += [x(t) h(t-1) 1]ᵀ ∂L/∂z(t), t = 1..T. */
    void accumulate(float[] weights, Parameters gradient) {
        Matrix sum = gradient.blocks(input, bias);
        if (weights == null) {
            kernels.products().addTransposedProduct(arguments, dz, sum);
        } else {
            for (int t = 0; t < steps; t++) {
                weighted.copyScaledRows(dzAt[t], weights);
                kernels.elementwise().flush(weighted);
                kernels.products().addTransposedProduct(argumentsAt[t], weighted, sum);
            }
        }
    }

    /** Adds the gradient of W, U and b of one sequence. */
    void accumulateSequence(int b, Parameters gradient) {
        kernels.products().addTransposedProduct(argumentsOf[b], dzOf[b], gradient.blocks(input, bias));
    }

    /** Packs the tangents of W and U, before the first step of {@link #tangent}. */
    void startTangent(Parameters thetaDot) {
        forwardDot.pack(thetaDot.blocks(input, recurrent));
        xhDot.fill(0f);
    }

    /** Tangent of {@link #forward}: ż(t) = [x h] [Ẇ; U̇] + ḃ + [ẋ ḣ] [W; U], written to z. */
    void tangent(Parameters thetaDot, Matrix xDot, Matrix hDot, int t) {
        if (t > 0) {
            xhDot.copyRows(hDot, (t - 1) * sequences, inputs);
        } else if (initial != null) {
            xhDot.copyRows(initial.tangent(), 0, inputs);
        }
        tangent(thetaDot, xDot, t);
    }

    /** Tangent of {@link #forward} for the tangent of h(t-1), or of its substitute, in {@link #hDotBefore}. */
    void tangent(Parameters thetaDot, Matrix xDot, int t) {
        kernels.products().setProduct(thetaDot.block(bias), xhAt[t], forwardDot, z);
        if (xDot != null) {
            xhDot.copyRows(xDot, t * sequences, 0);
        }
        if (xDot != null || recursAt(t)) {
            kernels.products().addProduct(xhDot, forward, z);
        }
    }

    /** Returns whether h(t-1) can be other than 0. */
    boolean recursAt(int t) {
        return t > 0 || initial != null;
    }
}

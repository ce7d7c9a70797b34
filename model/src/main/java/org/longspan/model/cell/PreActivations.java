package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;

/**
 * The affine part of a cell over a whole run, and its derivatives:
 *
 * <pre>z(t) = x(t) W + h(t-1) U + b = [x(t) h(t-1) 1] [W; U; b],   h(0) = 0</pre>
 *
 * with W (I, G), U (H, G), b (1, G) for G = gates · H. The three lie in θ one below the other, and the rows
 * [x(t) h(t-1) 1] on the tape, where a cell writes h(t) too: so a step forward is one product, and the gradient of W, U
 * and b one product over all steps. The cell supplies what happens between z and h.
 *
 * <p>A cell may have several of these, each with a prefix of its own, G columns of its own, and something else than
 * h(t-1) in its place.
 */
public final class PreActivations {

    /** Rows this many floats apart, or a multiple, compete for a few places of the nearest cache. */
    private static final int CROWDED = 128;

    /** Floats left free after each such row: one cache line. */
    private static final int GAP = 16;

    final Matrix h; // (T·B, H), a view of the arguments
    final Matrix[] hAt; // T of (B, H)
    final Matrix z; // (B, G), of one step, and its tangent
    final Matrix dz; // (T·B, G)
    public final Matrix[] dzAt; // T of (B, G)
    final Matrix argumentsUsed; // (T·B, I+H+1), rows [x(t) h(t-1) 1]
    final Matrix[] hBeforeAt; // T of (B, H), h(t-1)
    final Matrix xDotNow; // (B, I), tangent of one step's x(t)
    final Matrix hDotBefore; // (B, H), tangent of one step's h(t-1)
    final String input;
    final String recurrent;
    final String bias;
    final Panels recurrentBackward; // Uᵀ (G, H)
    final Panels inputBackward; // Wᵀ (G, I)

    private final int steps;
    private final int sequences;
    private final int inputs;
    private final Matrix[] xhAt; // T of (B, I+H)
    private final Matrix[] argumentsAt; // T of (B, I+H+1)
    private final Matrix[] argumentsOf; // B of (T, I+H+1)
    private final Matrix[] dzOf; // B of (T, G)
    private final Matrix weighted; // (B, G)
    private final Matrix xhDot; // (B, I+H), tangent of both
    private final Panels forward; // [W; U] (I+H, G)
    private final Panels forwardDot; // tangent of [W; U] (I+H, G)
    private boolean started; // whether h(0) may be other than 0
    private InitialState initial; // h(0), or null where it is 0 or the cell sees to it

    PreActivations(String prefix, RecurrentCell cell, int steps, int sequences, Kernels kernels) {
        this(
                prefix,
                cell,
                Matrix.zeros(sequences, cell.gates() * cell.outputs()),
                spaced(steps * sequences, cell.gates() * cell.outputs()),
                kernels);
    }

    /**
     * Creates those of some of a cell's gates.
     *
     * @param z (B, G), where a step's pre-activations go
     * @param dz (T·B, G), where the cell leaves their cotangents
     */
    PreActivations(String prefix, RecurrentCell cell, Matrix z, Matrix dz, Kernels kernels) {
        int hidden = cell.outputs();
        int width = z.columns();
        this.input = prefix + "input";
        this.recurrent = prefix + "recurrent";
        this.bias = prefix + "bias";
        this.sequences = z.rows();
        this.steps = dz.rows() / sequences;
        this.inputs = cell.inputs();
        Matrix arguments = spaced((steps + 1) * sequences, inputs + hidden + 1); // the last B rows hold h(T)
        arguments.columns(inputs + hidden, 1).fill(1f);
        this.argumentsUsed = arguments.rows(0, steps * sequences);
        this.xhAt = argumentsUsed.columns(0, inputs + hidden).groups(sequences);
        this.argumentsAt = argumentsUsed.groups(sequences);
        this.argumentsOf = StepViews.bySequence(argumentsUsed, 0, steps, sequences);
        this.h = arguments.rows(sequences, steps * sequences).columns(inputs, hidden);
        this.hAt = h.groups(sequences);
        this.hBeforeAt = argumentsUsed.columns(inputs, hidden).groups(sequences);
        this.z = z;
        this.dz = dz;
        this.dzAt = dz.groups(sequences);
        this.dzOf = StepViews.bySequence(dz, 0, steps, sequences);
        this.weighted = Matrix.zeros(sequences, width);
        this.xhDot = Matrix.zeros(sequences, inputs + hidden);
        this.xDotNow = xhDot.columns(0, inputs);
        this.hDotBefore = xhDot.columns(inputs, hidden);
        this.forward = kernels.newPanels(inputs + hidden, width);
        this.recurrentBackward = kernels.newPanels(width, hidden);
        this.inputBackward = kernels.newPanels(width, inputs);
        this.forwardDot = kernels.newPanels(inputs + hidden, width);
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

    /** Returns how many floats one of these holds, h among them; panels may repeat a few columns more. */
    static long size(RecurrentCell cell, int steps, int sequences) {
        long width = (long) cell.gates() * cell.outputs();
        return sequences * (width + (long) steps * spacing((int) width)) + size(cell, cell.gates(), steps, sequences);
    }

    /** Returns the same of {@code gates} of a cell's gates, without z and dz. */
    static long size(RecurrentCell cell, int gates, int steps, int sequences) {
        long width = (long) gates * cell.outputs();
        long given = (long) cell.inputs() + cell.outputs();
        return sequences * ((steps + 1L) * spacing((int) given + 1) + width + given) + 3 * given * width;
    }

    /** Adds the three blocks, one below the other. */
    static void addBlocks(String prefix, RecurrentCell cell, ParameterLayout.Builder layout) {
        addBlocks(prefix, cell, cell.gates(), layout);
    }

    /** Adds those of {@code gates} of its gates. */
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

    /** Returns h(0), which may be other than 0 from now on. */
    InitialState initialState() {
        return initialState(Matrix.zeros(sequences, h.columns()));
    }

    /** The same of a cell that itself leaves ∂L/∂h(0) in {@code cotangent}. */
    InitialState initialState(Matrix cotangent) {
        start();
        initial = new InitialState(hBeforeAt[0], cotangent, Matrix.zeros(sequences, h.columns()));
        return initial;
    }

    /** Lets what stands in the place of h(0) be other than 0 from now on. */
    void start() {
        started = true;
    }

    /** Returns whether h(0), or what stands in its place, may be other than 0. */
    boolean hasStarted() {
        return started;
    }

    /** Returns h(0), or null where it is 0. */
    InitialState initial() {
        return initial;
    }

    /** Packs W and U for the way forward and the way back. */
    void prepare(Parameters theta) {
        forward.pack(theta.blocks(input, recurrent));
        recurrentBackward.packTransposed(theta.block(recurrent));
        inputBackward.packTransposed(theta.block(input));
    }

    /** z(t) = x(t) W + h(t-1) U + b, step by step, because z(t) is then still in a near cache when it is used. */
    void forward(Parameters theta, Matrix x, int t, Kernels kernels) {
        copyRows(x, t * sequences, xhAt[t], 0);
        kernels.setProduct(theta.block(bias), xhAt[t], forward, z);
    }

    /** Backward of {@link #forward} at t+1: ∂L/∂h(t) += ∂L/∂z(t+1) Uᵀ. */
    void recurBackward(int t, Matrix dh, Kernels kernels) {
        if (t + 1 < steps) {
            recurBackwardFrom(t + 1, dh, kernels);
        }
        kernels.flush(dh);
    }

    /** Backward of {@link #forward} in h(t-1) at t itself: {@code dhBefore} += ∂L/∂z(t) Uᵀ, not flushed. */
    public void recurBackwardFrom(int t, Matrix dhBefore, Kernels kernels) {
        kernels.addProduct(dzAt[t], recurrentBackward, dhBefore);
    }

    /** Backward of {@link #forward} at the first step, where h(0) may be other than 0: ∂L/∂h(0) = ∂L/∂z(1) Uᵀ. */
    void startBackward(Kernels kernels) {
        if (initial != null) {
            initial.cotangent().fill(0f);
            recurBackwardFrom(0, initial.cotangent(), kernels);
        }
    }

    /** Backward of {@link #forward} at all steps: ∂L/∂x(1..T) = ∂L/∂z(1..T) Wᵀ. */
    void projectBackward(Matrix dx, Kernels kernels) {
        if (dx != null) {
            dx.fill(0f);
            projectBackwardOnto(dx, kernels);
            kernels.flush(dx);
        }
    }

    /** The same added to what stands there, not flushed: ∂L/∂x(1..T) += ∂L/∂z(1..T) Wᵀ. */
    void projectBackwardOnto(Matrix dx, Kernels kernels) {
        kernels.addProduct(dz, inputBackward, dx);
    }

    /** Backward of {@link #forward} in W, U and b: ∂L/∂[W; U; b] += [x(t) h(t-1) 1]ᵀ ∂L/∂z(t), t = 1..T. */
    void accumulate(float[] weights, Parameters gradient, Kernels kernels) {
        Matrix sum = gradient.blocks(input, bias);
        if (weights == null) {
            kernels.addTransposedProduct(argumentsUsed, dz, sum);
        } else {
            for (int t = 0; t < steps; t++) {
                weigh(dzAt[t], weights, weighted, kernels);
                kernels.addTransposedProduct(argumentsAt[t], weighted, sum);
            }
        }
    }

    /** The same for one sequence. */
    void accumulateSequence(int b, Parameters gradient, Kernels kernels) {
        kernels.addTransposedProduct(argumentsOf[b], dzOf[b], gradient.blocks(input, bias));
    }

    /** {@code gradient} of U += {@code before}ᵀ {@code dz}, for rows of one step that a caller has made of h and z. */
    public void accumulateRecurrent(Matrix before, Matrix dz, Parameters gradient, Kernels kernels) {
        kernels.addTransposedProduct(before, dz, gradient.block(recurrent));
    }

    /** Row b of {@code out} = weights[b] · row b of {@code rows}, flushed; out may be rows. */
    public static void weigh(Matrix rows, float[] weights, Matrix out, Kernels kernels) {
        for (int b = 0; b < rows.rows(); b++) {
            int from = rows.row(b);
            int to = out.row(b);
            for (int j = 0; j < rows.columns(); j++) {
                out.data()[to + j] = weights[b] * rows.data()[from + j];
            }
        }
        kernels.flush(out);
    }

    /** Packs the tangents of W and U, before the first of the steps of {@link #tangent}. */
    void prepareTangent(Parameters thetaDot) {
        forwardDot.pack(thetaDot.blocks(input, recurrent));
        xhDot.fill(0f);
    }

    /** Tangent of {@link #forward}: ż(t) = [x h] [Ẇ; U̇] + ḃ + [ẋ ḣ] [W; U], which takes the place of z. */
    void tangent(Parameters thetaDot, Matrix xDot, Matrix hDot, int t, Kernels kernels) {
        if (t > 0) {
            copyRows(hDot, (t - 1) * sequences, xhDot, inputs);
        } else if (initial != null) {
            copyRows(initial.tangent(), 0, xhDot, inputs);
        }
        tangent(thetaDot, xDot, t, kernels);
    }

    /** The same where the tangent of what stands in h(t-1)'s place was written to {@link #hDotBefore}. */
    void tangent(Parameters thetaDot, Matrix xDot, int t, Kernels kernels) {
        kernels.setProduct(thetaDot.block(bias), xhAt[t], forwardDot, z);
        if (xDot != null) {
            copyRows(xDot, t * sequences, xhDot, 0);
        }
        if (xDot != null || t > 0 || started) {
            kernels.addProduct(xhDot, forward, z);
        }
    }

    /** Copies as many rows as {@code to} has, from row {@code first} on, into its columns from {@code column} on. */
    private static void copyRows(Matrix from, int first, Matrix to, int column) {
        for (int b = 0; b < to.rows(); b++) {
            System.arraycopy(from.data(), from.row(first + b), to.data(), to.row(b) + column, from.columns());
        }
    }
}

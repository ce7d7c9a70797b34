package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/** What a run of an {@link LruCell} leaves behind. */
final class LruRun implements RecurrentCell.Tape {

    final LruWeights weights;
    final Matrix zeros; // (1, 2S)
    final Matrix x; // (T·B, I), a view of the arguments
    final Matrix[] xAt; // T of (B, I)
    final Matrix[] sAt; // T of (B, 2S)
    final Matrix[] sxAt; // T of (B, 2S+I)
    final Matrix[] hAt; // T of (B, H)
    final Matrix[] dsAt; // T of (B, 2S)
    final Matrix[] dzAt; // T of (B, H)
    final Matrix u; // (B, 2S), what a state has from its input, its tangent; what ∂L/∂s(t) has from h(t)
    final Matrix z; // (B, H), and its tangent
    final Rows whole;
    final Rows[] ofSequence; // B
    final StepViews dh;
    final StepViews hDot;

    private final Matrix h; // (T·B, H)
    private final Matrix ds; // (T·B, 2S)
    private final Matrix dz; // (T·B, H)
    private final Matrix zeroStates; // (B, 2S), s(0) and ∂L/∂s(T+1)
    private final Matrix zeroInputs; // (1, I)
    private final Matrix dsWeighed; // (B, 2S)
    private final Matrix dzWeighed; // (B, H)
    private final Rows[] weighedAt; // T, with these
    private final Matrix partDot; // (B, 2S), tangent of s(t) but for the part from that of s(t-1)
    private final Dots even; // tangents at even steps
    private final Dots odd; // at odd ones
    private final StepViews xDots;
    private InitialState initial; // s(0), or null where it is 0

    /** The rows [s(t) x(t) 1] and their cotangents that a gradient sums over; s(t-1) and ∂L/∂s(t) of all but the first. */
    record Rows(Matrix arguments, Matrix x, Matrix ds, Matrix dz, Matrix sBefore, Matrix dsAfter) {}

    /** Tangents of [s x] (B, 2S+I) at one step, and the views of its two parts. */
    private record Dots(Matrix sx, Matrix s, Matrix x) {

        static Dots zeros(int sequences, int width, int inputs) {
            Matrix sx = Matrix.zeros(sequences, width + inputs);
            return new Dots(sx, sx.columns(0, width), sx.columns(width, inputs));
        }
    }

    LruRun(String prefix, LruCell cell, int steps, int sequences, Kernels kernels) {
        int inputs = cell.inputs();
        int outputs = cell.outputs();
        int width = 2 * cell.states();
        int rows = steps * sequences;
        Matrix arguments = PreActivations.spaced(rows, width + inputs + 1); // rows [s(t) x(t) 1]
        arguments.columns(width + inputs, 1).fill(1f);
        Matrix s = arguments.columns(0, width);
        this.weights = new LruWeights(prefix, cell, kernels);
        this.x = arguments.columns(width, inputs);
        this.xAt = x.groups(sequences);
        this.sAt = s.groups(sequences);
        this.sxAt = arguments.columns(0, width + inputs).groups(sequences);
        this.h = Matrix.zeros(rows, outputs);
        this.hAt = h.groups(sequences);
        this.ds = PreActivations.spaced(rows, width);
        this.dsAt = ds.groups(sequences);
        this.dz = PreActivations.spaced(rows, outputs);
        this.dzAt = dz.groups(sequences);
        this.u = Matrix.zeros(sequences, width);
        this.z = Matrix.zeros(sequences, outputs);
        this.zeros = Matrix.zeros(1, width);
        this.zeroInputs = Matrix.zeros(1, inputs);
        this.zeroStates = Matrix.zeros(sequences, width);
        this.partDot = Matrix.zeros(sequences, width);
        this.even = Dots.zeros(sequences, width, inputs);
        this.odd = Dots.zeros(sequences, width, inputs);
        this.dsWeighed = Matrix.zeros(sequences, width);
        this.dzWeighed = Matrix.zeros(sequences, outputs);
        this.whole = rows(arguments, s);
        this.ofSequence = rowsOfSequences(arguments, s, steps, sequences);
        this.weighedAt = rowsOfSteps(arguments.groups(sequences));
        this.dh = new StepViews(steps, sequences);
        this.hDot = new StepViews(steps, sequences);
        this.xDots = new StepViews(steps, sequences);
    }

    private Rows rows(Matrix arguments, Matrix s) {
        int sequences = u.rows();
        int later = s.rows() - sequences;
        return new Rows(arguments, x, ds, dz, s.rows(0, later), ds.rows(sequences, later));
    }

    private Rows[] rowsOfSequences(Matrix arguments, Matrix s, int steps, int sequences) {
        Matrix[] argumentsOf = StepViews.bySequence(arguments, 0, steps, sequences);
        Matrix[] xOf = StepViews.bySequence(x, 0, steps, sequences);
        Matrix[] dsOf = StepViews.bySequence(ds, 0, steps, sequences);
        Matrix[] dzOf = StepViews.bySequence(dz, 0, steps, sequences);
        Matrix[] sOf = StepViews.bySequence(s, 0, steps, sequences);
        Rows[] rows = new Rows[sequences];
        for (int b = 0; b < sequences; b++) {
            Matrix sBefore = sOf[b].rows(0, steps - 1);
            Matrix dsAfter = dsOf[b].rows(steps == 1 ? 0 : 1, steps - 1);
            rows[b] = new Rows(argumentsOf[b], xOf[b], dsOf[b], dzOf[b], sBefore, dsAfter);
        }
        return rows;
    }

    private Rows[] rowsOfSteps(Matrix[] argumentsAt) {
        Rows[] rows = new Rows[argumentsAt.length];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = new Rows(argumentsAt[t], xAt[t], dsWeighed, dzWeighed, sBefore(t), dsWeighed);
        }
        return rows;
    }

    /** Returns how many floats such a run holds. */
    static long size(LruCell cell, int steps, int sequences) {
        int inputs = cell.inputs();
        int outputs = cell.outputs();
        int width = 2 * cell.states();
        long arguments = PreActivations.spacing(width + inputs + 1);
        long cotangents = PreActivations.spacing(width) + PreActivations.spacing(outputs);
        long perSequence = steps * (arguments + outputs + cotangents) + 6L * width + 2L * inputs + 2L * outputs;
        return sequences * perSequence + width + inputs + LruWeights.size(cell);
    }

    Matrix sBefore(int t) {
        return t > 0 ? sAt[t - 1] : initial == null ? zeroStates : initial.state();
    }

    Matrix dsAfter(int t) {
        return t + 1 == dsAt.length ? zeroStates : dsAt[t + 1];
    }

    /** Backward of the first step, where s(0) may be other than 0: ∂L/∂s(0) is the conjugate of λ times ∂L/∂s(1). */
    void startBackward(Kernels kernels) {
        if (initial != null) {
            kernels.complexMultiplyAdd(weights.eigenvalues.conjugate, dsAt[0], zeroStates, initial.cotangent());
        }
    }

    /** The share of the first step in the gradient of λ, which the other rows leave out because s(0) is 0 in general. */
    void accumulateStart() {
        for (int b = 0; b < u.rows(); b++) {
            accumulateStart(b);
        }
    }

    /** The same of one sequence. */
    void accumulateStart(int b) {
        if (initial != null) {
            weights.addLambdaGradient(initial.state(), dsAt[0], b);
        }
    }

    /** ∂L/∂x = ∂L/∂s (B ∘ g)ᵀ + ∂L/∂z Dᵀ, at all steps. */
    void projectBackward(Matrix dx, Kernels kernels) {
        if (dx != null) {
            kernels.setProduct(zeroInputs, ds, weights.inputBackward, dx);
            kernels.addProduct(dz, weights.directBackward, dx);
            kernels.flush(dx);
        }
    }

    /** Returns the rows of one step with every cotangent times its sequence's weight. */
    Rows weighed(int t, float[] factors, Kernels kernels) {
        PreActivations.weigh(dsAt[t], factors, dsWeighed, kernels);
        PreActivations.weigh(dzAt[t], factors, dzWeighed, kernels);
        return weighedAt[t];
    }

    /** Before the first of the steps of {@link #stateTangent}: tangents of x where none are given are 0. */
    void startTangent() {
        even.sx.fill(0f);
        odd.sx.fill(0f);
        if (initial != null) {
            dots(-1).s.copyFrom(initial.tangent());
        }
    }

    /** Tangent of s(t) = λ ∘ s(t-1) + x(t) (B ∘ g): ṡ(t) = λ ∘ ṡ(t-1) + λ̇ ∘ s(t-1) + x(t) (B ∘ g)˙ + ẋ(t) (B ∘ g). */
    void stateTangent(Matrix xDot, int t, Kernels kernels) {
        kernels.setProduct(zeros, xAt[t], weights.inputDot, u);
        if (xDot != null) {
            Matrix xDotHere = xDots.byStep(xDot)[t];
            dots(t).x.copyFrom(xDotHere);
            kernels.addProduct(xDotHere, weights.inputForward, u);
        }
        kernels.complexMultiplyAdd(weights.eigenvalues.lambdaDot, sBefore(t), u, partDot);
        kernels.complexMultiplyAdd(weights.eigenvalues.lambda, dots(t - 1).s, partDot, dots(t).s);
    }

    /** Returns the tangent of [s(t) x(t)] (B, 2S+I). */
    Matrix sxDot(int t) {
        return dots(t).sx;
    }

    private Dots dots(int t) {
        return t % 2 == 0 ? even : odd;
    }

    @Override
    public Matrix outputs() {
        return h;
    }

    @Override
    public InitialState[] initialStates() {
        Matrix s0 = Matrix.zeros(u.rows(), u.columns());
        initial = new InitialState(s0, Matrix.zeros(u.rows(), u.columns()), Matrix.zeros(u.rows(), u.columns()));
        Rows first = weighedAt[0];
        weighedAt[0] = new Rows(first.arguments, first.x, first.ds, first.dz, s0, first.dsAfter);
        return new InitialState[] {initial};
    }
}

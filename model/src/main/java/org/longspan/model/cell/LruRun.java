package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * A run of an {@link LruCell}, the affine part of whose step is
 *
 * <pre>
 * u(t) = x(t) (B ∘ g),   s(t) = λ ∘ s(t-1) + u(t)
 * z(t) = [s(t) x(t)] [C; D] + b,   h(t) = f(z(t))
 * </pre>
 */
final class LruRun implements SecondOrderRun {

    final Kernels kernels;
    final LruWeights weights;
    final Matrix zeros; // (1, 2S)
    final Matrix[] hAt; // T of (B, H)
    final Matrix[] dsAt; // T of (B, 2S)
    final Matrix[] dzAt; // T of (B, H)
    final BoundaryState initial; // s(0), or null where it is 0
    final BoundaryState end; // s(T), or null where nothing comes after it
    final Matrix zeroStates; // (B, 2S), ∂L/∂s(T+1), and s(0) where it is 0
    final Matrix zeroInputs; // (1, I)
    final LruRows whole;
    final StepViews dhViews;

    private final LruCell cell;
    private final boolean bounded;
    private final Matrix xCopy; // (T·B, I), a view of the arguments
    private final Matrix[] xAt; // T of (B, I)
    private final Matrix[] sAt; // T of (B, 2S)
    private final Matrix[] sxAt; // T of (B, 2S+I)
    private final Matrix h; // (T·B, H)
    private final Matrix ds; // (T·B, 2S)
    private final Matrix dz; // (T·B, H)
    private final Matrix u; // (B, 2S), a state's input, its tangent; what ∂L/∂s(t) gets from h(t)
    private final Matrix z; // (B, H), and its tangent
    private final LruRows[] ofSequence; // B
    private final Matrix dsWeighted; // (B, 2S)
    private final Matrix dzWeighted; // (B, H)
    private final LruRows[] weightedAt; // T, with these
    private final Matrix partDot; // (B, 2S), tangent of s(t) without the part from that of s(t-1)
    private final Dots even; // tangents at even steps
    private final Dots odd; // at odd ones
    private final StepViews hDotViews;
    private final StepViews xDotViews;

    /** The tangent of [s x] (B, 2S+I) at one step, and the views of its two parts. */
    private record Dots(Matrix sx, Matrix s, Matrix x) {

        static Dots zeros(int sequences, int width, int inputs) {
            Matrix sx = Matrix.zeros(sequences, width + inputs);
            return new Dots(sx, sx.columns(0, width), sx.columns(width, inputs));
        }
    }

    LruRun(Unrolling unrolling, LruCell cell) {
        int sequences = unrolling.sequences();
        int inputs = cell.inputs();
        int outputs = cell.outputs();
        int width = 2 * cell.states();
        int rows = unrolling.rows();
        Matrix arguments = Matrix.spaced(rows, width + inputs + 1); // rows [s(t) x(t) 1]
        arguments.columns(width + inputs, 1).fill(1f);
        Matrix s = arguments.columns(0, width);
        this.cell = cell;
        this.kernels = unrolling.kernels();
        this.bounded = cell.bounded();
        this.weights = new LruWeights(unrolling, cell);
        this.xCopy = arguments.columns(width, inputs);
        this.xAt = xCopy.groups(sequences);
        this.sAt = s.groups(sequences);
        this.sxAt = arguments.columns(0, width + inputs).groups(sequences);
        this.h = Matrix.zeros(rows, outputs);
        this.hAt = h.groups(sequences);
        this.ds = Matrix.spaced(rows, width);
        this.dsAt = ds.groups(sequences);
        this.dz = Matrix.spaced(rows, outputs);
        this.dzAt = dz.groups(sequences);
        this.u = Matrix.zeros(sequences, width);
        this.z = Matrix.zeros(sequences, outputs);
        this.initial = unrolling.initial();
        this.end = unrolling.end();
        this.zeros = Matrix.zeros(1, width);
        this.zeroInputs = Matrix.zeros(1, inputs);
        this.zeroStates = Matrix.zeros(sequences, width);
        this.partDot = Matrix.zeros(sequences, width);
        this.even = Dots.zeros(sequences, width, inputs);
        this.odd = Dots.zeros(sequences, width, inputs);
        this.dsWeighted = Matrix.zeros(sequences, width);
        this.dzWeighted = Matrix.zeros(sequences, outputs);
        this.whole = LruRows.of(arguments, xCopy, ds, dz, sequences);
        this.ofSequence = whole.bySequence(sequences);
        this.weightedAt = rowsOfSteps(arguments.groups(sequences));
        this.dhViews = new StepViews(unrolling);
        this.hDotViews = new StepViews(unrolling);
        this.xDotViews = new StepViews(unrolling);
    }

    private LruRows[] rowsOfSteps(Matrix[] argumentsAt) {
        LruRows[] rows = new LruRows[argumentsAt.length];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = new LruRows(argumentsAt[t], xAt[t], dsWeighted, dzWeighted, sBefore(t), dsWeighted);
        }
        return rows;
    }

    /** Returns how many floats a run holds. */
    static long size(LruCell cell, int steps, int sequences) {
        int inputs = cell.inputs();
        int outputs = cell.outputs();
        int width = 2 * cell.states();
        long arguments = Matrix.spacing(width + inputs + 1);
        long cotangents = Matrix.spacing(width) + Matrix.spacing(outputs);
        long perSequence = steps * (arguments + outputs + cotangents) + 6L * width + 2L * inputs + 2L * outputs;
        return sequences * perSequence + width + inputs + LruWeights.size(cell);
    }

    private Matrix sBefore(int t) {
        return t > 0 ? sAt[t - 1] : initial == null ? zeroStates : initial.state();
    }

    Matrix dsAfter(int t) {
        return t + 1 == dsAt.length ? zeroStates : dsAt[t + 1];
    }

    private Dots dots(int t) {
        return t % 2 == 0 ? even : odd;
    }

    @Override
    public Matrix outputs() {
        return h;
    }

    @Override
    public void prepare(Parameters theta) {
        weights.prepare(theta);
    }

    @Override
    public void forward(Parameters theta, Matrix x) {
        Matrix bias = weights.bias(theta);
        xCopy.copyFrom(x);
        for (int t = 0; t < hAt.length; t++) {
            kernels.products().setProduct(zeros, xAt[t], weights.inputForward, u);
            kernels.elementwise().complexMultiplyAdd(weights.eigenvalues.lambda, sBefore(t), u, sAt[t]);
            kernels.products().setProduct(bias, sxAt[t], weights.outputForward, z);
            if (bounded) {
                kernels.activations().tanh(z, hAt[t]);
            } else {
                hAt[t].copyFrom(z);
            }
            kernels.elementwise().flush(hAt[t]);
        }
        if (end != null) {
            end.state().copyFrom(sAt[sAt.length - 1]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
        Signals.requireSite(perStep, LruCell.SITES);
        Matrix[] dhAt = dhViews.byStep(dh);
        for (int t = hAt.length - 1; t >= 0; t--) {
            kernels.elementwise().flush(dhAt[t]);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            // h = f(z)
            throughF(hAt[t], dhAt[t], dzAt[t]);
            Signals.apply(perStep, Site.PREACTIVATION, dzAt[t], kernels);
            // z = [s x] [C; D] + b
            kernels.products().setProduct(zeros, dzAt[t], weights.outputBackward, u);
            if (end != null && t == hAt.length - 1) {
                kernels.elementwise().addScaled(1f, end.cotangent(), u);
            }
            // s(t+1) = λ ∘ s(t) + u(t+1)
            kernels.elementwise().complexMultiplyAdd(weights.eigenvalues.conjugate, dsAfter(t), u, dsAt[t]);
            Signals.apply(perStep, Site.CELL, dsAt[t], kernels);
        }
        if (initial != null) {
            kernels.elementwise()
                    .complexMultiplyAdd(weights.eigenvalues.conjugate, dsAt[0], zeroStates, initial.cotangent());
        }
        projectBackward(dx);
    }

    /** The derivative of f, which is its own transpose: dz from dh, ḣ from ż. */
    private void throughF(Matrix values, Matrix from, Matrix to) {
        if (bounded) {
            kernels.activations().tanhBackward(values, from, to);
        } else {
            to.copyFrom(from);
            kernels.elementwise().flush(to);
        }
    }

    /** ∂L/∂x = ∂L/∂s (B ∘ g)ᵀ + ∂L/∂z Dᵀ, at all steps, if {@code dx} is not null. */
    private void projectBackward(Matrix dx) {
        if (dx != null) {
            kernels.products().setProduct(zeroInputs, ds, weights.inputBackward, dx);
            kernels.products().addProduct(dz, weights.directBackward, dx);
            kernels.elementwise().flush(dx);
        }
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
        Matrix[] hDotAt = hDotViews.byStep(hDot);
        startTangent(thetaDot);
        for (int t = 0; t < hAt.length; t++) {
            tangent(thetaDot, xDot, t, hDotAt[t]);
        }
        endTangent();
    }

    /** Clears the tangents of x, which are 0 where none are given, and writes those of the weights and of s(0). */
    void startTangent(Parameters thetaDot) {
        weights.tangent(thetaDot);
        even.sx.fill(0f);
        odd.sx.fill(0f);
        if (initial != null) {
            dots(-1).s.copyFrom(initial.tangent());
        }
    }

    /** Tangent of one step. */
    void tangent(Parameters thetaDot, Matrix xDot, int t, Matrix hDotNow) {
        stateTangent(xDot, t);
        kernels.products().setProduct(weights.bias(thetaDot), sxAt[t], weights.outputDot, z);
        kernels.products().addProduct(dots(t).sx, weights.outputForward, z);
        throughF(hAt[t], z, hDotNow);
    }

    /** Returns the tangent of [s(t) x(t)] (B, 2S+I), which the step after the next overwrites. */
    Matrix sxDot(int t) {
        return dots(t).sx;
    }

    /** Hands on the tangent of s(T). */
    void endTangent() {
        if (end != null) {
            end.tangent().copyFrom(dots(hAt.length - 1).s);
        }
    }

    /** Tangent of s(t) = λ ∘ s(t-1) + x(t) (B ∘ g): ṡ(t) = λ ∘ ṡ(t-1) + λ̇ ∘ s(t-1) + x(t) (B ∘ g)˙ + ẋ(t) (B ∘ g). */
    private void stateTangent(Matrix xDot, int t) {
        kernels.products().setProduct(zeros, xAt[t], weights.inputDot, u);
        if (xDot != null) {
            Matrix xDotNow = xDotViews.byStep(xDot)[t];
            dots(t).x.copyFrom(xDotNow);
            kernels.products().addProduct(xDotNow, weights.inputForward, u);
        }
        kernels.elementwise().complexMultiplyAdd(weights.eigenvalues.lambdaDot, sBefore(t), u, partDot);
        kernels.elementwise().complexMultiplyAdd(weights.eigenvalues.lambda, dots(t - 1).s, partDot, dots(t).s);
    }

    @Override
    public void accumulate(float[] factors, Parameters gradient) {
        weights.begin();
        if (factors == null) {
            weights.accumulate(whole, gradient);
            for (int b = 0; b < u.rows(); b++) {
                accumulateInitial(b);
            }
        } else {
            for (int t = 0; t < hAt.length; t++) {
                weights.accumulate(weighted(t, factors), gradient);
            }
        }
        weights.end(gradient);
    }

    @Override
    public void accumulateSequence(int sequence, Parameters gradient) {
        weights.begin();
        weights.accumulate(ofSequence[sequence], gradient);
        accumulateInitial(sequence);
        weights.end(gradient);
    }

    /** The share of the first step in the gradient of λ, which {@link LruRows} of several steps leave out. */
    private void accumulateInitial(int b) {
        if (initial != null) {
            weights.addLambdaGradient(initial.state(), dsAt[0], b);
        }
    }

    /** Returns the rows of one step with every cotangent times its sequence's factor. */
    private LruRows weighted(int t, float[] factors) {
        dsWeighted.copyScaledRows(dsAt[t], factors);
        dzWeighted.copyScaledRows(dzAt[t], factors);
        kernels.elementwise().flush(dsWeighted);
        kernels.elementwise().flush(dzWeighted);
        return weightedAt[t];
    }

    @Override
    public RunTangents openTangents() {
        return new LruTangents(this, cell);
    }
}

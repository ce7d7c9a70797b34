package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of an {@link LruRun}, its backward pass among them. Where that pass multiplies a signal by a weight, both
 * change:
 *
 * <pre>
 * dz = dh ∘ f′(z)                      ->  dż = dḣ ∘ f′(z) + dh ∘ f″(z) ∘ ż
 * ds(t) = conj(λ) ∘ ds(t+1) + dz Cᵀ    ->  dṡ(t) = conj(λ) ∘ dṡ(t+1) + conj(λ̇) ∘ ds(t+1) + dż Cᵀ + dz Ċᵀ
 * </pre>
 */
final class LruTangents implements RunTangents {

    private final LruRun run;
    private final Kernels kernels;
    private final Activation f;
    private final LruWeightTangents weights;
    private final Matrix sxDot; // (T·B, 2S+I), tangents of [s(t) x(t)]
    private final Matrix[] sxDotAt; // T of (B, 2S+I)
    private final Matrix dsDot; // (T·B, 2S)
    private final Matrix[] dsDotAt; // T of (B, 2S)
    private final Matrix dzDot; // (T·B, H)
    private final Matrix[] dzDotAt; // T of (B, H)
    private final Matrix u; // (B, 2S), what dṡ(t) gets from h(t)
    private final Matrix part; // (B, 2S), dṡ(t) without the part from dṡ(t+1)
    private final StepViews dhDotViews;
    private final StepViews hDotViews;
    private Matrix[] hDotAt; // T of (B, H), of the last tangent
    private Matrix cutFor; // the tangent of x of the last tangent, or null
    private LruRows dots; // the tangents of all rows, with that x

    LruTangents(LruRun run, LruCell cell) {
        int sequences = run.hAt[0].rows();
        int rows = run.whole.x().rows();
        int width = 2 * cell.states();
        this.run = run;
        this.kernels = run.kernels;
        this.f = cell.bounded() ? Activation.TANH : Activation.LINEAR;
        this.weights = new LruWeightTangents(run.weights, cell, kernels);
        this.sxDot = Matrix.spaced(rows, width + cell.inputs());
        this.sxDotAt = sxDot.groups(sequences);
        this.dsDot = Matrix.spaced(rows, width);
        this.dsDotAt = dsDot.groups(sequences);
        this.dzDot = Matrix.spaced(rows, cell.outputs());
        this.dzDotAt = dzDot.groups(sequences);
        this.u = Matrix.zeros(sequences, width);
        this.part = Matrix.zeros(sequences, width);
        this.dhDotViews = new StepViews(sxDotAt.length, sequences);
        this.hDotViews = new StepViews(sxDotAt.length, sequences);
        this.dots = dots(null);
    }

    static long size(LruCell cell, int steps, int sequences) {
        int width = 2 * cell.states();
        long perStep =
                (long) Matrix.spacing(width + cell.inputs()) + Matrix.spacing(width) + Matrix.spacing(cell.outputs());
        return sequences * (steps * perStep + 2L * width) + LruWeightTangents.size(cell);
    }

    private LruRows dots(Matrix xDot) {
        return LruRows.of(sxDot, xDot, dsDot, dzDot, u.rows());
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
        hDotAt = hDotViews.byStep(hDot);
        if (xDot != cutFor) {
            cutFor = xDot;
            dots = dots(xDot);
        }
        run.startTangent(thetaDot);
        weights.tangent(theta, thetaDot);
        for (int t = 0; t < sxDotAt.length; t++) {
            run.tangent(thetaDot, xDot, t, hDotAt[t]);
            sxDotAt[t].copyFrom(run.sxDot(t));
        }
        run.endTangent();
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
        Matrix[] dhAt = run.dhViews.byStep(dh);
        Matrix[] dhDotAt = dhDotViews.byStep(dhDot);
        int last = dhAt.length - 1;
        for (int t = last; t >= 0; t--) {
            kernels.elementwise().flush(dhDotAt[t]);
            // h = f(z)
            f.applySlopeTangent(run.hAt[t], hDotAt[t], dhAt[t], dhDotAt[t], dzDotAt[t], kernels);
            // z = [s x] [C; D] + b
            kernels.products().setProduct(run.zeros, dzDotAt[t], run.weights.outputBackward, u);
            kernels.products().addProduct(run.dzAt[t], weights.outputBackward, u);
            if (run.end != null && t == last) {
                kernels.elementwise().addScaled(1f, run.end.cotangentDot(), u);
            }
            // s(t+1) = λ ∘ s(t) + u(t+1)
            statesBackward(run.dsAfter(t), t == last ? run.zeroStates : dsDotAt[t + 1], u, dsDotAt[t]);
        }
        if (run.initial != null) {
            statesBackward(run.dsAt[0], dsDotAt[0], run.zeroStates, run.initial.cotangentDot());
        }
        projectBackward(dxDot);
    }

    /** out = conj(λ) ∘ dṡ + conj(λ̇) ∘ ds + plus. */
    private void statesBackward(Matrix ds, Matrix dsDotNow, Matrix plus, Matrix out) {
        kernels.elementwise().complexMultiplyAdd(weights.conjugate, ds, plus, part);
        kernels.elementwise().complexMultiplyAdd(run.weights.eigenvalues.conjugate, dsDotNow, part, out);
    }

    private void projectBackward(Matrix dxDot) {
        if (dxDot != null) {
            kernels.products().setProduct(run.zeroInputs, dsDot, run.weights.inputBackward, dxDot);
            kernels.products().addProduct(run.whole.ds(), weights.inputBackward, dxDot);
            kernels.products().addProduct(dzDot, run.weights.directBackward, dxDot);
            kernels.products().addProduct(run.whole.dz(), weights.directBackward, dxDot);
            kernels.elementwise().flush(dxDot);
        }
    }

    @Override
    public void accumulate(Parameters product) {
        weights.begin();
        weights.accumulate(run.whole, dots, product);
        if (run.initial != null) {
            weights.addLambdaGradient(run.initial.state(), run.initial.tangent(), run.dsAt[0], dsDotAt[0]);
        }
        weights.end(product);
    }
}

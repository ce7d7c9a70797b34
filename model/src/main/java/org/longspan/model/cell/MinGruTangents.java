package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.Parameters;

/**
 * The tangents of a {@link MinGruCell}'s run, its backward pass among them. With m = n - h(t-1):
 *
 * <pre>
 * h = z ∘ m + h(t-1)    dn = dm = dh ∘ z,   dz = dh ∘ m,   dh(t-1) = dh - dm
 * </pre>
 *
 * and the slope of the gate.
 */
final class MinGruTangents implements RunTangents {

    private static final int SCRATCH = 4;

    private final MinGruCell.Run run;
    private final Kernels kernels;
    private final Matrix[] znDotAt; // T of (B, 2H), of the pre-activations of z beside n
    private final Matrix[] zDotAt; // T of (B, H), views of them
    private final Matrix[] nDotAt; // T of (B, H), views of them
    private final Matrix dznDot; // (T·B, 2H)
    private final Matrix[] dzDotAt; // T of (B, H), views of it
    private final Matrix[] dnDotAt; // T of (B, H), views of it
    private final Matrix m; // (B, H) as all below, of one step
    private final Matrix mDot;
    private final Matrix dmDot;
    private final Matrix dhDotFromAfter; // what comes to the tangent of dh(t) from t+1
    private final Panels backwardDot; // tangent of [W V]ᵀ (2H, I)
    private final StepViews dhDotViews;
    private final StepViews hDotViews;
    private Matrix xDot; // (T·B, I), of the last tangent, or null
    private Matrix[] hDotAt; // T of (B, H), of the last tangent

    MinGruTangents(MinGruCell.Run run) {
        int rows = run.z.rows();
        int hidden = run.z.columns();
        int steps = run.zAt.length;
        int sequences = rows / steps;
        Matrix znDot = Matrix.spaced(rows, MinGruCell.GATES * hidden);
        Matrix[] scratch = Matrix.zeros(SCRATCH * sequences, hidden).groups(sequences);
        this.run = run;
        this.kernels = run.kernels;
        this.znDotAt = znDot.groups(sequences);
        this.zDotAt = znDot.columns(0, hidden).groups(sequences);
        this.nDotAt = znDot.columns(hidden, hidden).groups(sequences);
        this.dznDot = Matrix.spaced(rows, MinGruCell.GATES * hidden);
        this.dzDotAt = dznDot.columns(0, hidden).groups(sequences);
        this.dnDotAt = dznDot.columns(hidden, hidden).groups(sequences);
        this.m = scratch[0];
        this.mDot = scratch[1];
        this.dmDot = scratch[2];
        this.dhDotFromAfter = scratch[3];
        this.backwardDot = kernels.products().newPanels(MinGruCell.GATES * hidden, run.xCopy.columns());
        this.dhDotViews = new StepViews(steps, sequences);
        this.hDotViews = new StepViews(steps, sequences);
    }

    static long size(MinGruCell cell, int steps, int sequences) {
        int width = MinGruCell.GATES * cell.outputs();
        return 2L * steps * sequences * Matrix.spacing(width)
                + (long) SCRATCH * sequences * cell.outputs()
                + (long) cell.inputs() * width;
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix inputsDot, Matrix hDot) {
        Matrix[] xDotAt = inputsDot == null ? null : run.xDotViews.byStep(inputsDot);
        xDot = inputsDot;
        hDotAt = hDotViews.byStep(hDot);
        backwardDot.packTransposed(thetaDot.block(run.input));
        run.startTangent(thetaDot);
        for (int t = 0; t < hDotAt.length; t++) {
            run.tangent(thetaDot, xDotAt == null ? null : xDotAt[t], t, hDotAt);
            znDotAt[t].copyFrom(run.znDot);
            kernels.elementwise().flush(znDotAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
        Matrix[] dhAt = run.dhViews.byStep(dh);
        Matrix[] dhDotAt = dhDotViews.byStep(dhDot);
        dhDotFromAfter.fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            kernels.elementwise().addAndFlush(dhDotFromAfter, dhDotAt[t]);
            difference(run.nAt[t], run.hBeforeAt[t], m);
            difference(nDotAt[t], t == 0 ? run.h0.tangent() : hDotAt[t - 1], mDot);
            // h = z ∘ m + h(t-1)
            kernels.gated()
                    .gates()
                    .backwardTangent(run.zAt[t], m, zDotAt[t], mDot, dhAt[t], dhDotAt[t], dzDotAt[t], dmDot);
            dnDotAt[t].copyFrom(dmDot);
            difference(dhDotAt[t], dmDot, dhDotFromAfter);
        }
        if (run.h0.cotangentDot() != null) {
            run.h0.cotangentDot().copyFrom(dhDotFromAfter);
        }
        if (dxDot != null) {
            dxDot.fill(0f);
            kernels.products().addProduct(dznDot, run.backward, dxDot);
            kernels.products().addProduct(run.dz, backwardDot, dxDot);
            kernels.elementwise().flush(dxDot);
        }
    }

    /** out = flush(a - b). */
    private void difference(Matrix a, Matrix b, Matrix out) {
        out.copyFrom(a);
        kernels.elementwise().addScaled(-1f, b, out);
    }

    @Override
    public void accumulate(Parameters product) {
        kernels.products().addTransposedProduct(run.arguments, dznDot, product.blocks(run.input, run.bias));
        if (xDot != null) {
            kernels.products().addTransposedProduct(xDot, run.dz, product.block(run.input));
        }
    }
}

package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of a {@link GruChoCell}'s run, its backward pass among them. With m = h(t-1) - n and q = r ∘ h(t-1):
 *
 * <pre>
 * h = z ∘ m + n            dm = dh ∘ z,   dz = dh ∘ m,   dn = dh - dm,   dh(t-1) = dm
 * n = tanh(x V + q Q + c)  dv = dn ∘ (1 - n²),   dq = dv Qᵀ
 * q = r ∘ h(t-1)           dr = dq ∘ h(t-1),   dh(t-1) += dq ∘ r
 * </pre>
 *
 * and the slopes of the gates. Each line is a gate, a tanh or a product.
 */
final class GruChoTangents implements RunTangents {

    private static final int SCRATCH = 11;

    private final GruChoCell.Run run;
    private final Kernels kernels;
    private final PreActivationTangents gates; // of r and z
    private final PreActivationTangents candidate; // of n
    private final Matrix[] zDotAt; // T of (B, 2H), of the pre-activations of r and z
    private final Matrix[] rDotAt; // T of (B, H), views of them
    private final Matrix[] updateDotAt; // T of (B, H), views of them
    private final Matrix[] nDotAt; // T of (B, H), of n
    private final Matrix qDot; // (T·B, H)
    private final Matrix[] qDotAt; // T of (B, H)
    private final Matrix[] dzOfRDotAt; // T of (B, H)
    private final Matrix[] dzOfZDotAt; // T of (B, H)
    private final StepViews dhDotViews;
    private final Matrix h0Dot; // (B, H) as all below, zero
    private final Matrix m; // of one step
    private final Matrix mDot;
    private final Matrix dm;
    private final Matrix dmDot;
    private final Matrix dn;
    private final Matrix dnDot;
    private final Matrix dq;
    private final Matrix dqDot;
    private final Matrix fromReset; // the part of dh(t-1)'s tangent that comes through q
    private final Matrix dhDotFromAfter; // what comes to the tangent of dh(t) from t+1

    GruChoTangents(GruChoCell.Run run) {
        int rows = run.gates.dz.rows();
        int sequences = run.dn.rows();
        int hidden = run.dn.columns();
        Matrix zDot = Matrix.spaced(rows, 2 * hidden);
        Matrix dzDot = Matrix.spaced(rows, 2 * hidden);
        this.run = run;
        this.kernels = run.kernels;
        this.gates = new PreActivationTangents(run.gates, dzDot);
        this.candidate = new PreActivationTangents(run.candidate, Matrix.spaced(rows, hidden));
        this.zDotAt = zDot.groups(sequences);
        this.rDotAt = zDot.columns(0, hidden).groups(sequences);
        this.updateDotAt = zDot.columns(hidden, hidden).groups(sequences);
        this.nDotAt = Matrix.zeros(rows, hidden).groups(sequences);
        this.qDot = Matrix.zeros(rows, hidden);
        this.qDotAt = qDot.groups(sequences);
        this.dzOfRDotAt = dzDot.columns(0, hidden).groups(sequences);
        this.dzOfZDotAt = dzDot.columns(hidden, hidden).groups(sequences);
        this.dhDotViews = new StepViews(zDotAt.length, sequences);
        Matrix[] scratch = Matrix.zeros(SCRATCH * sequences, hidden).groups(sequences);
        this.h0Dot = scratch[0];
        this.m = scratch[1];
        this.mDot = scratch[2];
        this.dm = scratch[3];
        this.dmDot = scratch[4];
        this.dn = scratch[5];
        this.dnDot = scratch[6];
        this.dq = scratch[7];
        this.dqDot = scratch[8];
        this.fromReset = scratch[9];
        this.dhDotFromAfter = scratch[10];
    }

    static long size(GruChoCell cell, int steps, int sequences) {
        long rows = (long) steps * sequences;
        long width = cell.outputs();
        return rows * (2L * Matrix.spacing(2 * cell.outputs()) + Matrix.spacing(cell.outputs()) + 2 * width)
                + SCRATCH * sequences * width
                + PreActivationTangents.size(cell, 2)
                + PreActivationTangents.size(cell, 1);
    }

    private Matrix hDotBefore(int t) {
        if (t > 0) {
            return gates.hDotAt[t - 1];
        }
        return run.gates.initial == null ? h0Dot : run.gates.initial.tangent();
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
        run.gates.startTangent(thetaDot);
        run.candidate.startTangent(thetaDot);
        gates.prepare(thetaDot, xDot, hDot);
        candidate.prepare(thetaDot, xDot, hDot);
        for (int t = 0; t < zDotAt.length; t++) {
            run.tangent(thetaDot, xDot, hDot, t, gates.hDotAt[t]);
            zDotAt[t].copyFrom(run.gates.z);
            kernels.elementwise().flush(zDotAt[t]);
            nDotAt[t].copyFrom(run.dn);
            qDotAt[t].copyFrom(run.candidate.hDotBefore);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
        Matrix[] dhAt = run.dhViews.byStep(dh);
        Matrix[] dhDotAt = dhDotViews.byStep(dhDot);
        dhDotFromAfter.fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            kernels.elementwise().addAndFlush(dhDotFromAfter, dhDotAt[t]);
            outputBackward(t, dhAt[t], dhDotAt[t]);
            resetBackward(t);
            if (run.gates.recursAt(t)) {
                gates.recurBackwardFrom(t, dhDotFromAfter);
            }
        }
        if (run.gates.initial != null) {
            run.gates.initial.cotangentDot().copyFrom(dhDotFromAfter);
        }
        if (dxDot != null) {
            dxDot.fill(0f);
            gates.projectBackwardOnto(dxDot);
            candidate.projectBackwardOnto(dxDot);
            kernels.elementwise().flush(dxDot);
        }
    }

    /** From dh and its tangent, those of n and of h(t-1), and the tangents of the cotangents of z and of n's argument. */
    private void outputBackward(int t, Matrix dhNow, Matrix dhDotNow) {
        difference(run.gates.hBeforeAt[t], run.nAt[t], m);
        difference(hDotBefore(t), nDotAt[t], mDot);
        // h = z ∘ m + n
        kernels.gated().gates().forward(run.zAt[t], dhNow, dm);
        kernels.gated()
                .gates()
                .backwardTangent(run.zAt[t], m, updateDotAt[t], mDot, dhNow, dhDotNow, dzOfZDotAt[t], dmDot);
        difference(dhNow, dm, dn);
        difference(dhDotNow, dmDot, dnDot);
        // n = tanh(x V + q Q + c)
        kernels.activations().tanhBackwardTangent(run.nAt[t], nDotAt[t], dn, dnDot, candidate.dzDotAt[t]);
    }

    /** From the tangent of the cotangent of n's argument, that of r's, and what comes to the tangent of dh(t-1). */
    private void resetBackward(int t) {
        dq.fill(0f);
        dqDot.fill(0f);
        run.candidate.recurBackwardFrom(t, dq);
        candidate.recurBackwardFrom(t, dqDot);
        kernels.elementwise().flush(dq);
        kernels.elementwise().flush(dqDot);
        // q = r ∘ h(t-1)
        kernels.gated()
                .gates()
                .backwardTangent(
                        run.rAt[t],
                        run.gates.hBeforeAt[t],
                        rDotAt[t],
                        hDotBefore(t),
                        dq,
                        dqDot,
                        dzOfRDotAt[t],
                        fromReset);
        dhDotFromAfter.copyFrom(dmDot);
        kernels.elementwise().addAndFlush(fromReset, dhDotFromAfter);
    }

    /** out = flush(a - b). */
    private void difference(Matrix a, Matrix b, Matrix out) {
        out.copyFrom(a);
        kernels.elementwise().addScaled(-1f, b, out);
    }

    @Override
    public void accumulate(Parameters product) {
        gates.accumulate(product);
        candidate.accumulate(qDot, product);
    }
}

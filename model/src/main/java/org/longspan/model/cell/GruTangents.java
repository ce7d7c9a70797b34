package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of a {@link GruCell}'s run, its backward pass among them. With m = h(t-1) - n:
 *
 * <pre>
 * h = z ∘ m + n         dm = dh ∘ z,   dz = dh ∘ m,   dn = dh - dm,   dh(t-1) = dm
 * n = tanh(a + r ∘ q)   da = dn ∘ (1 - n²),   dq = da ∘ r,   dr = da ∘ q
 * </pre>
 *
 * and the slopes of the gates. Each line is a gate or a tanh, whose tangents the kernels have.
 */
final class GruTangents implements RunTangents {

    private static final int SCRATCH = 9;

    private final GruCell.Run run;
    private final Kernels kernels;
    private final PreActivationTangents affine; // of r and z
    private final GruCandidateTangents candidate;
    private final Matrix[] zDotAt; // T of (B, 4H): of the pre-activations of r and z, of a and q
    private final GateViews r;
    private final GateViews z;
    private final GateViews n; // a stands for its pre-activation
    private final GateViews q; // and q for its own
    private final Matrix[] daAt; // T of (B, H)
    private final StepViews dhDotViews;
    private final Matrix h0; // (B, H) as all below, zero
    private final Matrix m; // of one step
    private final Matrix mDot;
    private final Matrix sumDot; // of a + r ∘ q
    private final Matrix nDot;
    private final Matrix dm;
    private final Matrix dn;
    private final Matrix dnDot;
    private final Matrix dhDotFromAfter; // what comes to the tangent of dh(t) from t+1

    GruTangents(GruCell.Run run) {
        int rows = run.gates.rows();
        int sequences = run.dhFromAfter.rows();
        int hidden = run.dhFromAfter.columns();
        int gates = GruCell.GATES * hidden;
        Matrix zDot = Matrix.spaced(rows, GruCell.PARTS * hidden);
        Matrix dzDot = Matrix.spaced(rows, GruCell.PARTS * hidden);
        this.run = run;
        this.kernels = run.kernels;
        this.affine = new PreActivationTangents(run.affine, dzDot.columns(0, gates));
        this.candidate =
                new GruCandidateTangents(run.candidate, affine, dzDot.columns(gates, 2 * hidden), sequences, kernels);
        this.zDotAt = zDot.groups(sequences);
        this.r = GateViews.of(0, hidden, sequences, run.gates, zDot, dzDot);
        this.z = GateViews.of(1, hidden, sequences, run.gates, zDot, dzDot);
        this.n = GateViews.of(2, hidden, sequences, run.gates, zDot, dzDot);
        this.q = GateViews.of(3, hidden, sequences, run.gates, zDot, dzDot);
        this.daAt = run.candidate.whole.da().groups(sequences);
        this.dhDotViews = new StepViews(zDotAt.length, sequences);
        Matrix[] scratch = Matrix.zeros(SCRATCH * sequences, hidden).groups(sequences);
        this.h0 = scratch[0];
        this.m = scratch[1];
        this.mDot = scratch[2];
        this.sumDot = scratch[3];
        this.nDot = scratch[4];
        this.dm = scratch[5];
        this.dn = scratch[6];
        this.dnDot = scratch[7];
        this.dhDotFromAfter = scratch[8];
    }

    static long size(GruCell cell, int steps, int sequences) {
        long parts = (long) sequences * Matrix.spacing(GruCell.PARTS * cell.outputs());
        return 2 * steps * parts
                + (long) SCRATCH * sequences * cell.outputs()
                + PreActivationTangents.size(cell, GruCell.GATES)
                + GruCandidateTangents.size(cell);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
        PreActivations gates = run.affine;
        gates.startTangent(thetaDot);
        run.candidate.startTangent(thetaDot);
        affine.prepare(thetaDot, xDot, hDot);
        candidate.prepare(thetaDot);
        for (int t = 0; t < zDotAt.length; t++) {
            gates.tangent(thetaDot, xDot, hDot, t);
            run.candidate.tangent(thetaDot, xDot != null, t);
            kernels.gated()
                    .gru()
                    .tangent(run.gatesAt[t], gates.hBeforeAt[t], run.z, gates.hDotBefore, affine.hDotAt[t]);
            zDotAt[t].copyFrom(run.z);
            kernels.elementwise().flush(zDotAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
        Matrix[] dhAt = run.dhViews.byStep(dh);
        Matrix[] dhDotAt = dhDotViews.byStep(dhDot);
        dhDotFromAfter.fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            kernels.elementwise().addAndFlush(dhDotFromAfter, dhDotAt[t]);
            unitDot(t);
            outputBackward(t, dhAt[t], dhDotAt[t]);
            candidateBackward(t);
            if (run.affine.recursAt(t)) {
                affine.recurBackwardFrom(t, dhDotFromAfter);
                candidate.recurBackwardFrom(t, dhDotFromAfter);
            }
        }
        if (run.affine.initial != null) {
            run.affine.initial.cotangentDot().copyFrom(dhDotFromAfter);
        }
        if (dxDot != null) {
            dxDot.fill(0f);
            affine.projectBackwardOnto(dxDot);
            candidate.projectBackwardOnto(dxDot);
            kernels.elementwise().flush(dxDot);
        }
    }

    private Matrix hDotBefore(int t) {
        if (t > 0) {
            return affine.hDotAt[t - 1];
        }
        return run.affine.initial == null ? h0 : run.affine.initial.tangent();
    }

    /** Computes m and the tangents of n and m again: keeping them would take three times the memory of h. */
    private void unitDot(int t) {
        // n = tanh(a + r ∘ q)
        kernels.gated().gates().tangent(r.at()[t], q.at()[t], r.zDotAt()[t], q.zDotAt()[t], sumDot);
        kernels.elementwise().addAndFlush(n.zDotAt()[t], sumDot);
        kernels.activations().tanhBackward(n.at()[t], sumDot, nDot);
        // m = h(t-1) - n
        difference(run.affine.hBeforeAt[t], n.at()[t], m);
        difference(hDotBefore(t), nDot, mDot);
    }

    /** From dh and its tangent, those of n and of h(t-1), and the tangent of z's cotangent. */
    private void outputBackward(int t, Matrix dhNow, Matrix dhDotNow) {
        // h = z ∘ m + n
        kernels.gated().gates().forward(z.at()[t], dhNow, dm);
        kernels.gated()
                .gates()
                .backwardTangent(z.at()[t], m, z.zDotAt()[t], mDot, dhNow, dhDotNow, z.dzDotAt()[t], dhDotFromAfter);
        difference(dhNow, dm, dn);
        difference(dhDotNow, dhDotFromAfter, dnDot);
    }

    /** From dn and its tangent, the tangents of the cotangents of a, q and r. */
    private void candidateBackward(int t) {
        // n = tanh(a + r ∘ q)
        Matrix daDot = n.dzDotAt()[t];
        kernels.activations().tanhBackwardTangent(n.at()[t], nDot, dn, dnDot, daDot);
        kernels.gated()
                .gates()
                .backwardTangent(
                        r.at()[t],
                        q.at()[t],
                        r.zDotAt()[t],
                        q.zDotAt()[t],
                        daAt[t],
                        daDot,
                        r.dzDotAt()[t],
                        q.dzDotAt()[t]);
    }

    /** out = flush(a - b). */
    private void difference(Matrix a, Matrix b, Matrix out) {
        out.copyFrom(a);
        kernels.elementwise().addScaled(-1f, b, out);
    }

    @Override
    public void accumulate(Parameters product) {
        affine.accumulate(product);
        candidate.accumulate(product);
    }
}

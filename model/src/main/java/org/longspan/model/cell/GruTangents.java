package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of a {@link GruCell}'s run, of its way back too. With m = h(t-1) - n, of
 *
 * <pre>
 * h = z ∘ m + n         dm = dh ∘ z,   dz = dh ∘ m,   dn = dh - dm,   dh(t-1) = dm
 * n = tanh(a + r ∘ q)   da = dn ∘ (1 - n²),   dq = da ∘ r,   dr = da ∘ q
 * </pre>
 *
 * and of the slopes of the gates. Each line is a gate or a tanh, whose tangents the kernels have.
 */
final class GruTangents implements SecondOrderCell.TangentTape {

    private static final int SCRATCH = 9;

    private final GruCell.Run run;
    private final PreActivationTangents affine; // of r and z
    private final GruCandidateTangents candidate;
    private final Matrix[] zDotAt; // T of (B, 4H): of the pre-activations of r and z, of a and q
    private final GateViews r;
    private final GateViews z;
    private final GateViews n; // a stands for its pre-activation
    private final GateViews q; // and q for its own
    private final Matrix[] daAt; // T of (B, H)
    private final StepViews dh;
    private final StepViews dhDot;
    private final Matrix h0; // (B, H) as all below, zero
    private final Matrix m; // of one step
    private final Matrix mDot;
    private final Matrix sumDot; // of a + r ∘ q
    private final Matrix nDot;
    private final Matrix dm;
    private final Matrix dn;
    private final Matrix dnDot;
    private final Matrix dhDotFromAfter; // what comes to the tangent of dh(t) from t+1

    GruTangents(GruCell.Run run, Kernels kernels) {
        int rows = run.gates.rows();
        int sequences = run.dhFromAfter.rows();
        int hidden = run.dhFromAfter.columns();
        int gates = GruCell.GATES * hidden;
        Matrix zDot = PreActivations.spaced(rows, GruCell.PARTS * hidden);
        Matrix dzDot = PreActivations.spaced(rows, GruCell.PARTS * hidden);
        this.run = run;
        this.affine = new PreActivationTangents(run.affine, dzDot.columns(0, gates), kernels);
        this.candidate =
                new GruCandidateTangents(run.candidate, affine, dzDot.columns(gates, 2 * hidden), sequences, kernels);
        this.zDotAt = zDot.groups(sequences);
        this.r = GateViews.of(0, hidden, sequences, run.gates, zDot, dzDot);
        this.z = GateViews.of(1, hidden, sequences, run.gates, zDot, dzDot);
        this.n = GateViews.of(2, hidden, sequences, run.gates, zDot, dzDot);
        this.q = GateViews.of(3, hidden, sequences, run.gates, zDot, dzDot);
        this.daAt = run.candidate.whole.da().groups(sequences);
        this.dh = new StepViews(zDotAt.length, sequences);
        this.dhDot = new StepViews(zDotAt.length, sequences);
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
        long parts = (long) sequences * PreActivations.spacing(GruCell.PARTS * cell.outputs());
        return 2 * steps * parts
                + (long) SCRATCH * sequences * cell.outputs()
                + PreActivationTangents.size(cell, GruCell.GATES)
                + GruCandidateTangents.size(cell);
    }

    @Override
    public RecurrentCell.Tape tape() {
        return run;
    }

    /** See {@link SecondOrderCell#tangent}. */
    void tangent(Parameters thetaDot, Matrix xDot, Matrix hDot, Kernels kernels) {
        PreActivations gates = run.affine;
        gates.prepareTangent(thetaDot);
        run.candidate.prepareTangent(thetaDot);
        affine.prepare(thetaDot, xDot, hDot);
        candidate.prepare(thetaDot);
        for (int t = 0; t < zDotAt.length; t++) {
            gates.tangent(thetaDot, xDot, hDot, t, kernels);
            run.candidate.tangent(thetaDot, xDot != null, t, kernels);
            kernels.gruTangent(run.gatesAt[t], gates.hBeforeAt[t], run.z, gates.hDotBefore, affine.hDotAt[t]);
            zDotAt[t].copyFrom(run.z);
            kernels.flush(zDotAt[t]);
        }
    }

    /** See {@link SecondOrderCell#backwardTangent}. */
    void backward(Matrix signals, Matrix signalsDot, Matrix dxDot, Kernels kernels) {
        Matrix[] dhAt = dh.byStep(signals);
        Matrix[] dhDotAt = dhDot.byStep(signalsDot);
        dhDotFromAfter.fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            kernels.addAndFlush(dhDotFromAfter, dhDotAt[t]);
            unitDot(t, kernels);
            outputBackward(t, dhAt[t], dhDotAt[t], kernels);
            candidateBackward(t, kernels);
            if (t > 0) {
                affine.recurBackwardFrom(t, dhDotFromAfter, kernels);
                candidate.recurBackwardFrom(t, dhDotFromAfter, kernels);
            }
        }
        if (dxDot != null) {
            dxDot.fill(0f);
            affine.projectBackwardOnto(dxDot, kernels);
            candidate.projectBackwardOnto(dxDot, kernels);
            kernels.flush(dxDot);
        }
    }

    /** The tangents of n and m, and m itself, once more: keeping them would take three times the room of h. */
    private void unitDot(int t, Kernels kernels) {
        // n = tanh(a + r ∘ q)
        kernels.gateTangent(r.at()[t], q.at()[t], r.zDotAt()[t], q.zDotAt()[t], sumDot);
        kernels.addAndFlush(n.zDotAt()[t], sumDot);
        kernels.tanhBackward(n.at()[t], sumDot, nDot);
        // m = h(t-1) - n
        difference(run.affine.hBeforeAt[t], n.at()[t], m, kernels);
        difference(t == 0 ? h0 : affine.hDotAt[t - 1], nDot, mDot, kernels);
    }

    /** From dh and its tangent, those of n and of h(t-1), and the tangent of z's cotangent. */
    private void outputBackward(int t, Matrix dhNow, Matrix dhDotNow, Kernels kernels) {
        // h = z ∘ m + n
        kernels.gateForward(z.at()[t], dhNow, dm);
        kernels.gateBackwardTangent(z.at()[t], m, z.zDotAt()[t], mDot, dhNow, dhDotNow, z.dzDotAt()[t], dhDotFromAfter);
        difference(dhNow, dm, dn, kernels);
        difference(dhDotNow, dhDotFromAfter, dnDot, kernels);
    }

    /** From dn and its tangent, the tangents of the cotangents of a, q and r. */
    private void candidateBackward(int t, Kernels kernels) {
        // n = tanh(a + r ∘ q)
        Matrix daDot = n.dzDotAt()[t];
        kernels.tanhBackwardTangent(n.at()[t], nDot, dn, dnDot, daDot);
        kernels.gateBackwardTangent(
                r.at()[t], q.at()[t], r.zDotAt()[t], q.zDotAt()[t], daAt[t], daDot, r.dzDotAt()[t], q.dzDotAt()[t]);
    }

    /** out = flush(a - b). */
    private static void difference(Matrix a, Matrix b, Matrix out, Kernels kernels) {
        out.copyFrom(a);
        kernels.addScaled(-1f, b, out);
    }

    /** See {@link SecondOrderCell#accumulateTangent}. */
    void accumulate(Parameters product, Kernels kernels) {
        affine.accumulate(product, kernels);
        candidate.accumulate(product, kernels);
    }
}

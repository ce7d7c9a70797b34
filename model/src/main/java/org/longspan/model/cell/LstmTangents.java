package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of an LSTM's run, its backward pass among them:
 *
 * <pre>
 * h = o ∘ tanh(c)         dtanh = dh ∘ o,   do = dh ∘ tanh(c),   dc(t) += dtanh ∘ (1 - tanh²(c))
 * c = f ∘ c(t-1) + i ∘ g  dc(t-1) = dc ∘ f,   df = dc ∘ c(t-1),   dg = dc ∘ i,   di = dc ∘ g
 * </pre>
 *
 * and the slopes of the gates. Each line is a gate or a tanh, whose tangents the kernels have.
 */
final class LstmTangents implements RunTangents {

    private static final int SCRATCH = 10;

    private final LstmCell.Run run;
    private final Kernels kernels;
    private final PreActivationTangents affine;
    private final Matrix[] zDotAt; // T of (B, 4H)
    private final Matrix[] cDotAt; // T of (B, H)
    private final GateViews i;
    private final GateViews f;
    private final GateViews g;
    private final GateViews o;
    private final StepViews dhDotViews;
    private final Matrix tanhCDot; // (B, H) as all below, of one step
    private final Matrix dTanhC;
    private final Matrix dTanhCDot;
    private final Matrix gDot;
    private final Matrix dg;
    private final Matrix dgDot;
    private final Matrix dc;
    private final Matrix dcDot;
    private final Matrix dcFromAfter; // the part of dc that comes from c(t+1)
    private final Matrix dcDotFromAfter;

    LstmTangents(LstmCell.Run run) {
        int rows = run.gates.rows();
        int sequences = run.c0.rows();
        int hidden = run.c0.columns();
        Matrix zDot = Matrix.spaced(rows, LstmCell.GATES * hidden);
        Matrix dzDot = Matrix.spaced(rows, LstmCell.GATES * hidden);
        this.run = run;
        this.kernels = run.kernels;
        this.affine = new PreActivationTangents(run.affine, dzDot);
        this.zDotAt = zDot.groups(sequences);
        this.cDotAt = Matrix.zeros(rows, hidden).groups(sequences);
        this.i = GateViews.of(0, hidden, sequences, run.gates, zDot, dzDot);
        this.f = GateViews.of(1, hidden, sequences, run.gates, zDot, dzDot);
        this.g = GateViews.of(2, hidden, sequences, run.gates, zDot, dzDot);
        this.o = GateViews.of(3, hidden, sequences, run.gates, zDot, dzDot);
        this.dhDotViews = new StepViews(cDotAt.length, sequences);
        Matrix[] scratch = Matrix.zeros(SCRATCH * sequences, hidden).groups(sequences);
        this.tanhCDot = scratch[0];
        this.dTanhC = scratch[1];
        this.dTanhCDot = scratch[2];
        this.gDot = scratch[3];
        this.dg = scratch[4];
        this.dgDot = scratch[5];
        this.dc = scratch[6];
        this.dcDot = scratch[7];
        this.dcFromAfter = scratch[8];
        this.dcDotFromAfter = scratch[9];
    }

    static long size(LstmCell cell, int steps, int sequences) {
        long perStep = (long) sequences * cell.outputs();
        long gates = (long) sequences * Matrix.spacing(LstmCell.GATES * cell.outputs());
        return steps * gates + (steps + SCRATCH) * perStep + PreActivationTangents.size(cell, steps, sequences);
    }

    private Matrix cDotBefore(int t) {
        return t == 0 ? run.c0Dot : cDotAt[t - 1];
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
        Matrix z = run.affine.z;
        run.affine.startTangent(thetaDot);
        affine.prepare(thetaDot, xDot, hDot);
        for (int t = 0; t < cDotAt.length; t++) {
            run.affine.tangent(thetaDot, xDot, hDot, t);
            kernels.gated()
                    .lstm()
                    .tangent(
                            run.gatesAt[t],
                            run.cBefore(t),
                            run.tanhCAt[t],
                            z,
                            cDotBefore(t),
                            cDotAt[t],
                            affine.hDotAt[t]);
            zDotAt[t].copyFrom(z);
            kernels.elementwise().flush(zDotAt[t]);
        }
        if (run.end != null) {
            run.end.tangent().copyFrom(cDotAt[cDotAt.length - 1]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
        Matrix[] dhAt = run.dhViews.byStep(dh);
        Matrix[] dhDotAt = dhDotViews.byStep(dhDot);
        run.startBackward(dcFromAfter);
        if (run.end == null) {
            dcDotFromAfter.fill(0f);
        } else {
            dcDotFromAfter.copyFrom(run.end.cotangentDot());
        }
        for (int t = dhAt.length - 1; t >= 0; t--) {
            affine.recurBackward(t, dhDotAt[t]);
            outputBackward(t, dhAt[t], dhDotAt[t]);
            cellBackward(t);
        }
        affine.startBackward();
        if (run.dc0Dot != null) {
            run.dc0Dot.copyFrom(dcDotFromAfter);
        }
        affine.projectBackward(dxDot);
    }

    /** From dh and its tangent, the whole dc(t), its tangent, and that of o's cotangent. */
    private void outputBackward(int t, Matrix dhNow, Matrix dhDotNow) {
        Matrix tanhC = run.tanhCAt[t];
        kernels.gated().lstm().cellBackward(run.gatesAt[t], tanhC, dhNow, dcFromAfter, dc);
        // h = o ∘ tanh(c)
        kernels.activations().tanhBackward(tanhC, cDotAt[t], tanhCDot);
        kernels.gated().gates().forward(o.at()[t], dhNow, dTanhC);
        kernels.gated()
                .gates()
                .backwardTangent(o.at()[t], tanhC, o.zDotAt()[t], tanhCDot, dhNow, dhDotNow, o.dzDotAt()[t], dTanhCDot);
        kernels.activations().tanhBackwardTangent(tanhC, tanhCDot, dTanhC, dTanhCDot, dcDot);
        kernels.elementwise().addAndFlush(dcDotFromAfter, dcDot);
    }

    /** From dc(t) and its tangent, what comes to c(t-1) of both, and the tangents of the cotangents of i, f and g. */
    private void cellBackward(int t) {
        // c = f ∘ c(t-1) + i ∘ g
        kernels.gated().gates().forward(f.at()[t], dc, dcFromAfter);
        kernels.gated()
                .gates()
                .backwardTangent(
                        f.at()[t],
                        run.cBefore(t),
                        f.zDotAt()[t],
                        cDotBefore(t),
                        dc,
                        dcDot,
                        f.dzDotAt()[t],
                        dcDotFromAfter);
        kernels.activations().tanhBackward(g.at()[t], g.zDotAt()[t], gDot);
        kernels.gated().gates().forward(i.at()[t], dc, dg);
        kernels.gated()
                .gates()
                .backwardTangent(i.at()[t], g.at()[t], i.zDotAt()[t], gDot, dc, dcDot, i.dzDotAt()[t], dgDot);
        // g = tanh(z)
        kernels.activations().tanhBackwardTangent(g.at()[t], gDot, dg, dgDot, g.dzDotAt()[t]);
    }

    @Override
    public void accumulate(Parameters product) {
        affine.accumulate(product);
    }
}

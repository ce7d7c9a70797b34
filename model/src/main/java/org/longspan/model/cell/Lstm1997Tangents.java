package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of a run of an {@link Lstm1997Cell}, its backward pass among them. With v = tanh(c/2) and y = tanh(z/2),
 * half of g:
 *
 * <pre>
 * h = o ∘ v            dv = dh ∘ o,   do = dh ∘ v,   dc(t) = dc(t+1) + dv ∘ (1 - v²) / 2
 * c = c(t-1) + i ∘ g   dg = dc ∘ i,   di = dc ∘ g,   dc(t-1) = dc
 * g = 2 y              dz = dg ∘ (1 - y²)
 * </pre>
 *
 * and the slopes of the gates. Each line is a gate or a tanh, whose tangents the kernels have.
 */
final class Lstm1997Tangents implements RunTangents {

    private static final int SCRATCH = 12;

    private final Lstm1997Cell.Run run;
    private final Kernels kernels;
    private final PreActivationTangents affine;
    private final Matrix[] zDotAt; // T of (B, 3H)
    private final Matrix[] cDotAt; // T of (B, H)
    private final GateViews i;
    private final GateViews y; // g / 2
    private final GateViews o;
    private final StepViews dhDotViews;
    private final Matrix vDot; // (B, H) as all below, of one step
    private final Matrix dv;
    private final Matrix dvDot;
    private final Matrix g;
    private final Matrix gDot;
    private final Matrix yDot;
    private final Matrix dg;
    private final Matrix dgDot;
    private final Matrix dc;
    private final Matrix dcDot;
    private final Matrix dcAfter; // dc(t+1)
    private final Matrix twice; // of which a half is taken

    Lstm1997Tangents(Lstm1997Cell.Run run) {
        int rows = run.gates.rows();
        int sequences = run.c0.state().rows();
        int hidden = run.c0.state().columns();
        Matrix zDot = Matrix.spaced(rows, Lstm1997Cell.GATES * hidden);
        Matrix dzDot = Matrix.spaced(rows, Lstm1997Cell.GATES * hidden);
        this.run = run;
        this.kernels = run.kernels;
        this.affine = new PreActivationTangents(run.affine, dzDot);
        this.zDotAt = zDot.groups(sequences);
        this.cDotAt = Matrix.zeros(rows, hidden).groups(sequences);
        this.i = GateViews.of(0, hidden, sequences, run.gates, zDot, dzDot);
        this.y = GateViews.of(1, hidden, sequences, run.gates, zDot, dzDot);
        this.o = GateViews.of(2, hidden, sequences, run.gates, zDot, dzDot);
        this.dhDotViews = new StepViews(cDotAt.length, sequences);
        Matrix[] scratch = Matrix.zeros(SCRATCH * sequences, hidden).groups(sequences);
        this.vDot = scratch[0];
        this.dv = scratch[1];
        this.dvDot = scratch[2];
        this.g = scratch[3];
        this.gDot = scratch[4];
        this.yDot = scratch[5];
        this.dg = scratch[6];
        this.dgDot = scratch[7];
        this.dc = scratch[8];
        this.dcDot = scratch[9];
        this.dcAfter = scratch[10];
        this.twice = scratch[11];
    }

    static long size(Lstm1997Cell cell, int steps, int sequences) {
        long perStep = (long) sequences * cell.outputs();
        long gates = (long) sequences * Matrix.spacing(Lstm1997Cell.GATES * cell.outputs());
        return steps * gates + (steps + SCRATCH) * perStep + PreActivationTangents.size(cell, steps, sequences);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
        Matrix z = run.affine.z;
        run.affine.startTangent(thetaDot);
        affine.prepare(thetaDot, xDot, hDot);
        for (int t = 0; t < cDotAt.length; t++) {
            Matrix cDotBefore = t == 0 ? run.c0.tangent() : cDotAt[t - 1];
            run.affine.tangent(thetaDot, xDot, hDot, t);
            kernels.gated()
                    .carousel()
                    .tangent(run.gatesAt[t], run.squashedAt[t], z, cDotBefore, cDotAt[t], affine.hDotAt[t]);
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
        run.startBackward(dcAfter);
        if (run.end == null) {
            dcDot.fill(0f);
        } else {
            dcDot.copyFrom(run.end.cotangentDot());
        }
        for (int t = dhAt.length - 1; t >= 0; t--) {
            affine.recurBackward(t, dhDotAt[t]);
            outputBackward(t, dhAt[t], dhDotAt[t]);
            cellBackward(t);
            dcAfter.copyFrom(dc);
        }
        affine.startBackward();
        if (run.c0.cotangentDot() != null) {
            run.c0.cotangentDot().copyFrom(dcDot);
        }
        affine.projectBackward(dxDot);
    }

    /** From dh and its tangent, the whole dc(t), its tangent, and that of o's cotangent. */
    private void outputBackward(int t, Matrix dhNow, Matrix dhDotNow) {
        Matrix v = run.squashedAt[t];
        kernels.gated().carousel().cellBackward(run.gatesAt[t], v, dhNow, dcAfter, dc);
        kernels.activations().tanhBackward(v, cDotAt[t], twice);
        scale(0.5f, twice, vDot);
        // h = o ∘ v
        kernels.gated().gates().forward(o.at()[t], dhNow, dv);
        kernels.gated()
                .gates()
                .backwardTangent(o.at()[t], v, o.zDotAt()[t], vDot, dhNow, dhDotNow, o.dzDotAt()[t], dvDot);
        // v = tanh(c / 2)
        kernels.activations().tanhBackwardTangent(v, vDot, dv, dvDot, twice);
        kernels.elementwise().addScaled(0.5f, twice, dcDot);
    }

    /** From dc(t) and its tangent, the tangents of the cotangents of i and g. */
    private void cellBackward(int t) {
        scale(2f, y.at()[t], g);
        kernels.activations().tanhBackward(y.at()[t], y.zDotAt()[t], gDot);
        scale(0.5f, gDot, yDot);
        // c = c(t-1) + i ∘ g
        kernels.gated().gates().forward(i.at()[t], dc, dg);
        kernels.gated().gates().backwardTangent(i.at()[t], g, i.zDotAt()[t], gDot, dc, dcDot, i.dzDotAt()[t], dgDot);
        // g = 2 tanh(z / 2)
        kernels.activations().tanhBackwardTangent(y.at()[t], yDot, dg, dgDot, y.dzDotAt()[t]);
    }

    /** out = flush(factor a). */
    private void scale(float factor, Matrix a, Matrix out) {
        out.fill(0f);
        kernels.elementwise().addScaled(factor, a, out);
    }

    @Override
    public void accumulate(Parameters product) {
        affine.accumulate(product);
    }
}

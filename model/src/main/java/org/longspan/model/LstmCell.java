package org.longspan.model;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.SignalTransform;
import org.longspan.numerics.Site;

/**
 * The long short-term memory with a forget gate, without peepholes:
 *
 * <pre>
 * [i f g o](t) = [σ σ tanh σ](x(t) W + h(t-1) U + b)
 * c(t) = f(t) ∘ c(t-1) + i(t) ∘ g(t),   c(0) = 0
 * h(t) = o(t) ∘ tanh(c(t)),             h(0) = 0
 * </pre>
 *
 * with the gates side by side in the order i, f, g, o: W (I, 4H), U (H, 4H), b (1, 4H).
 *
 * <p>S. Hochreiter and J. Schmidhuber (1997), Long short-term memory, Neural Computation 9; the forget gate: F. A.
 * Gers, J. Schmidhuber and F. Cummins (2000), Learning to forget, Neural Computation 12. Not the original of 1997,
 * which has no forget gate, ranges other than tanh's, and a truncated gradient. The forget gate's bias begins at
 * {@code forgetBias}; with small weights and a bias of 0 the memory would halve at each step (R. Jozefowicz, W.
 * Zaremba and I. Sutskever, 2015, An empirical exploration of recurrent network architectures).
 *
 * @param inputs width I of an input
 * @param outputs width H of h and of c
 * @param forgetBias the initial bias of the forget gate
 */
public record LstmCell(int inputs, int outputs, float forgetBias) implements RecurrentCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.CELL, Site.PREACTIVATION);
    private static final int GATES = 4;
    private static final int FORGET = 1;

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public int gates() {
        return GATES;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        PreActivations.addBlocks(prefix, this, layout);
    }

    @Override
    public void settle(String prefix, Parameters theta) {
        PreActivations.biasOfGate(prefix, this, FORGET, theta).fill(forgetBias);
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences) {
        return new Run(prefix, this, steps, sequences);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        long perStep = (long) sequences * outputs;
        long gates = (long) sequences * PreActivations.spacing(GATES * outputs);
        return steps * gates + (steps * 3L + 3) * perStep + PreActivations.size(this, steps, sequences);
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        ((Run) tape).z.prepare(theta, kernels);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        for (int t = 0; t < run.hAt.length; t++) {
            run.z.forward(theta, x, t, run.gatesAt[t], kernels);
            kernels.lstmForward(run.gatesAt[t], run.cBefore(t), run.cAt[t], run.tanhCAt[t], run.hAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Signals.requireSite(perStep, SITES);
        Run run = (Run) tape;
        Matrix[] dhAt = run.dh.byStep(dh);
        Matrix dc = run.dc;
        dc.fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            Matrix dz = run.z.dzAt[t];
            run.z.recurBackward(t, dhAt[t], kernels);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            kernels.lstmCellBackward(run.gatesAt[t], run.tanhCAt[t], dhAt[t], dc);
            Signals.apply(perStep, Site.CELL, dc, kernels);
            kernels.lstmGatesBackward(run.gatesAt[t], run.cBefore(t), run.tanhCAt[t], dhAt[t], dc, dz);
            Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
        }
        run.z.projectBackward(dx, kernels);
    }

    @Override
    public void accumulate(Matrix x, float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        ((Run) tape).z.accumulate(x, weights, gradient, kernels);
    }

    @Override
    public void accumulateSequence(Matrix x, int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        ((Run) tape).z.accumulateSequence(x, sequence, gradient, kernels);
    }

    @Override
    public void tangent(
            Parameters theta, Parameters thetaDot, Matrix x, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        run.cDot.fill(0f);
        for (int t = 0; t < hDotAt.length; t++) {
            run.z.tangent(theta, thetaDot, x, xDot, hDotAt, t, kernels);
            kernels.lstmTangent(run.gatesAt[t], run.cBefore(t), run.tanhCAt[t], run.z.zDot, run.cDot, hDotAt[t]);
        }
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final Matrix gates; // (T·B, 4H)
        final Matrix[] gatesAt; // T of (B, 4H)
        final Matrix[] cAt; // T of (B, H)
        final Matrix[] tanhCAt; // T of (B, H)
        final Matrix h; // (T·B, H)
        final Matrix[] hAt; // T of (B, H)
        final Matrix c0; // (B, H), zero
        final Matrix dc; // (B, H)
        final Matrix cDot; // (B, H)
        final PreActivations z;
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, LstmCell cell, int steps, int sequences) {
            int rows = steps * sequences;
            this.gates = PreActivations.spaced(rows, GATES * cell.outputs);
            this.gatesAt = gates.groups(sequences);
            this.cAt = Matrix.zeros(rows, cell.outputs).groups(sequences);
            this.tanhCAt = Matrix.zeros(rows, cell.outputs).groups(sequences);
            this.h = Matrix.zeros(rows, cell.outputs);
            this.hAt = h.groups(sequences);
            this.c0 = Matrix.zeros(sequences, cell.outputs);
            this.dc = Matrix.zeros(sequences, cell.outputs);
            this.cDot = Matrix.zeros(sequences, cell.outputs);
            this.z = new PreActivations(prefix, cell, steps, h);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
        }

        Matrix cBefore(int t) {
            return t == 0 ? c0 : cAt[t - 1];
        }

        @Override
        public Matrix outputs() {
            return h;
        }
    }
}

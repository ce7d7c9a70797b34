package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

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
public record LstmCell(int inputs, int outputs, float forgetBias) implements SecondOrderCell, AffineCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.CELL, Site.PREACTIVATION);
    static final int GATES = 4;
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
    public int initialStateWidth() {
        return 2 * outputs;
    }

    @Override
    public void settle(String prefix, Parameters theta) {
        PreActivations.biasOfGate(prefix, this, FORGET, theta).fill(forgetBias);
    }

    @Override
    public PreActivations affine(Tape tape) {
        return ((Run) tape).affine;
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new Run(prefix, this, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        long perStep = (long) sequences * outputs;
        long gates = (long) sequences * PreActivations.spacing(GATES * outputs);
        return steps * gates + (steps * 2L + 5) * perStep + PreActivations.size(this, steps, sequences);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        for (int t = 0; t < run.gatesAt.length; t++) {
            affine.forward(theta, x, t, kernels);
            kernels.lstmForward(affine.z, run.cBefore(t), run.gatesAt[t], run.cAt[t], run.tanhCAt[t], affine.hAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Signals.requireSite(perStep, SITES);
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix[] dhAt = run.dh.byStep(dh);
        run.dcFromAfter.fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            Matrix dz = affine.dzAt[t];
            affine.recurBackward(t, dhAt[t], kernels);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            kernels.lstmCellBackward(run.gatesAt[t], run.tanhCAt[t], dhAt[t], run.dcFromAfter, run.dc);
            Signals.apply(perStep, Site.CELL, run.dc, kernels);
            kernels.lstmGatesBackward(
                    run.gatesAt[t], run.cBefore(t), run.tanhCAt[t], dhAt[t], run.dc, dz, run.dcFromAfter);
            Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
        }
        affine.startBackward(kernels);
        affine.projectBackward(dx, kernels);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        run.affine.prepareTangent(thetaDot);
        run.startTangent();
        for (int t = 0; t < hDotAt.length; t++) {
            run.affine.tangent(thetaDot, xDot, hDot, t, kernels);
            kernels.lstmTangent(
                    run.gatesAt[t],
                    run.cBefore(t),
                    run.tanhCAt[t],
                    run.affine.z,
                    run.cDot(t - 1),
                    run.cDot(t),
                    hDotAt[t]);
        }
    }

    @Override
    public TangentTape newTangentTape(Tape tape, Kernels kernels) {
        return new LstmTangents((Run) tape, kernels);
    }

    @Override
    public long tangentTapeSize(int steps, int sequences) {
        return LstmTangents.size(this, steps, sequences);
    }

    @Override
    public void tangent(
            Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, TangentTape tangents, Kernels kernels) {
        ((LstmTangents) tangents).tangent(thetaDot, xDot, hDot, kernels);
    }

    @Override
    public void backwardTangent(
            Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot, TangentTape tangents, Kernels kernels) {
        ((LstmTangents) tangents).backward(dh, dhDot, dxDot, kernels);
    }

    @Override
    public void accumulateTangent(TangentTape tangents, Parameters product, Kernels kernels) {
        ((LstmTangents) tangents).accumulate(product, kernels);
    }

    /** What a run leaves behind. */
    static final class Run implements Tape {

        final Matrix gates; // (T·B, 4H)
        final Matrix[] gatesAt; // T of (B, 4H)
        final Matrix[] cAt; // T of (B, H)
        final Matrix[] tanhCAt; // T of (B, H)
        final Matrix c0; // (B, H), zero
        final Matrix dc; // (B, H), ∂L/∂c(t)
        final Matrix dcFromAfter; // (B, H), the part of it that comes from c(t+1)
        final Matrix cDotEven; // (B, H), tangent of c at even steps
        final Matrix cDotOdd; // (B, H), at odd ones
        Matrix c0Dot; // (B, H), tangent of c(0), or null where it is 0
        final PreActivations affine;
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, LstmCell cell, int steps, int sequences, Kernels kernels) {
            int rows = steps * sequences;
            this.gates = PreActivations.spaced(rows, GATES * cell.outputs);
            this.gatesAt = gates.groups(sequences);
            this.cAt = Matrix.zeros(rows, cell.outputs).groups(sequences);
            this.tanhCAt = Matrix.zeros(rows, cell.outputs).groups(sequences);
            this.c0 = Matrix.zeros(sequences, cell.outputs);
            this.dc = Matrix.zeros(sequences, cell.outputs);
            this.dcFromAfter = Matrix.zeros(sequences, cell.outputs);
            this.cDotEven = Matrix.zeros(sequences, cell.outputs);
            this.cDotOdd = Matrix.zeros(sequences, cell.outputs);
            this.affine = new PreActivations(prefix, cell, steps, sequences, kernels);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
        }

        Matrix cBefore(int t) {
            return t == 0 ? c0 : cAt[t - 1];
        }

        Matrix cDot(int t) {
            return t % 2 == 0 ? cDotEven : cDotOdd;
        }

        /** The tangent of c(0), in the place of that before the first step. */
        void startTangent() {
            if (c0Dot == null) {
                cDot(-1).fill(0f);
            } else {
                cDot(-1).copyFrom(c0Dot);
            }
        }

        @Override
        public Matrix outputs() {
            return affine.h;
        }

        /** Returns h(0) and c(0). */
        @Override
        public InitialState[] initialStates() {
            c0Dot = Matrix.zeros(c0.rows(), c0.columns());
            return new InitialState[] {affine.initialState(), new InitialState(c0, dcFromAfter, c0Dot)};
        }
    }
}

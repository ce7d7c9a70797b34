package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * The long short-term memory as it was first published, without a forget gate:
 *
 * <pre>
 * [i g o](t) = [σ, 4σ - 2, σ](x(t) W + h(t-1) U + b)
 * c(t) = c(t-1) + i(t) ∘ g(t),         c(0) = 0
 * h(t) = o(t) ∘ (2 σ(c(t)) - 1),       h(0) = 0
 * </pre>
 *
 * with the gates side by side in the order i, g, o: W (I, 3H), U (H, 3H), b (1, 3H). The squashing functions are the
 * paper's, within ±2 and ±1.
 *
 * <p>S. Hochreiter and J. Schmidhuber (1997), Long short-term memory, Neural Computation 9. Three things are not theirs:
 * the gradient is the full one of back-propagation through time, where they cut off what leaves a memory cell through its
 * gates; every cell has gates of its own (their memory cell blocks of size 1), and gates feed no other units. Their biases of
 * gates differ from block to block; here all input gates begin at {@code inputBias}, all output gates at {@code outputBias}.
 * Not {@link LstmCell}, with the forget gate of 2000.
 *
 * @param inputs width I of an input
 * @param outputs width H of h and of c
 * @param inputBias the initial bias of the input gates
 * @param outputBias the initial bias of the output gates
 */
public record Lstm1997Cell(int inputs, int outputs, float inputBias, float outputBias) implements AffineCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.CELL, Site.PREACTIVATION);
    private static final int GATES = 3;
    private static final int INPUT = 0;
    private static final int OUTPUT = 2;

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
        PreActivations.biasOfGate(prefix, this, INPUT, theta).fill(inputBias);
        PreActivations.biasOfGate(prefix, this, OUTPUT, theta).fill(outputBias);
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
            kernels.carouselForward(
                    affine.z, run.cBefore(t), run.gatesAt[t], run.cAt[t], run.squashedAt[t], affine.hAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Signals.requireSite(perStep, SITES);
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix[] dhAt = run.dh.byStep(dh);
        run.dc(dhAt.length).fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            Matrix dz = affine.dzAt[t];
            Matrix dc = run.dc(t);
            affine.recurBackward(t, dhAt[t], kernels);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            kernels.carouselCellBackward(run.gatesAt[t], run.squashedAt[t], dhAt[t], run.dc(t + 1), dc);
            Signals.apply(perStep, Site.CELL, dc, kernels);
            kernels.carouselGatesBackward(run.gatesAt[t], run.squashedAt[t], dhAt[t], dc, dz);
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
            kernels.carouselTangent(
                    run.gatesAt[t], run.squashedAt[t], run.affine.z, run.cDot(t - 1), run.cDot(t), hDotAt[t]);
        }
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final Matrix[] gatesAt; // T of (B, 3H)
        final Matrix[] cAt; // T of (B, H)
        final Matrix[] squashedAt; // T of (B, H)
        final Matrix c0; // (B, H), zero
        final Matrix dcEven; // (B, H), ∂L/∂c at even steps
        final Matrix dcOdd; // (B, H), at odd ones
        final Matrix cDotEven; // (B, H), tangent of c at even steps
        final Matrix cDotOdd; // (B, H), at odd ones
        Matrix c0Dot; // (B, H), tangent of c(0), or null where it is 0
        final PreActivations affine;
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, Lstm1997Cell cell, int steps, int sequences, Kernels kernels) {
            int rows = steps * sequences;
            this.gatesAt = PreActivations.spaced(rows, GATES * cell.outputs).groups(sequences);
            this.cAt = Matrix.zeros(rows, cell.outputs).groups(sequences);
            this.squashedAt = Matrix.zeros(rows, cell.outputs).groups(sequences);
            this.c0 = Matrix.zeros(sequences, cell.outputs);
            this.dcEven = Matrix.zeros(sequences, cell.outputs);
            this.dcOdd = Matrix.zeros(sequences, cell.outputs);
            this.cDotEven = Matrix.zeros(sequences, cell.outputs);
            this.cDotOdd = Matrix.zeros(sequences, cell.outputs);
            this.affine = new PreActivations(prefix, cell, steps, sequences, kernels);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
        }

        Matrix cBefore(int t) {
            return t == 0 ? c0 : cAt[t - 1];
        }

        Matrix dc(int t) {
            return t % 2 == 0 ? dcEven : dcOdd;
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
            return new InitialState[] {affine.initialState(), new InitialState(c0, dc(0), c0Dot)};
        }
    }
}

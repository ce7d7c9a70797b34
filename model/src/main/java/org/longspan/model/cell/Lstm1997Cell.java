package org.longspan.model.cell;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
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
 * <p>S. Hochreiter and J. Schmidhuber (1997), Long short-term memory, Neural Computation 9. Three things differ: the
 * gradient is the full one of back-propagation through time, where they cut off what leaves a memory cell through its
 * gates; every cell has its own gates (their memory cell blocks of size 1); and gates feed no other units. In the paper
 * the biases of gates differ from block to block; here all input gates begin at {@code inputBias}, all output gates at
 * {@code outputBias}. Not {@link LstmCell}, with the forget gate of 2000.
 *
 * @param inputs width I of an input
 * @param outputs width H of h and of c
 * @param inputBias the initial bias of the input gates
 * @param outputBias the initial bias of the output gates
 */
public record Lstm1997Cell(int inputs, int outputs, float inputBias, float outputBias) implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "lstm-1997",
            "The long short-term memory as first published, without a forget gate, with its full gradient.",
            "[i g o](t) = [σ, 4σ-2, σ](x(t) W + h(t-1) U + b);  c(t) = c(t-1) + i ∘ g;  h(t) = o ∘ (2σ(c(t)) - 1)",
            "S. Hochreiter and J. Schmidhuber (1997). Long short-term memory. Neural Computation 9(8). They truncate the "
                    + "gradient; here it is the full one.",
            List.of(
                    Setting.Number.within(
                            "input-bias",
                            "initial bias of the input gate, set after the initialization",
                            -3,
                            -100,
                            100),
                    Setting.Number.within(
                            "output-bias",
                            "initial bias of the output gate, set after the initialization",
                            0,
                            -100,
                            100)),
            List.of(),
            settings -> {
                float inputBias = (float) settings.number("input-bias");
                float outputBias = (float) settings.number("output-bias");
                return (inputs, hidden) -> new Lstm1997Cell(inputs, hidden, inputBias, outputBias);
            });

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.CELL, Site.PREACTIVATION);
    static final int GATES = 3;
    private static final int INPUT = 0;
    private static final int OUTPUT = 2;

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public OutputRange outputRange() {
        return OutputRange.SIGNED;
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
    public int innerStateWidth() {
        return outputs;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        PreActivations.addBlocks(prefix, this, layout);
    }

    @Override
    public void settle(String prefix, Parameters theta) {
        PreActivations.biasOfGate(prefix, this, INPUT, theta).fill(inputBias);
        PreActivations.biasOfGate(prefix, this, OUTPUT, theta).fill(outputBias);
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        return new Run(unrolling, this);
    }

    @Override
    public long runSize(int steps, int sequences) {
        long perStep = (long) sequences * outputs;
        long gates = (long) sequences * Matrix.spacing(GATES * outputs);
        return steps * gates + (steps * 2L + 5) * perStep + PreActivations.size(this, steps, sequences);
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return Lstm1997Tangents.size(this, steps, sequences);
    }

    static final class Run extends AffineRun implements SecondOrderRun {

        final Matrix gates; // (T·B, 3H)
        final Matrix[] gatesAt; // T of (B, 3H)
        final Matrix[] squashedAt; // T of (B, H)
        final BoundaryState c0; // (B, H)
        final BoundaryState end; // c(T), or null where nothing comes after it

        private final Matrix[] cAt; // T of (B, H)
        private final Matrix dcEven; // (B, H), ∂L/∂c at even steps, in the end ∂L/∂c(0)
        private final Matrix dcOdd; // (B, H), at odd ones
        private final Matrix cDotEven; // (B, H), tangent of c at even steps
        private final Matrix cDotOdd; // (B, H), at odd ones

        Run(Unrolling unrolling, Lstm1997Cell cell) {
            super(unrolling, cell);
            int sequences = unrolling.sequences();
            int hidden = cell.outputs;
            this.c0 = unrolling.initialOrZero(hidden, hidden);
            this.end = unrolling.end();
            this.gates = Matrix.spaced(unrolling.rows(), GATES * hidden);
            this.gatesAt = gates.groups(sequences);
            this.cAt = Matrix.zeros(unrolling.rows(), hidden).groups(sequences);
            this.squashedAt = Matrix.zeros(unrolling.rows(), hidden).groups(sequences);
            this.dcEven = c0.cotangent(); // that of c(1), which is that of c(0) too
            this.dcOdd = Matrix.zeros(sequences, hidden);
            this.cDotEven = Matrix.zeros(sequences, hidden);
            this.cDotOdd = Matrix.zeros(sequences, hidden);
        }

        private Matrix cBefore(int t) {
            return t == 0 ? c0.state() : cAt[t - 1];
        }

        private Matrix dc(int t) {
            return t % 2 == 0 ? dcEven : dcOdd;
        }

        private Matrix cDot(int t) {
            return t % 2 == 0 ? cDotEven : cDotOdd;
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            affine.startForward();
            for (int t = 0; t < affine.steps; t++) {
                affine.forward(theta, x, t);
                kernels.gated()
                        .carousel()
                        .forward(affine.z, cBefore(t), gatesAt[t], cAt[t], squashedAt[t], affine.hAt[t]);
            }
            if (end != null) {
                end.state().copyFrom(cAt[affine.steps - 1]);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            startBackward(dc(affine.steps));
            for (int t = affine.steps - 1; t >= 0; t--) {
                Matrix dz = affine.dzAt[t];
                Matrix dc = dc(t);
                affine.recurBackward(t, dhAt[t]);
                Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
                kernels.gated().carousel().cellBackward(gatesAt[t], squashedAt[t], dhAt[t], dc(t + 1), dc);
                Signals.apply(perStep, Site.CELL, dc, kernels);
                kernels.gated().carousel().gatesBackward(gatesAt[t], squashedAt[t], dhAt[t], dc, dz);
                Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
            }
            affine.startBackward();
            affine.projectBackward(dx);
        }

        /** Writes ∂L/∂c(T) but for the part through h(T), which is 0 where nothing comes after it. */
        void startBackward(Matrix dcAfter) {
            if (end == null) {
                dcAfter.fill(0f);
            } else {
                dcAfter.copyFrom(end.cotangent());
            }
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            Matrix[] hDotAt = hDotViews.byStep(hDot);
            affine.startTangent(thetaDot);
            for (int t = 0; t < affine.steps; t++) {
                Matrix cDotBefore = t == 0 ? c0.tangent() : cDot(t - 1);
                affine.tangent(thetaDot, xDot, hDot, t);
                kernels.gated().carousel().tangent(gatesAt[t], squashedAt[t], affine.z, cDotBefore, cDot(t), hDotAt[t]);
            }
            if (end != null) {
                end.tangent().copyFrom(cDot(affine.steps - 1));
            }
        }

        @Override
        public RunTangents openTangents() {
            return new Lstm1997Tangents(this);
        }
    }
}

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
 * Gers, J. Schmidhuber and F. Cummins (2000), Learning to forget, Neural Computation 12. Not {@link Lstm1997Cell}, the
 * original, which has no forget gate, ranges other than tanh's, and a truncated gradient. The forget gate's bias starts
 * at {@code forgetBias}; with small weights and a bias of 0 the memory would halve at each step (R. Jozefowicz, W.
 * Zaremba and I. Sutskever, 2015, An empirical exploration of recurrent network architectures).
 *
 * @param inputs width I of an input
 * @param outputs width H of h and of c
 * @param forgetBias the initial bias of the forget gate
 */
public record LstmCell(int inputs, int outputs, float forgetBias) implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "lstm",
            "The long short-term memory with a forget gate, without peepholes.",
            "[i f g o](t) = [σ σ tanh σ](x(t) W + h(t-1) U + b);  c(t) = f ∘ c(t-1) + i ∘ g;  h(t) = o ∘ tanh(c(t))",
            "S. Hochreiter and J. Schmidhuber (1997). Long short-term memory. Neural Computation 9(8). With the forget "
                    + "gate of F. A. Gers, J. Schmidhuber and F. Cummins (2000). Learning to forget: continual "
                    + "prediction with LSTM. Neural Computation 12(10).",
            List.of(Setting.Number.within(
                    "forget-bias", "initial bias of the forget gate, set after the initialization", 1, -100, 100)),
            List.of(),
            settings -> {
                float forgetBias = (float) settings.number("forget-bias");
                return (inputs, hidden) -> new LstmCell(inputs, hidden, forgetBias);
            });

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.CELL, Site.PREACTIVATION);
    static final int GATES = 4;
    private static final int FORGET = 1;

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
        PreActivations.biasOfGate(prefix, this, FORGET, theta).fill(forgetBias);
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
        return LstmTangents.size(this, steps, sequences);
    }

    static final class Run extends AffineRun implements SecondOrderRun {

        final Matrix gates; // (T·B, 4H)
        final Matrix[] gatesAt; // T of (B, 4H)
        final Matrix[] cAt; // T of (B, H)
        final Matrix[] tanhCAt; // T of (B, H)
        final Matrix c0; // (B, H), c(0)

        final Matrix c0Dot; // (B, H), its tangent
        final Matrix dc0Dot; // (B, H), the tangent of ∂L/∂c(0), or null where c(0) is 0
        final BoundaryState end; // c(T), or null where nothing comes after it

        private final Matrix dc; // (B, H), ∂L/∂c(t)
        private final Matrix dcFromAfter; // (B, H), the part of it that comes from c(t+1); in the end ∂L/∂c(0)
        private final Matrix cDotEven; // (B, H), tangent of c at even steps
        private final Matrix cDotOdd; // (B, H), at odd ones

        Run(Unrolling unrolling, LstmCell cell) {
            super(unrolling, cell);
            int sequences = unrolling.sequences();
            int hidden = cell.outputs;
            BoundaryState c = unrolling.initialOrZero(hidden, hidden);
            this.gates = Matrix.spaced(unrolling.rows(), GATES * hidden);
            this.gatesAt = gates.groups(sequences);
            this.cAt = Matrix.zeros(unrolling.rows(), hidden).groups(sequences);
            this.tanhCAt = Matrix.zeros(unrolling.rows(), hidden).groups(sequences);
            this.c0 = c.state();
            this.c0Dot = c.tangent();
            this.dc0Dot = c.cotangentDot();
            this.end = unrolling.end();
            this.dcFromAfter = c.cotangent();
            this.dc = Matrix.zeros(sequences, hidden);
            this.cDotEven = Matrix.zeros(sequences, hidden);
            this.cDotOdd = Matrix.zeros(sequences, hidden);
        }

        Matrix cBefore(int t) {
            return t == 0 ? c0 : cAt[t - 1];
        }

        private Matrix cDot(int t) {
            return t % 2 == 0 ? cDotEven : cDotOdd;
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            affine.startForward();
            for (int t = 0; t < affine.steps; t++) {
                affine.forward(theta, x, t);
                kernels.gated().lstm().forward(affine.z, cBefore(t), gatesAt[t], cAt[t], tanhCAt[t], affine.hAt[t]);
            }
            if (end != null) {
                end.state().copyFrom(cAt[affine.steps - 1]);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            startBackward(dcFromAfter);
            for (int t = affine.steps - 1; t >= 0; t--) {
                Matrix dz = affine.dzAt[t];
                affine.recurBackward(t, dhAt[t], perStep);
                kernels.gated().lstm().cellBackward(gatesAt[t], tanhCAt[t], dhAt[t], dcFromAfter, dc);
                Signals.apply(perStep, Site.CELL, dc, kernels);
                kernels.gated().lstm().gatesBackward(gatesAt[t], cBefore(t), tanhCAt[t], dhAt[t], dc, dz, dcFromAfter);
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
                Matrix cDotBefore = t == 0 ? c0Dot : cDot(t - 1);
                affine.tangent(thetaDot, xDot, hDot, t);
                kernels.gated()
                        .lstm()
                        .tangent(gatesAt[t], cBefore(t), tanhCAt[t], affine.z, cDotBefore, cDot(t), hDotAt[t]);
            }
            if (end != null) {
                end.tangent().copyFrom(cDot(affine.steps - 1));
            }
        }

        @Override
        public RunTangents openTangents() {
            return new LstmTangents(this);
        }
    }
}

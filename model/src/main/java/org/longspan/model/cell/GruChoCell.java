package org.longspan.model.cell;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * The gated recurrent unit as it was published, with the reset gate before the product:
 *
 * <pre>
 * [r z](t) = σ(x(t) W + h(t-1) U + b)
 * n(t) = tanh(x(t) V + (r(t) ∘ h(t-1)) Q + c)
 * h(t) = z(t) ∘ h(t-1) + (1 - z(t)) ∘ n(t),   h(0) = 0
 * </pre>
 *
 * with r before z: W (I, 2H), U (H, 2H), b (1, 2H) are the blocks {@code gates.*}; V (I, H), Q (H, H), c (1, H) the
 * blocks {@code candidate.*}.
 *
 * <p>K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014), Learning
 * phrase representations using RNN encoder-decoder for statistical machine translation, EMNLP. Not {@link GruCell}, the
 * arrangement of cuDNN and PyTorch, whose products of one step are independent. Nor that of J. Chung et al. (2014),
 * whose z is our 1 - z.
 *
 * <p>No site PREACTIVATION: the pre-activation of n depends on that of r, so no single row is affine in h(t-1).
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 */
public record GruChoCell(int inputs, int outputs) implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "gru-cho",
            "The gated recurrent unit as first published, with the reset gate before the product.",
            "[r z](t) = σ(x(t) W + h(t-1) U + b);  n(t) = tanh(x(t) V + (r ∘ h(t-1)) Q + c);  "
                    + "h(t) = z ∘ h(t-1) + (1 - z) ∘ n",
            "K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014). "
                    + "Learning phrase representations using RNN encoder-decoder for statistical machine translation. "
                    + "EMNLP.",
            List.of(),
            List.of(),
            settings -> GruChoCell::new);

    private static final Set<Site> SITES = Set.of(Site.HIDDEN);
    private static final int GATES = 2; // r and z

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
        return outputs;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        PreActivations.addBlocks(prefix + "gates.", this, layout);
        PreActivations.addBlocks(prefix + "candidate.", this, 1, layout);
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        return new Run(unrolling, this);
    }

    @Override
    public long runSize(int steps, int sequences) {
        long state = (long) sequences * outputs;
        long candidate = (long) sequences * Matrix.spacing(outputs);
        return steps * (3 * state + candidate)
                + 5 * state
                + PreActivations.size(this, steps, sequences)
                + PreActivations.size(this, 1, steps, sequences);
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return GruChoTangents.size(this, steps, sequences);
    }

    static final class Run implements SecondOrderRun {

        final Kernels kernels;
        private final Matrix[] rzAt; // T of (B, 2H)
        final Matrix[] rAt; // T of (B, H), views of them
        final Matrix[] zAt; // T of (B, H), views of them
        final Matrix[] nAt; // T of (B, H)
        final Matrix zOfR; // (B, H), pre-activations of r in one step, and their tangent
        final Matrix zOfZ; // (B, H), those of z
        final Matrix[] dzOfRAt; // T of (B, H)
        final Matrix[] dzOfZAt; // T of (B, H)
        final Matrix dn; // (B, H), ∂L/∂n(t), and the tangent of n(t)
        private final Matrix dReset; // (B, H), ∂L/∂(r ∘ h(t-1))
        private final Matrix dhFromReset; // (B, H), the part of ∂L/∂h(t-1) that comes through it
        private final Matrix dhFromAfter; // (B, H), the part of ∂L/∂h(t) that comes from t+1; in the end ∂L/∂h(0)
        final PreActivations gates; // of r and z
        final PreActivations candidate; // of n, with r ∘ h(t-1) for h(t-1)
        final StepViews dhViews;
        private final StepViews hDotViews;

        Run(Unrolling unrolling, GruChoCell cell) {
            int hidden = cell.outputs;
            int rows = unrolling.rows();
            int sequences = unrolling.sequences();
            Matrix rz = Matrix.zeros(rows, GATES * hidden);
            this.kernels = unrolling.kernels();
            this.rzAt = rz.groups(sequences);
            this.rAt = rz.columns(0, hidden).groups(sequences);
            this.zAt = rz.columns(hidden, hidden).groups(sequences);
            this.nAt = Matrix.zeros(rows, hidden).groups(sequences);
            this.gates = new PreActivations(unrolling.of("gates."), cell);
            this.candidate = new PreActivations(
                    unrolling.of("candidate."), cell, Matrix.zeros(sequences, hidden), Matrix.spaced(rows, hidden));
            this.zOfR = gates.z.columns(0, hidden);
            this.zOfZ = gates.z.columns(hidden, hidden);
            this.dzOfRAt = gates.dz.columns(0, hidden).groups(sequences);
            this.dzOfZAt = gates.dz.columns(hidden, hidden).groups(sequences);
            this.dn = Matrix.zeros(sequences, hidden);
            this.dReset = Matrix.zeros(sequences, hidden);
            this.dhFromReset = Matrix.zeros(sequences, hidden);
            this.dhFromAfter = gates.initial == null ? Matrix.zeros(sequences, hidden) : gates.initial.cotangent();
            this.dhViews = new StepViews(unrolling);
            this.hDotViews = new StepViews(unrolling);
        }

        @Override
        public Matrix outputs() {
            return gates.h;
        }

        @Override
        public void prepare(Parameters theta) {
            gates.prepare(theta);
            candidate.prepare(theta);
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            gates.startForward();
            for (int t = 0; t < gates.steps; t++) {
                Matrix before = gates.hBeforeAt[t];
                // [r z] = σ(x W + h(t-1) U + b)
                gates.forward(theta, x, t);
                kernels.activations().sigmoid(gates.z, rzAt[t]);
                // n = tanh(x V + (r ∘ h(t-1)) Q + c)
                kernels.gated().gates().forward(rAt[t], before, candidate.hBeforeAt[t]);
                candidate.forward(theta, x, t);
                kernels.activations().tanh(candidate.z, nAt[t]);
                kernels.elementwise().flush(nAt[t]);
                // h = z ∘ h(t-1) + (1 - z) ∘ n
                kernels.gated().gates().mixForward(zAt[t], before, nAt[t], gates.hAt[t]);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            dhFromAfter.fill(0f);
            for (int t = gates.steps - 1; t >= 0; t--) {
                kernels.elementwise().addAndFlush(dhFromAfter, dhAt[t]);
                Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
                stepBackward(t, dhAt[t]);
            }
            if (dx != null) {
                dx.fill(0f);
                gates.projectBackwardOnto(dx);
                candidate.projectBackwardOnto(dx);
                kernels.elementwise().flush(dx);
            }
        }

        private void stepBackward(int t, Matrix dh) {
            Matrix before = gates.hBeforeAt[t];
            // h = z ∘ h(t-1) + (1 - z) ∘ n
            kernels.gated().gates().mixBackward(zAt[t], before, nAt[t], dh, dzOfZAt[t], dhFromAfter, dn);
            // n = tanh(x V + (r ∘ h(t-1)) Q + c)
            kernels.activations().tanhBackward(nAt[t], dn, candidate.dzAt[t]);
            dReset.fill(0f);
            candidate.recurBackwardFrom(t, dReset);
            kernels.elementwise().flush(dReset);
            kernels.gated().gates().backward(rAt[t], before, dReset, dzOfRAt[t], dhFromReset);
            kernels.elementwise().addAndFlush(dhFromReset, dhFromAfter);
            // [r z] = σ(x W + h(t-1) U + b)
            if (gates.recursAt(t)) {
                gates.recurBackwardFrom(t, dhFromAfter);
            }
        }

        @Override
        public void accumulate(float[] weights, Parameters gradient) {
            gates.accumulate(weights, gradient);
            candidate.accumulate(weights, gradient);
        }

        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {
            gates.accumulateSequence(sequence, gradient);
            candidate.accumulateSequence(sequence, gradient);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            Matrix[] hDotAt = hDotViews.byStep(hDot);
            gates.startTangent(thetaDot);
            candidate.startTangent(thetaDot);
            for (int t = 0; t < gates.steps; t++) {
                tangent(thetaDot, xDot, hDot, t, hDotAt[t]);
            }
        }

        /** The tangent of step t; those of what it computes on the way are left in the buffers of a step. */
        void tangent(Parameters thetaDot, Matrix xDot, Matrix hDot, int t, Matrix hDotNow) {
            Matrix before = gates.hBeforeAt[t];
            gates.tangent(thetaDot, xDot, hDot, t);
            kernels.gated().gates().tangent(rAt[t], before, zOfR, gates.hDotBefore, candidate.hDotBefore);
            candidate.tangent(thetaDot, xDot, t);
            kernels.activations().tanhBackward(nAt[t], candidate.z, dn);
            kernels.gated().gates().mixTangent(zAt[t], before, nAt[t], zOfZ, gates.hDotBefore, dn, hDotNow);
        }

        @Override
        public RunTangents openTangents() {
            return new GruChoTangents(this);
        }
    }
}

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
 * The gated recurrent unit with the reset gate behind the product, as cuDNN and PyTorch have it:
 *
 * <pre>
 * [r z](t) = σ(x(t) W + h(t-1) U + b)
 * n(t) = tanh(x(t) V + d + r(t) ∘ (h(t-1) Q + c))
 * h(t) = (1 - z(t)) ∘ n(t) + z(t) ∘ h(t-1),   h(0) = 0
 * </pre>
 *
 * with r before z: W (I, 2H), U (H, 2H), b (1, 2H) are the blocks {@code gates.*}; V (I, H), d (1, H), Q (H, H) and c
 * (1, H) the blocks {@code candidate.*}. PyTorch keeps two biases for every gate. Those of r and z are only ever added
 * and are one here; those of n differ in function and are two here, so both compute the same.
 *
 * <p>K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014), Learning
 * phrase representations using RNN encoder-decoder for statistical machine translation, EMNLP. Not their own
 * arrangement, which resets h(t-1) before the product: that is {@link GruChoCell}. Nor that of J. Chung et al. (2014),
 * whose z is our 1 - z.
 *
 * <p>Site PREACTIVATION is the cotangent of all that is affine in the weights: r, z, x V + d and h Q + c, each H wide.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 */
public record GruCell(int inputs, int outputs) implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "gru",
            "The gated recurrent unit with the reset gate behind the product, as libraries have it.",
            "[r z](t) = σ(x(t) W + h(t-1) U + b);  n(t) = tanh(x(t) V + d + r ∘ (h(t-1) Q + c));  "
                    + "h(t) = (1 - z) ∘ n + z ∘ h(t-1)",
            "K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014). "
                    + "Learning phrase representations using RNN encoder-decoder for statistical machine translation. "
                    + "EMNLP. In the arrangement of cuDNN and PyTorch.",
            List.of(),
            List.of(),
            settings -> GruCell::new);

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);
    static final int GATES = 2; // r and z
    static final int PARTS = 4; // r, z, x V + d, h Q + c

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
        GruCandidate.addBlocks(prefix + "candidate.", this, layout);
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        return new Run(unrolling, this);
    }

    @Override
    public long runSize(int steps, int sequences) {
        long parts = (long) sequences * Matrix.spacing(PARTS * outputs);
        return 2 * steps * parts
                + 5L * sequences * outputs
                + PreActivations.size(this, GATES, steps, sequences)
                + GruCandidate.size(this, sequences);
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return GruTangents.size(this, steps, sequences);
    }

    static final class Run implements SecondOrderRun {

        final Kernels kernels;
        final Matrix gates; // (T·B, 4H)
        final Matrix[] gatesAt; // T of (B, 4H): r, z, n, h Q + c
        final Matrix z; // (B, 4H), of one step: before r and z, x V + d, h Q + c; and its tangent
        final Matrix dhFromAfter; // (B, H), the part of ∂L/∂h(t) that comes from t+1; in the end ∂L/∂h(0)
        final PreActivations affine; // of r and z
        final GruCandidate candidate;
        final StepViews dhViews;

        private final Matrix[] dzAt; // T of (B, 4H)
        private final StepViews hDotViews;

        Run(Unrolling unrolling, GruCell cell) {
            int sequences = unrolling.sequences();
            int width = GATES * cell.outputs;
            int parts = PARTS * cell.outputs;
            Matrix dz = Matrix.spaced(unrolling.rows(), parts);
            this.kernels = unrolling.kernels();
            this.gates = Matrix.spaced(unrolling.rows(), parts);
            this.gatesAt = gates.groups(sequences);
            this.z = Matrix.zeros(sequences, parts);
            this.dzAt = dz.groups(sequences);
            this.affine = new PreActivations(unrolling.of("gates."), cell, z.columns(0, width), dz.columns(0, width));
            this.candidate = new GruCandidate(
                    unrolling.prefix() + "candidate.", affine, z.columns(width, width), dz.columns(width, width));
            this.dhFromAfter =
                    affine.initial == null ? Matrix.zeros(sequences, cell.outputs) : affine.initial.cotangent();
            this.dhViews = new StepViews(unrolling);
            this.hDotViews = new StepViews(unrolling);
        }

        @Override
        public Matrix outputs() {
            return affine.h;
        }

        @Override
        public void prepare(Parameters theta) {
            affine.prepare(theta);
            candidate.prepare(theta);
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            affine.startForward();
            for (int t = 0; t < affine.steps; t++) {
                affine.forward(theta, x, t);
                candidate.forward(theta, t);
                kernels.gated().gru().forward(z, affine.hBeforeAt[t], gatesAt[t], affine.hAt[t]);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            dhFromAfter.fill(0f);
            for (int t = affine.steps - 1; t >= 0; t--) {
                kernels.elementwise().addAndFlush(dhFromAfter, dhAt[t]);
                Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
                kernels.gated().gru().backward(gatesAt[t], affine.hBeforeAt[t], dhAt[t], dzAt[t], dhFromAfter);
                Signals.apply(perStep, Site.PREACTIVATION, dzAt[t], kernels);
                if (affine.recursAt(t)) {
                    affine.recurBackwardFrom(t, dhFromAfter);
                    candidate.recurBackwardFrom(t, dhFromAfter);
                }
            }
            projectBackward(dx);
        }

        /** ∂L/∂x(1..T) of both affine parts, if {@code dx} is not null. */
        private void projectBackward(Matrix dx) {
            if (dx != null) {
                dx.fill(0f);
                affine.projectBackwardOnto(dx);
                candidate.projectBackwardOnto(dx);
                kernels.elementwise().flush(dx);
            }
        }

        @Override
        public void accumulate(float[] weights, Parameters gradient) {
            affine.accumulate(weights, gradient);
            candidate.accumulate(weights, gradient);
        }

        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {
            affine.accumulateSequence(sequence, gradient);
            candidate.accumulateSequence(sequence, gradient);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            Matrix[] hDotAt = hDotViews.byStep(hDot);
            affine.startTangent(thetaDot);
            candidate.startTangent(thetaDot);
            for (int t = 0; t < affine.steps; t++) {
                affine.tangent(thetaDot, xDot, hDot, t);
                candidate.tangent(thetaDot, xDot != null, t);
                kernels.gated().gru().tangent(gatesAt[t], affine.hBeforeAt[t], z, affine.hDotBefore, hDotAt[t]);
            }
        }

        @Override
        public RunTangents openTangents() {
            return new GruTangents(this);
        }
    }
}

package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
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
 * (1, H) the blocks {@code candidate.*}. PyTorch keeps two biases for every gate. Those of r and z only ever stand added,
 * and are one here; those of n are two functions and two here, so both compute the same.
 *
 * <p>K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014), Learning phrase
 * representations using RNN encoder-decoder for statistical machine translation, EMNLP. Not their own arrangement, which
 * resets h(t-1) before the product: that is {@link GruChoCell}. Nor that of J. Chung et al. (2014), whose z is our 1 - z.
 *
 * <p>Site PREACTIVATION is the cotangent of all that is affine in the weights: r, z, x V + d and h Q + c, each H wide.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 */
public record GruCell(int inputs, int outputs) implements SecondOrderCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);
    static final int GATES = 2; // r and z
    static final int PARTS = 4; // r, z, x V + d, h Q + c

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
        return outputs;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        PreActivations.addBlocks(prefix + "gates.", this, layout);
        GruCandidate.addBlocks(prefix + "candidate.", this, layout);
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new Run(prefix, this, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        long parts = (long) sequences * PreActivations.spacing(PARTS * outputs);
        return 2 * steps * parts
                + 5L * sequences * outputs
                + PreActivations.size(this, GATES, steps, sequences)
                + GruCandidate.size(this, sequences);
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        ((Run) tape).affine.prepare(theta);
        ((Run) tape).candidate.prepare(theta);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        for (int t = 0; t < run.gatesAt.length; t++) {
            affine.forward(theta, x, t, kernels);
            run.candidate.forward(theta, t, kernels);
            kernels.gruForward(run.z, affine.hBeforeAt[t], run.gatesAt[t], affine.hAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Signals.requireSite(perStep, SITES);
        Run run = (Run) tape;
        Matrix[] dhAt = run.dh.byStep(dh);
        run.dhFromAfter.fill(0f);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            kernels.addAndFlush(run.dhFromAfter, dhAt[t]);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            kernels.gruBackward(run.gatesAt[t], run.affine.hBeforeAt[t], dhAt[t], run.dzAt[t], run.dhFromAfter);
            Signals.apply(perStep, Site.PREACTIVATION, run.dzAt[t], kernels);
            if (t > 0 || run.affine.hasStarted()) {
                run.affine.recurBackwardFrom(t, run.dhFromAfter, kernels);
                run.candidate.recurBackwardFrom(t, run.dhFromAfter, kernels);
            }
        }
        if (dx != null) {
            dx.fill(0f);
            run.affine.projectBackwardOnto(dx, kernels);
            run.candidate.projectBackwardOnto(dx, kernels);
            kernels.flush(dx);
        }
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        ((Run) tape).affine.accumulate(weights, gradient, kernels);
        ((Run) tape).candidate.accumulate(weights, gradient, kernels);
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        ((Run) tape).affine.accumulateSequence(sequence, gradient, kernels);
        ((Run) tape).candidate.accumulateSequence(sequence, gradient, kernels);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        affine.prepareTangent(thetaDot);
        run.candidate.prepareTangent(thetaDot);
        for (int t = 0; t < hDotAt.length; t++) {
            affine.tangent(thetaDot, xDot, hDot, t, kernels);
            run.candidate.tangent(thetaDot, xDot != null, t, kernels);
            kernels.gruTangent(run.gatesAt[t], affine.hBeforeAt[t], run.z, affine.hDotBefore, hDotAt[t]);
        }
    }

    @Override
    public TangentTape newTangentTape(Tape tape, Kernels kernels) {
        return new GruTangents((Run) tape, kernels);
    }

    @Override
    public long tangentTapeSize(int steps, int sequences) {
        return GruTangents.size(this, steps, sequences);
    }

    @Override
    public void tangent(
            Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, TangentTape tangents, Kernels kernels) {
        ((GruTangents) tangents).tangent(thetaDot, xDot, hDot, kernels);
    }

    @Override
    public void backwardTangent(
            Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot, TangentTape tangents, Kernels kernels) {
        ((GruTangents) tangents).backward(dh, dhDot, dxDot, kernels);
    }

    @Override
    public void accumulateTangent(TangentTape tangents, Parameters product, Kernels kernels) {
        ((GruTangents) tangents).accumulate(product, kernels);
    }

    /** What a run leaves behind. */
    static final class Run implements Tape {

        final Matrix gates; // (T·B, 4H)
        final Matrix[] gatesAt; // T of (B, 4H): r, z, n, h Q + c
        final Matrix z; // (B, 4H), of one step: before r and z, x V + d, h Q + c; and its tangent
        final Matrix[] dzAt; // T of (B, 4H)
        final Matrix dhFromAfter; // (B, H), what comes to h(t) from t+1
        final PreActivations affine; // of r and z
        final GruCandidate candidate;
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, GruCell cell, int steps, int sequences, Kernels kernels) {
            int width = GATES * cell.outputs;
            int parts = PARTS * cell.outputs;
            Matrix dz = PreActivations.spaced(steps * sequences, parts);
            this.gates = PreActivations.spaced(steps * sequences, parts);
            this.gatesAt = gates.groups(sequences);
            this.z = Matrix.zeros(sequences, parts);
            this.dzAt = dz.groups(sequences);
            this.dhFromAfter = Matrix.zeros(sequences, cell.outputs);
            this.affine =
                    new PreActivations(prefix + "gates.", cell, z.columns(0, width), dz.columns(0, width), kernels);
            this.candidate = new GruCandidate(
                    prefix + "candidate.", affine, z.columns(width, width), dz.columns(width, width), kernels);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
        }

        @Override
        public Matrix outputs() {
            return affine.h;
        }

        @Override
        public InitialState[] initialStates() {
            return new InitialState[] {affine.initialState(dhFromAfter)};
        }
    }
}

package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
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
 * with r before z: W (I, 2H), U (H, 2H), b (1, 2H) are the blocks {@code gates.*}; V (I, H), Q (H, H), c (1, H) the blocks
 * {@code candidate.*}.
 *
 * <p>K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014), Learning phrase
 * representations using RNN encoder-decoder for statistical machine translation, EMNLP. Not {@link GruCell}, the
 * arrangement of cuDNN and PyTorch, whose products of a step do not wait for each other. Nor that of J. Chung et al.
 * (2014), whose z is our 1 - z.
 *
 * <p>No site PREACTIVATION: the pre-activation of n depends on that of r, so no one row holds what is affine in h(t-1).
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 */
public record GruChoCell(int inputs, int outputs) implements RecurrentCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN);
    private static final int GATES = 2; // r and z

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
        PreActivations.addBlocks(prefix + "candidate.", this, 1, layout);
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new Run(prefix, this, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        long state = (long) sequences * outputs;
        long candidate = (long) sequences * PreActivations.spacing(outputs);
        return steps * (3 * state + candidate)
                + 5 * state
                + PreActivations.size(this, steps, sequences)
                + PreActivations.size(this, 1, steps, sequences);
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        ((Run) tape).gates.prepare(theta);
        ((Run) tape).candidate.prepare(theta);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        for (int t = 0; t < run.nAt.length; t++) {
            Matrix before = run.gates.hBeforeAt[t];
            run.gates.forward(theta, x, t, kernels);
            kernels.sigmoid(run.gates.z, run.rzAt[t]);
            kernels.gateForward(run.rAt[t], before, run.candidate.hBeforeAt[t]);
            run.candidate.forward(theta, x, t, kernels);
            kernels.tanh(run.candidate.z, run.nAt[t]);
            kernels.flush(run.nAt[t]);
            kernels.mixForward(run.zAt[t], before, run.nAt[t], run.gates.hAt[t]);
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
            backward(t, dhAt[t], run, kernels);
        }
        if (dx != null) {
            dx.fill(0f);
            run.gates.projectBackwardOnto(dx, kernels);
            run.candidate.projectBackwardOnto(dx, kernels);
            kernels.flush(dx);
        }
    }

    private static void backward(int t, Matrix dh, Run run, Kernels kernels) {
        Matrix before = run.gates.hBeforeAt[t];
        // h(t) = z ∘ h(t-1) + (1 - z) ∘ n
        kernels.mixBackward(run.zAt[t], before, run.nAt[t], dh, run.dzOfZAt[t], run.dhFromAfter, run.dn);
        // n = tanh(x V + (r ∘ h(t-1)) Q + c)
        kernels.tanhBackward(run.nAt[t], run.dn, run.candidate.dzAt[t]);
        run.dReset.fill(0f);
        run.candidate.recurBackwardFrom(t, run.dReset, kernels);
        kernels.flush(run.dReset);
        kernels.gateBackward(run.rAt[t], before, run.dReset, run.dzOfRAt[t], run.dhFromReset);
        kernels.addAndFlush(run.dhFromReset, run.dhFromAfter);
        // [r z] = σ(x W + h(t-1) U + b)
        if (t > 0 || run.gates.hasStarted()) {
            run.gates.recurBackwardFrom(t, run.dhFromAfter, kernels);
        }
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        ((Run) tape).gates.accumulate(weights, gradient, kernels);
        ((Run) tape).candidate.accumulate(weights, gradient, kernels);
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        ((Run) tape).gates.accumulateSequence(sequence, gradient, kernels);
        ((Run) tape).candidate.accumulateSequence(sequence, gradient, kernels);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations gates = run.gates;
        PreActivations candidate = run.candidate;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        gates.prepareTangent(thetaDot);
        candidate.prepareTangent(thetaDot);
        for (int t = 0; t < hDotAt.length; t++) {
            Matrix before = gates.hBeforeAt[t];
            gates.tangent(thetaDot, xDot, hDot, t, kernels);
            kernels.gateTangent(run.rAt[t], before, run.zOfR, gates.hDotBefore, candidate.hDotBefore);
            candidate.tangent(thetaDot, xDot, t, kernels);
            kernels.tanhBackward(run.nAt[t], candidate.z, run.dn);
            kernels.mixTangent(run.zAt[t], before, run.nAt[t], run.zOfZ, gates.hDotBefore, run.dn, hDotAt[t]);
        }
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final Matrix[] rzAt; // T of (B, 2H)
        final Matrix[] rAt; // T of (B, H), views of them
        final Matrix[] zAt; // T of (B, H), views of them
        final Matrix[] nAt; // T of (B, H)
        final Matrix zOfR; // (B, H), pre-activations of r in one step, and their tangent
        final Matrix zOfZ; // (B, H), those of z
        final Matrix[] dzOfRAt; // T of (B, H)
        final Matrix[] dzOfZAt; // T of (B, H)
        final Matrix dn; // (B, H), ∂L/∂n(t), and the tangent of n(t)
        final Matrix dReset; // (B, H), ∂L/∂(r ∘ h(t-1))
        final Matrix dhFromReset; // (B, H), the part of ∂L/∂h(t-1) that comes through it
        final Matrix dhFromAfter; // (B, H), what comes to h(t) from t+1
        final PreActivations gates; // of r and z
        final PreActivations candidate; // of n, with r ∘ h(t-1) for h(t-1)
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, GruChoCell cell, int steps, int sequences, Kernels kernels) {
            int hidden = cell.outputs;
            int rows = steps * sequences;
            Matrix rz = Matrix.zeros(rows, GATES * hidden);
            this.rzAt = rz.groups(sequences);
            this.rAt = rz.columns(0, hidden).groups(sequences);
            this.zAt = rz.columns(hidden, hidden).groups(sequences);
            this.nAt = Matrix.zeros(rows, hidden).groups(sequences);
            this.gates = new PreActivations(prefix + "gates.", cell, steps, sequences, kernels);
            this.candidate = new PreActivations(
                    prefix + "candidate.",
                    cell,
                    Matrix.zeros(sequences, hidden),
                    PreActivations.spaced(rows, hidden),
                    kernels);
            this.zOfR = gates.z.columns(0, hidden);
            this.zOfZ = gates.z.columns(hidden, hidden);
            this.dzOfRAt = gates.dz.columns(0, hidden).groups(sequences);
            this.dzOfZAt = gates.dz.columns(hidden, hidden).groups(sequences);
            this.dn = Matrix.zeros(sequences, hidden);
            this.dReset = Matrix.zeros(sequences, hidden);
            this.dhFromReset = Matrix.zeros(sequences, hidden);
            this.dhFromAfter = Matrix.zeros(sequences, hidden);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
        }

        @Override
        public Matrix outputs() {
            return gates.h;
        }

        @Override
        public InitialState[] initialStates() {
            candidate.start(); // r ∘ h(0)
            return new InitialState[] {gates.initialState(dhFromAfter)};
        }
    }
}

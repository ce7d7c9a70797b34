package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * The minimal gated recurrent unit, whose gate and candidate see the input only:
 *
 * <pre>
 * z(t) = σ(x(t) W + b),   n(t) = x(t) V + c
 * h(t) = (1 - z(t)) ∘ h(t-1) + z(t) ∘ n(t),   h(0) = 0
 * </pre>
 *
 * with z before n: [W V] (I, 2H), [b c] (1, 2H). No weight stands between h(t-1) and h(t), so the products of all steps
 * are one, and a unit's memory is the product of its 1 - z.
 *
 * <p>L. Feng, F. Tung, M. O. Ahmed, Y. Bengio and H. Hajimirsadeghi (2024), Were RNNs all we needed?,
 * arXiv:2410.01201. Not the form in logarithms that they train, whose n is made positive. Its z opens to the new where
 * that of {@link GruCell} keeps the old.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 */
public record MinGruCell(int inputs, int outputs) implements RecurrentCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);
    private static final int GATES = 2; // z and n

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
        layout.add(prefix + "input", inputs, GATES * outputs, Role.INPUT);
        layout.add(prefix + "bias", 1, GATES * outputs, Role.BIAS);
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new Run(prefix, this, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        long width = (long) GATES * outputs;
        long perRow = PreActivations.spacing(inputs + 1) + 2L * PreActivations.spacing((int) width) + 2L * outputs;
        return sequences * (steps * perRow + 3L * outputs + 2 * width) + 3L * inputs * width;
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        run.forward.pack(theta.block(run.input));
        run.backward.packTransposed(theta.block(run.input));
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        run.x.copyFrom(x);
        kernels.setProduct(theta.block(run.bias), run.x, run.forward, run.zn);
        kernels.sigmoid(run.preactivationsOfZ, run.z);
        for (int t = 0; t < run.hAt.length; t++) {
            kernels.mixForward(run.zAt[t], run.nAt[t], run.hBeforeAt[t], run.hAt[t]);
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
            kernels.mixBackward(
                    run.zAt[t], run.nAt[t], run.hBeforeAt[t], dhAt[t], run.dzOfZAt[t], run.dzOfNAt[t], run.dhFromAfter);
            Signals.apply(perStep, Site.PREACTIVATION, run.dzAt[t], kernels);
        }
        if (dx != null) {
            dx.fill(0f);
            kernels.addProduct(run.dz, run.backward, dx);
            kernels.flush(dx);
        }
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        Run run = (Run) tape;
        Matrix sum = gradient.blocks(run.input, run.bias);
        if (weights == null) {
            kernels.addTransposedProduct(run.arguments, run.dz, sum);
        } else {
            for (int t = 0; t < run.dzAt.length; t++) {
                PreActivations.weigh(run.dzAt[t], weights, run.weighted, kernels);
                kernels.addTransposedProduct(run.argumentsAt[t], run.weighted, sum);
            }
        }
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        Run run = (Run) tape;
        Matrix sum = gradient.blocks(run.input, run.bias);
        kernels.addTransposedProduct(run.argumentsOf[sequence], run.dzOf[sequence], sum);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        Matrix[] xDotAt = xDot == null ? null : run.xDot.byStep(xDot);
        run.forwardDot.pack(thetaDot.block(run.input));
        for (int t = 0; t < hDotAt.length; t++) {
            kernels.setProduct(thetaDot.block(run.bias), run.xAt[t], run.forwardDot, run.znDot);
            if (xDotAt != null) {
                kernels.addProduct(xDotAt[t], run.forward, run.znDot);
            }
            Matrix hDotBefore = t == 0 ? run.h0Dot : hDotAt[t - 1];
            kernels.mixTangent(run.zAt[t], run.nAt[t], run.hBeforeAt[t], run.zDot, run.nDot, hDotBefore, hDotAt[t]);
        }
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final String input;
        final String bias;
        final Matrix arguments; // (T·B, I+1), rows [x(t) 1]
        final Matrix[] argumentsAt; // T of (B, I+1)
        final Matrix[] argumentsOf; // B of (T, I+1)
        final Matrix x; // (T·B, I), a view of them
        final Matrix[] xAt; // T of (B, I)
        final Matrix zn; // (T·B, 2H), pre-activations of z beside n
        final Matrix preactivationsOfZ; // (T·B, H), a view of them
        final Matrix[] nAt; // T of (B, H), views of them
        final Matrix z; // (T·B, H)
        final Matrix[] zAt; // T of (B, H)
        final Matrix h; // (T·B, H)
        final Matrix[] hAt; // T of (B, H)
        final Matrix[] hBeforeAt; // T of (B, H), h(t-1)
        final Matrix dz; // (T·B, 2H)
        final Matrix[] dzAt; // T of (B, 2H)
        final Matrix[] dzOf; // B of (T, 2H)
        final Matrix[] dzOfZAt; // T of (B, H)
        final Matrix[] dzOfNAt; // T of (B, H)
        final Matrix weighted; // (B, 2H)
        final Matrix dhFromAfter; // (B, H), what comes to h(t) from t+1
        final Matrix znDot; // (B, 2H), tangent of one step's pre-activations
        final Matrix zDot; // (B, H), a view of them
        final Matrix nDot; // (B, H), a view of them
        final Matrix h0Dot; // (B, H), the tangent of h(0)
        final Panels forward; // [W V] (I, 2H)
        final Panels backward; // [W V]ᵀ (2H, I)
        final Panels forwardDot; // tangent of [W V] (I, 2H)
        final StepViews dh;
        final StepViews hDot;
        final StepViews xDot;

        Run(String prefix, MinGruCell cell, int steps, int sequences, Kernels kernels) {
            int inputs = cell.inputs;
            int hidden = cell.outputs;
            int width = GATES * hidden;
            int rows = steps * sequences;
            this.input = prefix + "input";
            this.bias = prefix + "bias";
            this.arguments = PreActivations.spaced(rows, inputs + 1);
            arguments.columns(inputs, 1).fill(1f);
            this.argumentsAt = arguments.groups(sequences);
            this.argumentsOf = StepViews.bySequence(arguments, 0, steps, sequences);
            this.x = arguments.columns(0, inputs);
            this.xAt = x.groups(sequences);
            this.zn = PreActivations.spaced(rows, width);
            this.preactivationsOfZ = zn.columns(0, hidden);
            this.nAt = zn.columns(hidden, hidden).groups(sequences);
            this.z = Matrix.zeros(rows, hidden);
            this.zAt = z.groups(sequences);
            Matrix all = Matrix.zeros(rows + sequences, hidden); // h(0)..h(T)
            this.h = all.rows(sequences, rows);
            this.hAt = h.groups(sequences);
            this.hBeforeAt = all.rows(0, rows).groups(sequences);
            this.dz = PreActivations.spaced(rows, width);
            this.dzAt = dz.groups(sequences);
            this.dzOf = StepViews.bySequence(dz, 0, steps, sequences);
            this.dzOfZAt = dz.columns(0, hidden).groups(sequences);
            this.dzOfNAt = dz.columns(hidden, hidden).groups(sequences);
            this.weighted = Matrix.zeros(sequences, width);
            this.dhFromAfter = Matrix.zeros(sequences, hidden);
            this.znDot = Matrix.zeros(sequences, width);
            this.zDot = znDot.columns(0, hidden);
            this.nDot = znDot.columns(hidden, hidden);
            this.h0Dot = Matrix.zeros(sequences, hidden);
            this.forward = kernels.newPanels(inputs, width);
            this.backward = kernels.newPanels(width, inputs);
            this.forwardDot = kernels.newPanels(inputs, width);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
            this.xDot = new StepViews(steps, sequences);
        }

        @Override
        public Matrix outputs() {
            return h;
        }

        @Override
        public InitialState[] initialStates() {
            return new InitialState[] {new InitialState(hBeforeAt[0], dhFromAfter, h0Dot)};
        }
    }
}

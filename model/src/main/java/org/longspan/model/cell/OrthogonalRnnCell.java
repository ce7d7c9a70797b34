package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;

/**
 * The simple recurrent network whose recurrent matrix is orthogonal at every θ, by Cayley's transform:
 *
 * <pre>
 * U = D (I + A)⁻¹ (I - A),   A = -Aᵀ
 * z(t) = x(t) W + h(t-1) U
 * h(t) = sign(z(t)) ∘ max(|z(t)| + b, 0),   sign(0) = 0,   h(0) = 0
 * </pre>
 *
 * <p>Of A, block {@code skew} (H, H) holds the strictly lower triangle. The rest of it is 0, is not read and has no
 * gradient, so the free numbers are H(H-1)/2. D is diagonal: its last {@code ⌊negatives · H⌋} elements are -1, the others
 * 1. A begins with blocks [0 -s; s 0] on its diagonal, s = tan(φ/2) and φ ~ U[0, angle], so that U, but for D, turns
 * pairs of units by φ; b ~ U[-0.01, 0.01].
 *
 * <p>K. Helfrich, D. Willmott and Q. Ye (2018), Orthogonal recurrent neural networks with scaled Cayley transform, ICML;
 * a state is a column there, so their W is Uᵀ, with -A. The nonlinearity: M. Arjovsky, A. Shah and Y. Bengio (2016),
 * Unitary evolution recurrent neural networks, ICML, here of real numbers. Not to be confused with a recurrent matrix that
 * only begins orthogonal (an initialization), nor with one that a penalty keeps nearly so.
 *
 * <p>A gradient costs two products of (H, H) matrices more, and the gradient of a single sequence just as many.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 * @param negatives share of D that is -1, in [0, 1]
 * @param angle the greatest initial angle, in radians, under π
 */
public record OrthogonalRnnCell(int inputs, int outputs, double negatives, double angle) implements RecurrentCell {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);
    private static final double BIAS_BOUND = 0.01;

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public int initialStateWidth() {
        return outputs;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        layout.add(prefix + "input", inputs, outputs, Role.INPUT);
        layout.add(prefix + "skew", outputs, outputs, Role.RECURRENT);
        layout.add(prefix + "bias", 1, outputs, Role.BIAS);
    }

    @Override
    public void draw(String prefix, Parameters theta, RandomStream stream) {
        Matrix skew = theta.block(prefix + "skew");
        skew.fill(0f);
        for (int i = 0; i + 1 < outputs; i += 2) {
            skew.set(i + 1, i, (float) StrictMath.tan(stream.uniform(0, angle) / 2));
        }
        Matrix bias = theta.block(prefix + "bias");
        for (int j = 0; j < outputs; j++) {
            bias.set(0, j, (float) stream.uniform(-BIAS_BOUND, BIAS_BOUND));
        }
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new Run(prefix, this, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        long affine = (inputs + outputs + 1L) * outputs;
        return PreActivations.size(this, steps, sequences) + Cayley.size(outputs) + 3 * affine + outputs;
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        run.plain.block(run.input).copyFrom(theta.block(run.input));
        run.cayley.forward(theta.block(run.skew), run.plain.block(run.recurrent), kernels);
        run.affine.prepare(run.plain);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix bias = theta.block(run.bias);
        for (int t = 0; t < affine.hAt.length; t++) {
            affine.forward(run.plain, x, t, kernels);
            kernels.modRelu(affine.z, bias, affine.hAt[t]);
        }
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Signals.requireSite(perStep, SITES);
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix[] dhAt = run.dh.byStep(dh);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            Matrix dz = affine.dzAt[t];
            affine.recurBackward(t, dhAt[t], kernels);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            // h = sign(z) ∘ max(|z| + b, 0)
            kernels.modReluTangent(affine.hAt[t], dhAt[t], run.zeros, dz);
            Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
        }
        affine.startBackward(kernels);
        affine.projectBackward(dx, kernels);
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        Run run = (Run) tape;
        run.plainGradient.zero();
        run.affine.accumulate(weights, run.plainGradient, kernels);
        run.collect(gradient, kernels);
        for (int t = 0; t < run.affine.hAt.length; t++) {
            for (int b = 0; b < run.affine.hAt[t].rows(); b++) {
                run.addBiasGradient(t, b, weights == null ? 1f : weights[b], gradient);
            }
        }
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        Run run = (Run) tape;
        run.plainGradient.zero();
        run.affine.accumulateSequence(sequence, run.plainGradient, kernels);
        run.collect(gradient, kernels);
        for (int t = 0; t < run.affine.hAt.length; t++) {
            run.addBiasGradient(t, sequence, 1f, gradient);
        }
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        Matrix biasDot = thetaDot.block(run.bias);
        run.plainDot.block(run.input).copyFrom(thetaDot.block(run.input));
        run.cayley.tangent(thetaDot.block(run.skew), run.plainDot.block(run.recurrent), kernels);
        affine.prepareTangent(run.plainDot);
        for (int t = 0; t < hDotAt.length; t++) {
            affine.tangent(run.plainDot, xDot, hDot, t, kernels);
            kernels.modReluTangent(affine.hAt[t], affine.z, biasDot, hDotAt[t]);
        }
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final String input;
        final String skew;
        final String bias;
        final String recurrent;
        final Parameters plain; // W (I, H), U (H, H), zeros (1, H)
        final Parameters plainGradient; // of these
        final Parameters plainDot;
        final Cayley cayley;
        final Matrix zeros; // (1, H)
        final PreActivations affine;
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, OrthogonalRnnCell cell, int steps, int sequences, Kernels kernels) {
            this.input = prefix + "input";
            this.skew = prefix + "skew";
            this.bias = prefix + "bias";
            this.recurrent = prefix + "recurrent";
            ParameterLayout.Builder builder = ParameterLayout.builder();
            PreActivations.addBlocks(prefix, cell, builder);
            ParameterLayout layout = builder.build();
            this.plain = new Parameters(layout);
            this.plainGradient = new Parameters(layout);
            this.plainDot = new Parameters(layout);
            this.cayley = new Cayley(cell.outputs, (int) (cell.negatives * cell.outputs));
            this.zeros = Matrix.zeros(1, cell.outputs);
            this.affine = new PreActivations(prefix, cell, steps, sequences, kernels);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
        }

        /** Adds the gradients of W and U to those of W and A. */
        void collect(Parameters gradient, Kernels kernels) {
            float[] from = plainGradient.data();
            Matrix to = gradient.block(input);
            for (int i = 0; i < to.rows() * to.columns(); i++) {
                to.data()[to.offset() + i] += from[i]; // W is the first block
            }
            cayley.backward(plainGradient.block(recurrent), gradient.block(skew), kernels);
        }

        /** |z| + b: ∂L/∂b = sign(h) ∘ ∂L/∂z. */
        void addBiasGradient(int t, int b, float weight, Parameters gradient) {
            Matrix sum = gradient.block(bias);
            Matrix h = affine.hAt[t];
            Matrix dz = affine.dzAt[t];
            for (int j = 0; j < sum.columns(); j++) {
                float signed = h.get(b, j) < 0f ? -dz.get(b, j) : dz.get(b, j);
                sum.set(0, j, sum.get(0, j) + weight * signed);
            }
        }

        @Override
        public Matrix outputs() {
            return affine.h;
        }

        @Override
        public InitialState[] initialStates() {
            return new InitialState[] {affine.initialState()};
        }
    }
}

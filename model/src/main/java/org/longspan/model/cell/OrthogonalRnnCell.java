package org.longspan.model.cell;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
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
 * <p>Block {@code skew} (H, H) holds the strictly lower triangle of A, H(H-1)/2 free numbers. The rest of the block is
 * 0, is not read and has no gradient. D is diagonal: its last {@code ⌊negatives · H⌋} elements are -1, the others 1. A
 * begins with blocks [0 -s; s 0] on its diagonal, s = tan(φ/2) and φ ~ U[0, angle], so that U, apart from D, turns
 * pairs of units by φ; b ~ U[-0.01, 0.01].
 *
 * <p>K. Helfrich, D. Willmott and Q. Ye (2018), Orthogonal recurrent neural networks with scaled Cayley transform,
 * ICML; a state is a column there, so their W is Uᵀ, with -A. The nonlinearity: M. Arjovsky, A. Shah and Y. Bengio
 * (2016), Unitary evolution recurrent neural networks, ICML, here of real numbers. Not to be confused with a recurrent
 * matrix that only begins orthogonal (an initialization), nor with one that a penalty keeps nearly so.
 *
 * <p>A learns at a share of the rate of all other weights, a tenth by default: Helfrich, Willmott and Ye take 10⁻³ and
 * 10⁻⁴, and the code of M. Lezcano-Casado and D. Martínez-Rubio (2019), Cheap orthogonal constraints in neural networks,
 * ICML, makes the factor of 10 a rule for orthogonal weights in general. Their optimizer of A is RMSprop whatever the others' is; here
 * it is the same. The share acts where a learning rate does, so not in a second-order step.
 *
 * <p>A gradient costs two more products of (H, H) matrices, and so does the gradient of a single sequence. There are no
 * products with the Hessian: h is linear in pieces of z, and jumps at z = 0 where b > 0, which no derivative tells.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 * @param negatives share of D that is -1, in [0, 1]
 * @param angle the greatest initial angle, in radians, under π
 * @param skewRate the learning rate of A over that of the other weights
 */
public record OrthogonalRnnCell(int inputs, int outputs, double negatives, double angle, double skewRate)
        implements RecurrentCell {

    private static final String SKEW_RATE = "skew-rate";

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "orthogonal-rnn",
            "The simple recurrent network whose recurrent matrix stays orthogonal, by Cayley's transform.",
            "A = -Aᵀ;  U = D (I + A)⁻¹ (I - A);  z(t) = x(t) W + h(t-1) U;  h(t) = sign(z(t)) ∘ max(|z(t)| + b, 0)",
            "K. Helfrich, D. Willmott and Q. Ye (2018). Orthogonal recurrent neural networks with scaled Cayley "
                    + "transform. ICML. With the nonlinearity of M. Arjovsky, A. Shah and Y. Bengio (2016). Unitary "
                    + "evolution recurrent neural networks. ICML.",
            List.of(
                    Setting.Number.within("negatives", "share of the diagonal D that is -1, the rest is 1", 0.5, 0, 1),
                    Setting.Number.within(
                            "angle",
                            "greatest angle, in radians, by which pairs of units turn at the start, drawn from U[0, angle]",
                            Math.PI / 2,
                            0,
                            3),
                    Setting.Number.positive(SKEW_RATE, "the learning rate of A over that of the other weights", 0.1)),
            List.of(),
            settings -> {
                double negatives = settings.number("negatives");
                double angle = settings.number("angle");
                double skewRate = settings.number(SKEW_RATE);
                return (inputs, hidden) -> new OrthogonalRnnCell(inputs, hidden, negatives, angle, skewRate);
            });

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
        layout.add(prefix + "skew", outputs, outputs, Role.RECURRENT, skewRate);
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
    public RecurrentRun open(Unrolling unrolling) {
        return new Run(unrolling, this);
    }

    @Override
    public long runSize(int steps, int sequences) {
        long affine = (inputs + outputs + 1L) * outputs;
        return PreActivations.size(this, steps, sequences) + Cayley.size(outputs) + 3 * affine + outputs;
    }

    private static final class Run implements RecurrentRun {

        private final Kernels kernels;
        private final String input;
        private final String skew;
        private final String bias;
        private final String recurrent;
        private final Parameters plain; // W (I, H), U (H, H), zeros (1, H)
        private final Parameters plainGradient; // of these
        private final Parameters plainDot;
        private final Cayley cayley;
        private final Matrix zeros; // (1, H)
        private final PreActivations affine;
        private final StepViews dhViews;
        private final StepViews hDotViews;

        Run(Unrolling unrolling, OrthogonalRnnCell cell) {
            String prefix = unrolling.prefix();
            ParameterLayout.Builder builder = ParameterLayout.builder();
            PreActivations.addBlocks(prefix, cell, builder);
            ParameterLayout layout = builder.build();
            this.kernels = unrolling.kernels();
            this.input = prefix + "input";
            this.skew = prefix + "skew";
            this.bias = prefix + "bias";
            this.recurrent = prefix + "recurrent";
            this.plain = new Parameters(layout);
            this.plainGradient = new Parameters(layout);
            this.plainDot = new Parameters(layout);
            this.cayley = new Cayley(cell.outputs, (int) (cell.negatives * cell.outputs), kernels);
            this.zeros = Matrix.zeros(1, cell.outputs);
            this.affine = new PreActivations(unrolling, cell);
            this.dhViews = new StepViews(unrolling);
            this.hDotViews = new StepViews(unrolling);
        }

        @Override
        public Matrix outputs() {
            return affine.h;
        }

        @Override
        public void prepare(Parameters theta) {
            plain.block(input).copyFrom(theta.block(input));
            cayley.forward(theta.block(skew), plain.block(recurrent));
            affine.prepare(plain);
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            Matrix b = theta.block(bias);
            affine.startForward();
            for (int t = 0; t < affine.steps; t++) {
                affine.forward(plain, x, t);
                kernels.activations().modRelu(affine.z, b, affine.hAt[t]);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            for (int t = affine.steps - 1; t >= 0; t--) {
                Matrix dz = affine.dzAt[t];
                affine.recurBackward(t, dhAt[t]);
                Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
                // h = sign(z) ∘ max(|z| + b, 0)
                kernels.activations().modReluTangent(affine.hAt[t], dhAt[t], zeros, dz);
                Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
            }
            affine.startBackward();
            affine.projectBackward(dx);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            Matrix[] hDotAt = hDotViews.byStep(hDot);
            Matrix bDot = thetaDot.block(bias);
            plainDot.block(input).copyFrom(thetaDot.block(input));
            cayley.tangent(thetaDot.block(skew), plainDot.block(recurrent));
            affine.startTangent(plainDot);
            for (int t = 0; t < affine.steps; t++) {
                affine.tangent(plainDot, xDot, hDot, t);
                kernels.activations().modReluTangent(affine.hAt[t], affine.z, bDot, hDotAt[t]);
            }
        }

        @Override
        public void accumulate(float[] weights, Parameters gradient) {
            plainGradient.zero();
            affine.accumulate(weights, plainGradient);
            collect(gradient);
            for (int t = 0; t < affine.steps; t++) {
                for (int b = 0; b < affine.sequences; b++) {
                    addBiasGradient(t, b, weights == null ? 1f : weights[b], gradient);
                }
            }
        }

        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {
            plainGradient.zero();
            affine.accumulateSequence(sequence, plainGradient);
            collect(gradient);
            for (int t = 0; t < affine.steps; t++) {
                addBiasGradient(t, sequence, 1f, gradient);
            }
        }

        /** Adds the gradients of W and U to those of W and A. */
        private void collect(Parameters gradient) {
            float[] from = plainGradient.data();
            Matrix to = gradient.block(input);
            for (int i = 0; i < to.rows() * to.columns(); i++) {
                to.data()[to.offset() + i] += from[i]; // W is the first block
            }
            cayley.backward(plainGradient.block(recurrent), gradient.block(skew));
        }

        /** |z| + b: ∂L/∂b = sign(h) ∘ ∂L/∂z. */
        private void addBiasGradient(int t, int b, float weight, Parameters gradient) {
            Matrix sum = gradient.block(bias);
            Matrix h = affine.hAt[t];
            Matrix dz = affine.dzAt[t];
            for (int j = 0; j < sum.columns(); j++) {
                float signed = h.get(b, j) < 0f ? -dz.get(b, j) : dz.get(b, j);
                sum.set(0, j, sum.get(0, j) + weight * signed);
            }
        }
    }
}

package org.longspan.model.cell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * The simple recurrent network:
 *
 * <pre>
 * z(t) = x(t) W + h(t-1) U + b
 * h(t) = σ(z(t)),   h(0) = 0
 * </pre>
 *
 * with the {@link Activation} σ. J. L. Elman (1990), Finding structure in time, Cognitive Science 14. Not the network
 * of Jordan, whose outputs are fed back. A layer has one bias, where some libraries keep two and add them. With
 * rectified or linear units nothing bounds the state: it grows without end where U has an eigenvalue beyond 1.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 * @param activation σ
 */
public record SimpleRnnCell(int inputs, int outputs, Activation activation) implements SecondOrderCell {

    /** The cell of tanh units in the catalogue. */
    public static final Entry<CellFactory> TANH = new Entry<>(
            "tanh-rnn",
            "The simple recurrent network with tanh units.",
            "h(t) = tanh(x(t) W + h(t-1) U + b)",
            "J. L. Elman (1990). Finding structure in time. Cognitive Science 14(2).",
            List.of(),
            List.of(),
            settings -> of(Activation.TANH));

    /** The cell of logistic units in the catalogue. */
    public static final Entry<CellFactory> LOGISTIC = new Entry<>(
            "logistic-rnn",
            "The simple recurrent network with logistic units.",
            "h(t) = σ(x(t) W + h(t-1) U + b),  σ(z) = 1 / (1 + exp(-z))",
            "J. L. Elman (1990). Finding structure in time. Cognitive Science 14(2).",
            List.of(),
            List.of(),
            settings -> of(Activation.LOGISTIC));

    /** The cell of rectified linear units in the catalogue. */
    public static final Entry<CellFactory> RELU = new Entry<>(
            "relu-rnn",
            "The simple recurrent network with rectified linear units.",
            "h(t) = max(0, x(t) W + h(t-1) U + b)",
            "Q. V. Le, N. Jaitly and G. E. Hinton (2015). A simple way to initialize recurrent networks of rectified "
                    + "linear units. arXiv:1504.00941.",
            List.of(),
            List.of(),
            settings -> of(Activation.RELU));

    /** The cell of linear units in the catalogue. */
    public static final Entry<CellFactory> LINEAR = new Entry<>(
            "linear-rnn",
            "The simple recurrent network with linear units: linear in its inputs, not in its weights.",
            "h(t) = x(t) W + h(t-1) U + b",
            "M. Henaff, A. Szlam and Y. LeCun (2016). Recurrent orthogonal networks and long-memory tasks. ICML.",
            List.of(),
            List.of(),
            settings -> of(Activation.LINEAR));

    private static CellFactory of(Activation activation) {
        return (inputs, hidden) -> new SimpleRnnCell(inputs, hidden, activation);
    }

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public OutputRange outputRange() {
        return switch (activation) {
            case TANH -> OutputRange.SIGNED;
            case LOGISTIC -> OutputRange.UNIT;
            case LINEAR, RELU -> OutputRange.UNBOUNDED;
        };
    }

    @Override
    public boolean hasSignalFlow() {
        return true;
    }

    @Override
    public int initialStateWidth() {
        return outputs;
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        PreActivations.addBlocks(prefix, this, layout);
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        return new Run(unrolling, this);
    }

    @Override
    public long runSize(int steps, int sequences) {
        return PreActivations.size(this, steps, sequences);
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return PreActivationTangents.size(this, steps, sequences);
    }

    private static final class Run extends AffineRun implements SecondOrderRun {

        private final Activation activation;

        Run(Unrolling unrolling, SimpleRnnCell cell) {
            super(unrolling, cell);
            this.activation = cell.activation;
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            affine.startForward();
            for (int t = 0; t < affine.steps; t++) {
                Matrix h = affine.hAt[t];
                affine.forward(theta, x, t);
                activation.apply(affine.z, h, kernels);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            for (int t = affine.steps - 1; t >= 0; t--) {
                Matrix dz = affine.dzAt[t];
                affine.recurBackward(t, dhAt[t], perStep);
                activation.flushAndApplySlope(affine.hAt[t], dhAt[t], dz, kernels);
                Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
            }
            affine.startBackward();
            affine.projectBackward(dx);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            Matrix[] hDotAt = hDotViews.byStep(hDot);
            affine.startTangent(thetaDot);
            for (int t = 0; t < affine.steps; t++) {
                affine.tangent(thetaDot, xDot, hDot, t);
                // The diagonal Jacobian of an activation is its own transpose.
                activation.applySlope(affine.hAt[t], affine.z, hDotAt[t], kernels);
            }
        }

        @Override
        public Optional<SignalFlow> signalFlow() {
            return Optional.of(new AffineFlow(affine, 0));
        }

        @Override
        public RunTangents openTangents() {
            return new Tangents(this);
        }
    }

    private static final class Tangents implements RunTangents {

        private final Run run;
        private final PreActivationTangents affine;
        private final StepViews dhDotViews;

        Tangents(Run run) {
            Matrix dz = run.affine.dz;
            this.run = run;
            this.affine = new PreActivationTangents(run.affine, Matrix.spaced(dz.rows(), dz.columns()));
            this.dhDotViews = new StepViews(run.affine.steps, run.affine.sequences);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            affine.prepare(thetaDot, xDot, hDot);
            run.tangent(theta, thetaDot, xDot, hDot);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
            Matrix[] hAt = run.affine.hAt;
            Matrix[] dhAt = run.dhViews.byStep(dh);
            Matrix[] dhDotAt = dhDotViews.byStep(dhDot);
            for (int t = dhAt.length - 1; t >= 0; t--) {
                affine.recurBackward(t, dhDotAt[t]);
                run.activation.applySlopeTangent(
                        hAt[t], affine.hDotAt[t], dhAt[t], dhDotAt[t], affine.dzDotAt[t], run.kernels);
            }
            affine.startBackward();
            affine.projectBackward(dxDot);
        }

        @Override
        public void accumulate(Parameters product) {
            affine.accumulate(product);
        }
    }
}

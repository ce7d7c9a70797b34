package org.longspan.model.cell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * A network of leaky integrators with tanh units:
 *
 * <pre>
 * z(t) = x(t) W + h(t-1) U + b
 * h(t) = (1 - a) h(t-1) + a tanh(z(t)),   h(0) = 0
 * </pre>
 *
 * <p>H. Jaeger, M. Lukoševičius, D. Popovici and U. Siewert (2007), Optimization and applications of echo state
 * networks with leaky-integrator neurons, Neural Networks 20; there the reservoir is not trained. A signal that meets
 * no weight fades as (1 - a) per step. Not a gate: a is one number for all units and steps. With a = 1 this is the
 * simple recurrent network.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 * @param leak a, in (0, 1]
 */
public record LeakyIntegratorCell(int inputs, int outputs, float leak) implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "leaky-integrator",
            "The simple recurrent network of tanh units that keep a share of their state.",
            "h(t) = (1 - a) h(t-1) + a tanh(x(t) W + h(t-1) U + b)",
            "H. Jaeger, M. Lukoševičius, D. Popovici and U. Siewert (2007). Optimization and applications of echo "
                    + "state networks with leaky-integrator neurons. Neural Networks 20(3).",
            List.of(leak(0.5)),
            List.of("tanh-rnn"),
            settings -> {
                float leak = (float) settings.number("leak");
                return (inputs, hidden) -> new LeakyIntegratorCell(inputs, hidden, leak);
            });

    /** The leak, which reservoirs have too; the default is each one's own. */
    static Setting leak(double value) {
        return Setting.Number.within("leak", "a, the share of the state that is new at each step", value, 0.001, 1);
    }

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public OutputRange outputRange() {
        return OutputRange.SIGNED;
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
        return (steps + 1L) * sequences * outputs + PreActivations.size(this, steps, sequences);
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return (steps + 1L) * sequences * outputs + PreActivationTangents.size(this, steps, sequences);
    }

    private static final class Run extends AffineRun implements SecondOrderRun {

        private final float leak;
        private final Matrix[] tanhAt; // T of (B, H), tanh(z(t))
        private final Matrix slope; // (B, H), of one step: a signal or a tangent on the other side of tanh

        Run(Unrolling unrolling, LeakyIntegratorCell cell) {
            super(unrolling, cell);
            this.leak = cell.leak;
            this.tanhAt = Matrix.zeros(unrolling.rows(), cell.outputs).groups(unrolling.sequences());
            this.slope = Matrix.zeros(unrolling.sequences(), cell.outputs);
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            affine.startForward();
            for (int t = 0; t < affine.steps; t++) {
                affine.forward(theta, x, t);
                kernels.activations().tanh(affine.z, tanhAt[t]);
                kernels.elementwise().flush(tanhAt[t]);
                mix(affine.recursAt(t) ? affine.hBeforeAt[t] : null, tanhAt[t], affine.hAt[t]);
            }
        }

        /** h = (1 - a) · {@code before} + a · {@code fresh}, for h or its tangent; before is null where it is 0. */
        private void mix(Matrix before, Matrix fresh, Matrix h) {
            h.fill(0f);
            if (before != null) {
                kernels.elementwise().addScaled(1 - leak, before, h);
            }
            kernels.elementwise().addScaled(leak, fresh, h);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            Signals.requireSite(perStep, SITES);
            Matrix[] dhAt = dhViews.byStep(dh);
            for (int t = affine.steps - 1; t >= 0; t--) {
                Matrix dz = affine.dzAt[t];
                // h(t+1) = (1 - a) h(t) + a tanh(z(t+1))
                if (t + 1 < affine.steps) {
                    kernels.elementwise().addScaled(1 - leak, dhAt[t + 1], dhAt[t]);
                }
                affine.recurBackward(t, dhAt[t]);
                Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
                kernels.activations().tanhBackward(tanhAt[t], dhAt[t], slope);
                dz.fill(0f);
                kernels.elementwise().addScaled(leak, slope, dz);
                Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
            }
            affine.startBackward();
            if (affine.initial != null) {
                kernels.elementwise().addScaled(1 - leak, dhAt[0], affine.initial.cotangent());
            }
            affine.projectBackward(dx);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            Matrix[] hDotAt = hDotViews.byStep(hDot);
            affine.startTangent(thetaDot);
            for (int t = 0; t < affine.steps; t++) {
                tangent(thetaDot, xDot, hDot, t, slope, hDotAt[t]);
            }
        }

        /** The tangent of step t, and that of tanh(z(t)), which {@code tanhDot} is overwritten with. */
        private void tangent(Parameters thetaDot, Matrix xDot, Matrix hDot, int t, Matrix tanhDot, Matrix hDotNow) {
            affine.tangent(thetaDot, xDot, hDot, t);
            kernels.activations().tanhBackward(tanhAt[t], affine.z, tanhDot);
            mix(affine.recursAt(t) ? affine.hDotBefore : null, tanhDot, hDotNow);
        }

        @Override
        public RunTangents openTangents() {
            return new Tangents(this);
        }

        @Override
        public Optional<SignalFlow> signalFlow() {
            return Optional.of(new AffineFlow(affine, 1 - leak));
        }
    }

    private static final class Tangents implements RunTangents {

        private final Run run;
        private final PreActivationTangents affine;
        private final Matrix[] tanhDotAt; // T of (B, H), the tangent of tanh(z(t))
        private final Matrix slopeDot; // (B, H), of one step: the tangent of the signal on the other side of tanh
        private final StepViews dhDotViews;

        Tangents(Run run) {
            Matrix dz = run.affine.dz;
            this.run = run;
            this.affine = new PreActivationTangents(run.affine, Matrix.spaced(dz.rows(), dz.columns()));
            this.tanhDotAt = Matrix.zeros(dz.rows(), dz.columns()).groups(run.affine.sequences);
            this.slopeDot = Matrix.zeros(run.affine.sequences, dz.columns());
            this.dhDotViews = new StepViews(run.affine.steps, run.affine.sequences);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            affine.prepare(thetaDot, xDot, hDot);
            run.affine.startTangent(thetaDot);
            for (int t = 0; t < tanhDotAt.length; t++) {
                run.tangent(thetaDot, xDot, hDot, t, tanhDotAt[t], affine.hDotAt[t]);
            }
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
            Matrix[] dhAt = run.dhViews.byStep(dh);
            Matrix[] dhDotAt = dhDotViews.byStep(dhDot);
            for (int t = dhAt.length - 1; t >= 0; t--) {
                // h(t+1) = (1 - a) h(t) + a tanh(z(t+1))
                if (t + 1 < dhAt.length) {
                    run.kernels.elementwise().addScaled(1 - run.leak, dhDotAt[t + 1], dhDotAt[t]);
                }
                affine.recurBackward(t, dhDotAt[t]);
                run.kernels
                        .activations()
                        .tanhBackwardTangent(run.tanhAt[t], tanhDotAt[t], dhAt[t], dhDotAt[t], slopeDot);
                affine.dzDotAt[t].fill(0f);
                run.kernels.elementwise().addScaled(run.leak, slopeDot, affine.dzDotAt[t]);
            }
            affine.startBackward();
            if (run.affine.initial != null) {
                run.kernels.elementwise().addScaled(1 - run.leak, dhDotAt[0], run.affine.initial.cotangentDot());
            }
            affine.projectBackward(dxDot);
        }

        @Override
        public void accumulate(Parameters product) {
            affine.accumulate(product);
        }
    }
}

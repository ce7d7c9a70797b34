package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
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
 * networks with leaky-integrator neurons, Neural Networks 20; there with a reservoir that is not trained. A signal
 * that meets no weight fades as (1 - a) per step. Not a gate: a is one number for all units and steps. With a = 1 it is
 * the simple recurrent network.
 *
 * @param inputs width I of an input
 * @param outputs width H of the state, which is the output
 * @param leak a, in (0, 1]
 */
public record LeakyIntegratorCell(int inputs, int outputs, float leak) implements AffineCell, SignalFlow {

    private static final Set<Site> SITES = Set.of(Site.HIDDEN, Site.PREACTIVATION);

    @Override
    public Set<Site> sites() {
        return SITES;
    }

    @Override
    public int initialStateWidth() {
        return outputs;
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new Run(prefix, this, steps, sequences, kernels);
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        return (steps + 1L) * sequences * outputs + PreActivations.size(this, steps, sequences);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        for (int t = 0; t < affine.hAt.length; t++) {
            affine.forward(theta, x, t, kernels);
            kernels.tanh(affine.z, run.tanhAt[t]);
            kernels.flush(run.tanhAt[t]);
            mix(run.before(affine.hAt, t), run.tanhAt[t], affine.hAt[t], kernels);
        }
    }

    /** h = (1 - a) · {@code before} + a · {@code fresh}, for h or its tangent; before is null where it is 0. */
    private void mix(Matrix before, Matrix fresh, Matrix h, Kernels kernels) {
        h.fill(0f);
        if (before != null) {
            kernels.addScaled(1 - leak, before, h);
        }
        kernels.addScaled(leak, fresh, h);
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Signals.requireSite(perStep, SITES);
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix[] dhAt = run.dh.byStep(dh);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            Matrix dz = affine.dzAt[t];
            // h(t+1) = (1 - a) h(t) + a tanh(z(t+1))
            if (t + 1 < dhAt.length) {
                kernels.addScaled(1 - leak, dhAt[t + 1], dhAt[t]);
            }
            affine.recurBackward(t, dhAt[t], kernels);
            Signals.apply(perStep, Site.HIDDEN, dhAt[t], kernels);
            kernels.tanhBackward(run.tanhAt[t], dhAt[t], run.slope);
            dz.fill(0f);
            kernels.addScaled(leak, run.slope, dz);
            Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
        }
        affine.startBackward(kernels);
        if (affine.initial() != null) {
            kernels.addScaled(1 - leak, dhAt[0], affine.initial().cotangent());
        }
        affine.projectBackward(dx, kernels);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        run.affine.prepareTangent(thetaDot);
        for (int t = 0; t < hDotAt.length; t++) {
            run.affine.tangent(thetaDot, xDot, hDot, t, kernels);
            kernels.tanhBackward(run.tanhAt[t], run.affine.z, run.slope);
            mix(run.dotBefore(hDotAt, t), run.slope, hDotAt[t], kernels);
        }
    }

    @Override
    public PreActivations affine(Tape tape) {
        return ((Run) tape).affine;
    }

    @Override
    public float keep() {
        return 1 - leak;
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final Matrix[] tanhAt; // T of (B, H), tanh(z(t))
        final Matrix slope; // (B, H), of one step: a signal or a tangent at tanh's other side
        final PreActivations affine;
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, LeakyIntegratorCell cell, int steps, int sequences, Kernels kernels) {
            this.tanhAt = Matrix.zeros(steps * sequences, cell.outputs).groups(sequences);
            this.slope = Matrix.zeros(sequences, cell.outputs);
            this.affine = new PreActivations(prefix, cell, steps, sequences, kernels);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
        }

        /** Returns h(t-1), or null where it is 0. */
        Matrix before(Matrix[] hAt, int t) {
            return t > 0
                    ? hAt[t - 1]
                    : affine.initial() == null ? null : affine.initial().state();
        }

        /** Returns the tangent of h(t-1), or null where it is 0. */
        Matrix dotBefore(Matrix[] hDotAt, int t) {
            return t > 0
                    ? hDotAt[t - 1]
                    : affine.initial() == null ? null : affine.initial().tangent();
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

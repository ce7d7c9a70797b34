package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
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
public record SimpleRnnCell(int inputs, int outputs, Activation activation)
        implements SecondOrderCell, AffineCell, SignalFlow {

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
        return PreActivations.size(this, steps, sequences);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        PreActivations affine = ((Run) tape).affine;
        for (int t = 0; t < affine.hAt.length; t++) {
            affine.forward(theta, x, t, kernels);
            activation.apply(affine.z, affine.hAt[t], kernels);
            kernels.flush(affine.hAt[t]);
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
            activation.applySlope(affine.hAt[t], dhAt[t], dz, kernels);
            Signals.apply(perStep, Site.PREACTIVATION, dz, kernels);
        }
        affine.startBackward(kernels);
        affine.projectBackward(dx, kernels);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        PreActivations affine = run.affine;
        Matrix[] hDotAt = run.hDot.byStep(hDot);
        affine.prepareTangent(thetaDot);
        for (int t = 0; t < hDotAt.length; t++) {
            affine.tangent(thetaDot, xDot, hDot, t, kernels);
            // The diagonal Jacobian of an activation is its own transpose.
            activation.applySlope(affine.hAt[t], affine.z, hDotAt[t], kernels);
        }
    }

    @Override
    public PreActivations affine(Tape tape) {
        return ((Run) tape).affine;
    }

    @Override
    public TangentTape newTangentTape(Tape tape, Kernels kernels) {
        return new Tangents((Run) tape, kernels);
    }

    @Override
    public long tangentTapeSize(int steps, int sequences) {
        return PreActivationTangents.size(this, steps, sequences);
    }

    @Override
    public void tangent(
            Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, TangentTape tangents, Kernels kernels) {
        ((Tangents) tangents).affine.prepare(thetaDot, xDot, hDot);
        tangent(theta, thetaDot, xDot, hDot, tangents.tape(), kernels);
    }

    @Override
    public void backwardTangent(
            Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot, TangentTape tangents, Kernels kernels) {
        Run run = ((Tangents) tangents).run;
        PreActivationTangents affine = ((Tangents) tangents).affine;
        Matrix[] dhAt = run.dh.byStep(dh);
        Matrix[] dhDotAt = ((Tangents) tangents).dhDot.byStep(dhDot);
        for (int t = dhAt.length - 1; t >= 0; t--) {
            affine.recurBackward(t, dhDotAt[t], kernels);
            activation.applySlopeTangent(
                    run.affine.hAt[t], affine.hDotAt[t], dhAt[t], dhDotAt[t], affine.dzDotAt[t], kernels);
        }
        affine.projectBackward(dxDot, kernels);
    }

    @Override
    public void accumulateTangent(TangentTape tangents, Parameters product, Kernels kernels) {
        ((Tangents) tangents).affine.accumulate(product, kernels);
    }

    /** What the tangents of a run leave behind. */
    private static final class Tangents implements TangentTape {

        final Run run;
        final PreActivationTangents affine;
        final StepViews dhDot;

        Tangents(Run run, Kernels kernels) {
            Matrix dz = run.affine.dz;
            this.run = run;
            this.affine =
                    new PreActivationTangents(run.affine, PreActivations.spaced(dz.rows(), dz.columns()), kernels);
            this.dhDot = new StepViews(run.affine.dzAt.length, run.affine.z.rows());
        }

        @Override
        public Tape tape() {
            return run;
        }
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final PreActivations affine;
        final StepViews dh;
        final StepViews hDot;

        Run(String prefix, SimpleRnnCell cell, int steps, int sequences, Kernels kernels) {
            this.affine = new PreActivations(prefix, cell, steps, sequences, kernels);
            this.dh = new StepViews(steps, sequences);
            this.hDot = new StepViews(steps, sequences);
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

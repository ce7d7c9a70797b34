package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * An echo state network: a reservoir that is drawn once and not trained, here of leaky integrators,
 *
 * <pre>h(t) = (1 - a) h(t-1) + a tanh(x(t) W + h(t-1) U + b),   h(0) = 0</pre>
 *
 * with W, U and b constants outside θ: the read-out above it is all that is trained. Which reservoir it is decides the
 * initialization of the network, {@link org.longspan.model.initialization.ReservoirWeights} or another.
 *
 * <p>H. Jaeger (2001), The "echo state" approach to analysing and training recurrent neural networks, GMD report 148;
 * with leaky integrators: H. Jaeger, M. Lukoševičius, D. Popovici and U. Siewert (2007), Neural Networks 20. There the
 * read-out solves a linear regression at once, and outputs may be fed back; here any optimizer trains it, and nothing
 * is fed back.
 *
 * @param reservoir its shape and leak
 * @param fixed W, U and b, or null before they are drawn
 */
public record EchoStateCell(LeakyIntegratorCell reservoir, Parameters fixed) implements RecurrentCell {

    @Override
    public int inputs() {
        return reservoir.inputs();
    }

    @Override
    public int outputs() {
        return reservoir.outputs();
    }

    @Override
    public Set<Site> sites() {
        return reservoir.sites();
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {}

    @Override
    public void addFixedBlocks(String prefix, ParameterLayout.Builder layout) {
        reservoir.addBlocks(prefix, layout);
    }

    @Override
    public RecurrentCell withFixed(Parameters fixed) {
        return new EchoStateCell(reservoir, fixed);
    }

    @Override
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        if (fixed == null) {
            throw new IllegalStateException("a tape of a reservoir that is not drawn yet, expected withFixed before");
        }
        return new Run(reservoir.newTape(prefix, steps, sequences, kernels), new Parameters(fixed.layout()));
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        ParameterLayout.Builder weights = ParameterLayout.builder();
        reservoir.addBlocks("", weights);
        return reservoir.tapeSize(steps, sequences) + weights.build().size();
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        reservoir.prepare(fixed, ((Run) tape).tape, kernels);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        reservoir.forward(fixed, x, ((Run) tape).tape, kernels);
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        reservoir.backward(fixed, dh, dx, perStep, ((Run) tape).tape, kernels);
    }

    /** Adds nothing: no weight of the reservoir is in θ. */
    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {}

    /** Adds nothing: no weight of the reservoir is in θ. */
    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {}

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        reservoir.tangent(fixed, run.fixedDot, xDot, hDot, run.tape, kernels);
    }

    /**
     * What a run leaves behind.
     *
     * @param tape of the reservoir
     * @param fixedDot the tangent of its weights, zero
     */
    private record Run(Tape tape, Parameters fixedDot) implements Tape {

        @Override
        public Matrix outputs() {
            return tape.outputs();
        }
    }
}

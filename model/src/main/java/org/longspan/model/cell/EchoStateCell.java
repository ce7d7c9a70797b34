package org.longspan.model.cell;

import java.util.List;
import java.util.Set;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/**
 * An echo state network: a reservoir that is drawn once and not trained, here of leaky integrators,
 *
 * <pre>h(t) = (1 - a) h(t-1) + a tanh(x(t) W + h(t-1) U + b),   h(0) = 0</pre>
 *
 * with W, U and b constants outside θ: only the read-out above it is trained. The initialization of the network decides
 * which reservoir it is: {@link org.longspan.model.initialization.ReservoirWeights} or another.
 *
 * <p>H. Jaeger (2001), The "echo state" approach to analysing and training recurrent neural networks, GMD report 148;
 * with leaky integrators: H. Jaeger, M. Lukoševičius, D. Popovici and U. Siewert (2007), Neural Networks 20. There the
 * read-out solves a linear regression at once, and outputs may be fed back; here any optimizer trains it, and nothing
 * is fed back.
 *
 * @param reservoir its shape and leak
 * @param fixed W, U and b, or null before they are drawn
 */
public record EchoStateCell(LeakyIntegratorCell reservoir, Parameters fixed) implements SecondOrderCell {

    /** This cell in the catalogue. */
    public static final Entry<CellFactory> ENTRY = new Entry<>(
            "echo-state",
            "A reservoir of tanh units that the initialization draws and nothing trains: only the read-out learns.",
            "h(t) = (1 - a) h(t-1) + a tanh(x(t) W + h(t-1) U + b),  W, U, b outside θ",
            "H. Jaeger (2001). The \"echo state\" approach to analysing and training recurrent neural networks. GMD "
                    + "report 148.",
            List.of(LeakyIntegratorCell.leak(1)),
            List.of(),
            settings -> {
                float leak = (float) settings.number("leak");
                return (inputs, hidden) -> new EchoStateCell(new LeakyIntegratorCell(inputs, hidden, leak), null);
            });

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
    public OutputRange outputRange() {
        return reservoir.outputRange();
    }

    /** A start cannot be learned, because no weight of the cell is; but a run may begin anywhere. */
    @Override
    public int stateWidth() {
        return reservoir.stateWidth();
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {}

    @Override
    public void addFixedBlocks(String prefix, ParameterLayout.Builder layout) {
        reservoir.addBlocks(prefix, layout);
    }

    @Override
    public EchoStateCell withFixed(Parameters fixed) {
        return new EchoStateCell(reservoir, fixed);
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        if (fixed == null) {
            throw new IllegalStateException("a run of a reservoir that is not drawn yet, expected withFixed before");
        }
        return new Run(reservoir.open(unrolling), fixed, new Parameters(fixed.layout()));
    }

    @Override
    public long runSize(int steps, int sequences) {
        ParameterLayout.Builder weights = ParameterLayout.builder();
        reservoir.addBlocks("", weights);
        return reservoir.runSize(steps, sequences) + weights.build().size();
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return reservoir.tangentsSize(steps, sequences);
    }

    /**
     * The reservoir's run with its fixed weights in the place of θ.
     *
     * @param fixedDot the tangent of the fixed weights, zero
     */
    private record Run(SecondOrderRun reservoir, Parameters fixed, Parameters fixedDot) implements SecondOrderRun {

        @Override
        public Matrix outputs() {
            return reservoir.outputs();
        }

        @Override
        public void prepare(Parameters theta) {
            reservoir.prepare(fixed);
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            reservoir.forward(fixed, x);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            reservoir.backward(fixed, dh, dx, perStep);
        }

        /** Adds nothing: no weight of the reservoir is in θ. */
        @Override
        public void accumulate(float[] weights, Parameters gradient) {}

        /** Adds nothing: no weight of the reservoir is in θ. */
        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {}

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            reservoir.tangent(fixed, fixedDot, xDot, hDot);
        }

        @Override
        public RunTangents openTangents() {
            return new Tangents(reservoir.openTangents(), fixed, fixedDot);
        }
    }

    /** The tangents of the reservoir's run, whose weights do not move. */
    private record Tangents(RunTangents reservoir, Parameters fixed, Parameters fixedDot) implements RunTangents {

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            reservoir.tangent(fixed, fixedDot, xDot, hDot);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
            reservoir.backward(fixed, dh, dhDot, dxDot);
        }

        /** Adds nothing: no weight of the reservoir is in θ. */
        @Override
        public void accumulate(Parameters product) {}
    }
}

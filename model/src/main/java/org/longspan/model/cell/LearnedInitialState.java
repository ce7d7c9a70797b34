package org.longspan.model.cell;

import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;

/**
 * A cell whose state before the first step is learned, one state for all sequences:
 *
 * <pre>s(0) = s₀,   ∂L/∂s₀ = Σ_b ∂L/∂s(0)</pre>
 *
 * with s₀ (1, S) a block of θ that begins at zero. S holds h; h beside c for an LSTM; the real beside the imaginary
 * parts of complex states. The other weights begin as they would without it. As in I. Sutskever's code for J. Martens
 * and I. Sutskever (2011), Learning recurrent neural networks with Hessian-free optimization, ICML.
 */
public class LearnedInitialState implements RecurrentCell {

    private static final String BLOCK = "initial-state";

    private final RecurrentCell cell;

    private LearnedInitialState(RecurrentCell cell) {
        this.cell = cell;
    }

    /**
     * Returns {@code cell} with a learned start; it gives products with the Hessian if the cell does.
     *
     * @param cell whose {@link RecurrentCell#initialStateWidth} is not 0
     */
    public static LearnedInitialState of(RecurrentCell cell) {
        return cell instanceof SecondOrderCell second ? new OfSecondOrder(second) : new LearnedInitialState(cell);
    }

    @Override
    public int inputs() {
        return cell.inputs();
    }

    @Override
    public int outputs() {
        return cell.outputs();
    }

    @Override
    public Set<Site> sites() {
        return cell.sites();
    }

    @Override
    public OutputRange outputRange() {
        return cell.outputRange();
    }

    @Override
    public int gates() {
        return cell.gates();
    }

    @Override
    public boolean hasSignalFlow() {
        return cell.hasSignalFlow();
    }

    /** Adds the cell's blocks, then s₀. */
    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        cell.addBlocks(prefix, layout);
        layout.add(prefix + BLOCK, 1, cell.initialStateWidth(), Role.INITIAL_STATE);
    }

    @Override
    public void addFixedBlocks(String prefix, ParameterLayout.Builder layout) {
        cell.addFixedBlocks(prefix, layout);
    }

    @Override
    public RecurrentCell withFixed(Parameters fixed) {
        return of(cell.withFixed(fixed));
    }

    @Override
    public void settle(String prefix, Parameters theta) {
        cell.settle(prefix, theta);
    }

    @Override
    public void draw(String prefix, Parameters theta, RandomStream stream) {
        cell.draw(prefix, theta, stream);
    }

    @Override
    public int stateWidth() {
        return cell.stateWidth();
    }

    @Override
    public int innerStateWidth() {
        return cell.innerStateWidth();
    }

    @Override
    public void writeInitialState(String prefix, Parameters theta, Matrix state) {
        LearnedStart.repeat(theta.block(prefix + BLOCK), state);
    }

    /** Opens a run from s₀, or from a state that the caller gives. */
    @Override
    public RecurrentRun open(Unrolling unrolling) {
        if (unrolling.initial() != null) {
            return cell.open(unrolling);
        }
        LearnedStart start = start(unrolling);
        return new Run(cell.open(unrolling.from(start.state())), start);
    }

    final LearnedStart start(Unrolling unrolling) {
        BoundaryState state = BoundaryState.zeros(unrolling.sequences(), cell.initialStateWidth());
        return new LearnedStart(state, unrolling.prefix() + BLOCK, unrolling.kernels());
    }

    @Override
    public long runSize(int steps, int sequences) {
        return cell.runSize(steps, sequences) + 5L * sequences * cell.initialStateWidth();
    }

    /** The cell's run from s₀. */
    private static class Run implements RecurrentRun {

        private final RecurrentRun run;
        final LearnedStart start;

        Run(RecurrentRun run, LearnedStart start) {
            this.run = run;
            this.start = start;
        }

        @Override
        public Matrix outputs() {
            return run.outputs();
        }

        @Override
        public void prepare(Parameters theta) {
            run.prepare(theta);
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            start.forward(theta);
            run.forward(theta, x);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            run.backward(theta, dh, dx, perStep);
            start.kernels().elementwise().flush(start.state().cotangent());
        }

        @Override
        public void accumulate(float[] weights, Parameters gradient) {
            run.accumulate(weights, gradient);
            start.accumulate(weights, gradient);
        }

        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {
            run.accumulateSequence(sequence, gradient);
            start.add(sequence, 1f, start.state().cotangent(), gradient);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            start.tangent(thetaDot);
            run.tangent(theta, thetaDot, xDot, hDot);
        }

        @Override
        public Optional<SignalFlow> signalFlow() {
            return run.signalFlow();
        }
    }

    /** A cell that gives products with the Hessian, with a learned start, through which they go too. */
    private static final class OfSecondOrder extends LearnedInitialState implements SecondOrderCell {

        private final SecondOrderCell cell;

        OfSecondOrder(SecondOrderCell cell) {
            super(cell);
            this.cell = cell;
        }

        @Override
        public boolean supports(Curvature curvature) {
            return cell.supports(curvature);
        }

        @Override
        public SecondOrderRun open(Unrolling unrolling) {
            if (unrolling.initial() != null) {
                return cell.open(unrolling);
            }
            LearnedStart start = start(unrolling);
            return new SecondRun(cell.open(unrolling.from(start.state())), start);
        }

        @Override
        public long tangentsSize(int steps, int sequences) {
            return cell.tangentsSize(steps, sequences);
        }
    }

    private static final class SecondRun extends Run implements SecondOrderRun {

        private final SecondOrderRun run;

        SecondRun(SecondOrderRun run, LearnedStart start) {
            super(run, start);
            this.run = run;
        }

        @Override
        public RunTangents openTangents() {
            return new Tangents(run.openTangents(), start);
        }
    }

    /** The tangents of the cell's run, and of s(0). */
    private record Tangents(RunTangents run, LearnedStart start) implements RunTangents {

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            start.tangent(thetaDot);
            run.tangent(theta, thetaDot, xDot, hDot);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dhDot, Matrix dxDot) {
            run.backward(theta, dh, dhDot, dxDot);
            start.kernels().elementwise().flush(start.state().cotangentDot());
        }

        @Override
        public void accumulate(Parameters product) {
            run.accumulate(product);
            start.accumulateTangent(product);
        }
    }
}

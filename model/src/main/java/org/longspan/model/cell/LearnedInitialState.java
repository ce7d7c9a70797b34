package org.longspan.model.cell;

import java.util.Optional;
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
 * A cell whose state before the first step is learned, one state for all sequences:
 *
 * <pre>s(0) = s₀,   ∂L/∂s₀ = Σ_b ∂L/∂s(0)</pre>
 *
 * with s₀ (1, S) a block of θ that begins at zero. S holds h; h beside c for an LSTM; the real beside the imaginary
 * parts of complex states. The other weights begin as they would without it. As in I. Sutskever's code for J. Martens
 * and I. Sutskever (2011), Learning recurrent neural networks with Hessian-free optimization, ICML.
 *
 * @param cell whose {@link RecurrentCell#initialStateWidth} is not 0
 */
public record LearnedInitialState(RecurrentCell cell) implements RecurrentCell {

    private static final String BLOCK = "initial-state";

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
        return new LearnedInitialState(cell.withFixed(fixed));
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
    public RecurrentRun open(Unrolling unrolling) {
        InitialState initial = InitialState.zeros(unrolling.sequences(), cell.initialStateWidth());
        return new Run(cell.open(unrolling.from(initial)), initial, unrolling.prefix() + BLOCK, unrolling.kernels());
    }

    @Override
    public long runSize(int steps, int sequences) {
        return cell.runSize(steps, sequences) + 4L * sequences * cell.initialStateWidth();
    }

    /**
     * The cell's run from s₀.
     *
     * @param initial s(0), every row of which is s₀
     * @param block the name of s₀
     */
    private record Run(RecurrentRun run, InitialState initial, String block, Kernels kernels) implements RecurrentRun {

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
            repeat(theta.block(block), initial.state());
            run.forward(theta, x);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            run.backward(theta, dh, dx, perStep);
            kernels.elementwise().flush(initial.cotangent());
        }

        @Override
        public void accumulate(float[] weights, Parameters gradient) {
            run.accumulate(weights, gradient);
            for (int b = 0; b < initial.cotangent().rows(); b++) {
                addGradient(b, weights == null ? 1f : weights[b], gradient);
            }
        }

        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {
            run.accumulateSequence(sequence, gradient);
            addGradient(sequence, 1f, gradient);
        }

        /** s(0) = s₀: ∂L/∂s₀ += weight · ∂L/∂s(0) of sequence b. */
        private void addGradient(int b, float weight, Parameters gradient) {
            Matrix sum = gradient.block(block);
            for (int j = 0; j < sum.columns(); j++) {
                sum.set(0, j, Math.fma(weight, initial.cotangent().get(b, j), sum.get(0, j)));
            }
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            repeat(thetaDot.block(block), initial.tangent());
            run.tangent(theta, thetaDot, xDot, hDot);
        }

        /** Copies one row into all rows of {@code to}. */
        private void repeat(Matrix row, Matrix to) {
            for (int b = 0; b < to.rows(); b++) {
                System.arraycopy(row.data(), row.row(0), to.data(), to.row(b), to.columns());
            }
            kernels.elementwise().flush(to);
        }

        @Override
        public Optional<SignalFlow> signalFlow() {
            return run.signalFlow();
        }
    }
}

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
 * A cell whose state before the first step is learned, the same for all sequences:
 *
 * <pre>s(0) = s₀,   ∂L/∂s₀ = Σ_b ∂L/∂s(0)</pre>
 *
 * with s₀ (1, S) a block of θ that begins at zero, for h, for h beside c where there is a cell, and for the real beside
 * the imaginary parts of complex states. The weights begin as they would without it. As in I. Sutskever's code for
 * J. Martens and I. Sutskever (2011), Learning recurrent neural networks with Hessian-free optimization, ICML.
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
    public int gates() {
        return cell.gates();
    }

    /** Adds the cell's blocks, and s₀ behind them. */
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
    public Tape newTape(String prefix, int steps, int sequences, Kernels kernels) {
        return new Run(cell.newTape(prefix, steps, sequences, kernels), prefix + BLOCK, cell.initialStateWidth());
    }

    @Override
    public long tapeSize(int steps, int sequences) {
        return cell.tapeSize(steps, sequences) + 4L * sequences * cell.initialStateWidth();
    }

    @Override
    public void prepare(Parameters theta, Tape tape, Kernels kernels) {
        cell.prepare(theta, ((Run) tape).tape, kernels);
    }

    @Override
    public void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        Matrix initial = theta.block(run.block);
        for (int i = 0, column = 0;
                i < run.states.length;
                column += run.states[i++].state().columns()) {
            repeat(initial, column, run.states[i].state(), kernels);
        }
        cell.forward(theta, x, run.tape, kernels);
    }

    @Override
    public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        cell.backward(theta, dh, dx, perStep, run.tape, kernels);
        for (InitialState part : run.states) {
            kernels.flush(part.cotangent());
        }
    }

    @Override
    public void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels) {
        Run run = (Run) tape;
        cell.accumulate(weights, run.tape, gradient, kernels);
        for (int b = 0; b < run.states[0].cotangent().rows(); b++) {
            run.addGradient(b, weights == null ? 1f : weights[b], gradient);
        }
    }

    @Override
    public void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels) {
        Run run = (Run) tape;
        cell.accumulateSequence(sequence, run.tape, gradient, kernels);
        run.addGradient(sequence, 1f, gradient);
    }

    @Override
    public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels) {
        Run run = (Run) tape;
        Matrix initialDot = thetaDot.block(run.block);
        for (int i = 0, column = 0;
                i < run.states.length;
                column += run.states[i++].state().columns()) {
            repeat(initialDot, column, run.states[i].tangent(), kernels);
        }
        cell.tangent(theta, thetaDot, xDot, hDot, run.tape, kernels);
    }

    /** Copies some columns of a row, from {@code column} on, into all rows of {@code to}. */
    private static void repeat(Matrix row, int column, Matrix to, Kernels kernels) {
        for (int b = 0; b < to.rows(); b++) {
            System.arraycopy(row.data(), row.row(0) + column, to.data(), to.row(b), to.columns());
        }
        kernels.flush(to);
    }

    /** Returns how signals flow through the cell, if it says so; its tapes are those of this one. */
    Optional<SignalFlow> signalFlow() {
        return SignalFlow.of(cell).map(Flow::new);
    }

    private record Flow(SignalFlow flow) implements SignalFlow {

        @Override
        public PreActivations affine(Tape tape) {
            return flow.affine(((Run) tape).tape);
        }

        @Override
        public float keep() {
            return flow.keep();
        }
    }

    /** What a run leaves behind. */
    private static final class Run implements Tape {

        final Tape tape; // of the cell
        final InitialState[] states;
        final String block;

        Run(Tape tape, String block, int width) {
            this.tape = tape;
            this.states = tape.initialStates();
            this.block = block;
            int columns = 0;
            for (InitialState part : states) {
                columns += part.state().columns();
            }
            if (columns != width) {
                throw new IllegalStateException(
                        "initial states of " + columns + " columns on a tape, expected the cell's " + width);
            }
        }

        /** s(0) = s₀: ∂L/∂s₀ += weight · ∂L/∂s(0) of sequence b. */
        void addGradient(int b, float weight, Parameters gradient) {
            Matrix sum = gradient.block(block);
            int column = 0;
            for (InitialState part : states) {
                Matrix d = part.cotangent();
                for (int j = 0; j < d.columns(); j++, column++) {
                    sum.set(0, column, Math.fma(weight, d.get(b, j), sum.get(0, column)));
                }
            }
        }

        @Override
        public Matrix outputs() {
            return tape.outputs();
        }
    }
}

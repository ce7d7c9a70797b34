package org.longspan.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.task.Batch;

/**
 * The states that a network passes through on B sequences, and the derivatives in them of each sequence's loss ℓ at its
 * last read-out, step τ:
 *
 * <pre>
 * s(t) = f(s(t-1), x(t); θ),   φ_k(e) = ℓ where e is added to s(τ-k) as it is handed to step τ-k+1
 * δ_k = ∇φ_k(0),   J_k = ∂s(τ)/∂s(τ-k),   H_k = ∇²φ_k(0)
 * </pre>
 *
 * <p>Not {@link TaskObjective}, which differentiates in θ the mean loss over all read-outs. At lag 0 nothing is handed
 * on any more: δ_0 is ∂ℓ/∂h(τ) of the top layer where h is a part of the state, and 0 in all other columns.
 *
 * <p>Only the states are kept. Every other pass goes step by step and runs each step forward again, so that memory is
 * (T+1)·B·S floats. The states have the bits of a training step's. Elements of signals
 * and tangents under {@link org.longspan.numerics.Kernels#FLOOR} are 0.
 *
 * <p>A lag beyond a sequence's τ, or a sequence that is never read out, gives rows of zeros.
 */
public final class Trajectory {

    final Network network;
    final NetworkStep step;
    final LastReadOut last;
    Parameters theta; // of the last run
    Batch batch; // of the last run

    private final int sequences;
    private final LinearReadOut.Run readOut;
    private final Matrix[] states; // T+1 of (B, S)
    private final Matrix again; // (B, S), a state that is computed a second time
    private Matrix[] xAt; // T of (B, I)

    /** Sees signals on their way back. */
    public interface Visitor {

        /**
         * Looks at the signals that reach s({@code state}).
         *
         * @param state from the greatest τ down to 0
         * @param signals one for each seed, (B, S), to be read only; a row is 0 as long as the state lies behind that
         *     sequence's last read-out
         */
        void at(int state, Matrix[] signals);
    }

    /**
     * Where signals begin: at every sequence's own step τ.
     *
     * @param state ∂ℓ/∂s(τ), (B, S)
     * @param output what goes to h(τ) of the top layer and is no part of the state, (B, H), or null for nothing
     */
    public record Seed(Matrix state, Matrix output) {}

    /**
     * Creates the memory of trajectories of exactly {@code sequences} sequences.
     *
     * @throws IllegalArgumentException if the network {@link #refuses}
     */
    public Trajectory(Network network, int sequences) {
        refuses(network).ifPresent(reason -> {
            throw new IllegalArgumentException(
                    "states of cell " + network.architecture().cell().name() + ": " + reason);
        });
        this.network = network;
        this.sequences = sequences;
        this.step = new NetworkStep(network, sequences);
        this.readOut = network.readOut().open(network.kernels());
        this.last = new LastReadOut(network, readOut, sequences);
        this.states = newStates();
        this.again = newState();
    }

    /** Returns why the states of this network cannot be looked at, as half a sentence, or empty. */
    public static Optional<String> refuses(Network network) {
        for (int l = 0; l < network.layers(); l++) {
            RecurrentCell cell = network.cell(l);
            if (cell.stateWidth() == 0) {
                return Optional.of("its runs take no state from outside");
            }
        }
        return Optional.empty();
    }

    /** Returns how many floats the states of {@code sequences} sequences take; tangents take as many again. */
    public static long floats(Network network, int sequences) {
        long width = 0;
        for (int l = 0; l < network.layers(); l++) {
            width += network.cell(l).stateWidth();
        }
        return (network.task().steps() + 1L) * sequences * width;
    }

    Matrix[] newStates() {
        return Matrix.zeros((network.task().steps() + 1) * sequences, step.width())
                .groups(sequences);
    }

    /** Returns the number of sequences B. */
    public int sequences() {
        return sequences;
    }

    /** Returns the number of steps T. */
    public int steps() {
        return states.length - 1;
    }

    /** Returns the width S of the state. */
    public int width() {
        return step.width();
    }

    /** Returns what the columns of the state are. */
    public List<StatePart> parts() {
        return step.parts();
    }

    /** Returns a zero matrix (B, S). */
    public Matrix newState() {
        return Matrix.zeros(sequences, step.width());
    }

    /** Returns s({@code state}) of the last {@link #run}, (B, S), to be read only. */
    public Matrix state(int state) {
        return states[state];
    }

    /** Returns τ of sequence {@code b}, counted from 1, or 0 if it is not read out. */
    public int readOutOf(int b) {
        return last.stepOf(b);
    }

    /** Returns ℓ of sequence {@code b}, or 0 if it is not read out. */
    public double lossOf(int b) {
        return last.lossOf(b);
    }

    /** Runs the sequences of {@code batch}, of this trajectory's capacity; keep both unchanged as long as it is used. */
    public void run(Parameters theta, Batch batch) {
        if (batch.capacity() != sequences) {
            throw new IllegalArgumentException("a batch of capacity " + batch.capacity() + ", expected " + sequences);
        }
        int inputs = batch.inputWidth();
        this.theta = theta;
        this.batch = batch;
        this.xAt = new Matrix(batch.inputs(), 0, steps() * sequences, inputs, inputs).groups(sequences);
        step.prepare(theta);
        readOut.prepare(theta);
        writeInitialState();
        last.begin(batch);
        for (int t = 0; t < steps(); t++) {
            step.forward(theta, xAt[t], states[t], states[t + 1]);
            last.forward(batch, t, step.outputs());
        }
    }

    private void writeInitialState() {
        int from = 0;
        for (int l = 0; l < network.layers(); l++) {
            RecurrentCell cell = network.cell(l);
            cell.writeInitialState(Network.prefix(l), theta, states[0].columns(from, cell.stateWidth()));
            from += cell.stateWidth();
        }
        network.kernels().elementwise().flush(states[0]);
    }

    /** Returns where δ begins: at the cotangents of the outputs of each sequence's last read-out. */
    public Seed loss() {
        return seed(last.cotangents());
    }

    /** Splits what comes to h(τ) of the top layer into the part that is in the state and the rest. */
    Seed seed(Matrix top) {
        StatePart highest = parts().get(parts().size() - 1);
        for (StatePart part : parts()) {
            if (part.layer() == highest.layer() && !part.inner()) {
                Matrix state = newState();
                state.columns(part.from(), part.width()).copyFrom(top);
                return new Seed(state, null);
            }
        }
        return new Seed(newState(), top);
    }

    /** Sees a tangent on its way forward, and may rewrite it. */
    public interface TangentVisitor {

        /** Looks at the tangent of s({@code state}), (B, S), for state from 1 to T. */
        void at(int state, Matrix tangent);
    }

    /** Pushes {@code v}, a tangent of s(0), forward through all steps; it is overwritten on the way. */
    public void forward(Matrix v, TangentVisitor visitor) {
        for (int state = 1; state <= steps(); state++) {
            forwardAgain(state);
            step.tangent(theta, v, v);
            visitor.at(state, v);
        }
    }

    /** Propagates signals back from every sequence's own τ to s(0): J_kᵀ w for every lag k. */
    public void backward(Seed[] seeds, Visitor visitor) {
        backward(seeds, 0, visitor);
    }

    /** {@link #backward(Seed[], Visitor)}, no further than to s({@code lowest}). */
    void backward(Seed[] seeds, int lowest, Visitor visitor) {
        Matrix[] signals = new Matrix[seeds.length];
        Arrays.setAll(signals, i -> newState());
        Matrix top = Matrix.zeros(sequences, network.architecture().hidden());
        for (int state = lastState(); state >= lowest; state--) {
            for (int i = 0; i < seeds.length; i++) {
                beginRows(state, seeds[i].state(), signals[i]);
            }
            visitor.at(state, signals);
            if (state > lowest) {
                forwardAgain(state);
                for (int i = 0; i < seeds.length; i++) {
                    step.backward(theta, signals[i], topOf(seeds[i], state, top), signals[i]);
                }
            }
        }
    }

    /** Computes s({@code state}) again, so that the passes of {@link #step} differentiate that step. */
    void forwardAgain(int state) {
        step.forward(theta, xAt[state - 1], states[state - 1], again);
    }

    /** Copies the rows of {@code from} that begin at this state: those of the sequences with τ = {@code state}. */
    void beginRows(int state, Matrix from, Matrix to) {
        for (int b = 0; b < sequences; b++) {
            if (state > 0 && readOutOf(b) == state) {
                copyRow(from, b, to);
            }
        }
    }

    static void copyRow(Matrix from, int b, Matrix to) {
        System.arraycopy(from.data(), from.row(b), to.data(), to.row(b), to.columns());
    }

    Matrix topOf(Seed seed, int state, Matrix top) {
        if (seed.output() == null) {
            return null;
        }
        top.fill(0f);
        beginRows(state, seed.output(), top);
        return top;
    }

    boolean hasLag(int b, int lag) {
        return readOutOf(b) >= lag && readOutOf(b) > 0;
    }

    /** Copies the rows of the sequences for which s({@code state}) is s(τ-k), for the {@code lag} k. */
    public void takeAtLag(int lag, int state, Matrix from, Matrix to) {
        for (int b = 0; b < sequences; b++) {
            if (hasLag(b, lag) && readOutOf(b) - lag == state) {
                copyRow(from, b, to);
            }
        }
    }

    /** Returns the first of all s(τ-k), or the state behind the last one if no sequence has that lag. */
    int firstState(int lag) {
        int first = lastState() + 1;
        for (int b = 0; b < sequences; b++) {
            first = hasLag(b, lag) ? Math.min(first, readOutOf(b) - lag) : first;
        }
        return first;
    }

    int lastState() {
        int greatest = 0;
        for (int b = 0; b < sequences; b++) {
            greatest = Math.max(greatest, readOutOf(b));
        }
        return greatest;
    }
}

package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;

/**
 * One recurrent layer, unrolled over T steps of B sequences. State width S and output width H may differ.
 *
 * <p>{@link #tangent} and {@link #backward} are adjoint: ⟨w, J v⟩ = ⟨Jᵀ w, v⟩, up to rounding and the floor of
 * {@link Kernels#FLOOR}. A cell holds its shape and nothing that runs; all that runs is on the {@link Tape}.
 */
public interface RecurrentCell {

    /** Returns the width I of an input. */
    int inputs();

    /** Returns the width H of the output h(t). */
    int outputs();

    /** Returns the sites at which a signal transform can act. */
    Set<Site> sites();

    /** Returns how many maps of width H stand side by side in the columns of this cell's widest block: 4 for an LSTM. */
    default int gates() {
        return 1;
    }

    /** Returns whether products with {@code curvature} can be had: Gauss-Newton needs no more than {@link #tangent}. */
    default boolean supports(Curvature curvature) {
        return curvature instanceof Curvature.GaussNewton;
    }

    /** Returns the width of the state before the first step, if it can be other than zero, else 0. */
    default int initialStateWidth() {
        return 0;
    }

    /** Adds this cell's blocks, each name beginning with {@code prefix}. */
    void addBlocks(String prefix, ParameterLayout.Builder layout);

    /**
     * Adds the blocks of weights that are drawn once and not trained, such as a reservoir, each name beginning with
     * {@code prefix}. They lie outside θ.
     */
    default void addFixedBlocks(String prefix, ParameterLayout.Builder layout) {}

    /** Returns this cell with its fixed weights as they stand in {@code fixed}; itself if it has none. */
    default RecurrentCell withFixed(Parameters fixed) {
        return this;
    }

    /**
     * Sets what the cell itself wants of its initial parameters, such as a forget bias, after an {@link
     * org.longspan.model.initialization.Initialization} has written all blocks.
     */
    default void settle(String prefix, Parameters theta) {}

    /**
     * Draws the initial parameters whose law is the cell's own, such as eigenvalues on a ring, after {@link #settle}
     * and in place of what an {@link org.longspan.model.initialization.Initialization} wrote. It must draw every block of {@link
     * org.longspan.numerics.Role#DYNAMICS}, which no initialization writes.
     */
    default void draw(String prefix, Parameters theta, RandomStream stream) {}

    /**
     * Allocates what an unrolled run of {@code steps} steps and {@code sequences} sequences needs.
     *
     * @param kernels which the passes over this tape will be given
     */
    Tape newTape(String prefix, int steps, int sequences, Kernels kernels);

    /** Returns how many floats such a tape holds. */
    long tapeSize(int steps, int sequences);

    /** Derives matrices from θ, such as panels, once for every θ. */
    void prepare(Parameters theta, Tape tape, Kernels kernels);

    /**
     * Runs all steps.
     *
     * @param x inputs (T·B, I), which the tape keeps
     */
    void forward(Parameters theta, Matrix x, Tape tape, Kernels kernels);

    /**
     * Back-propagates through all steps, t = T..1, and leaves the weight cotangents on the tape.
     *
     * @param dh ∂L/∂h from above, (T·B, H); on return the whole ∂L/∂h(t), from step t+1 too
     * @param dx overwritten with ∂L/∂x (T·B, I), or null where nobody asks
     * @param perStep rewrites the signal at its site, or null
     * @throws IllegalArgumentException if this cell has no such site
     */
    void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep, Tape tape, Kernels kernels);

    /**
     * <b>Adds</b> the weight gradient of the last {@link #backward} to {@code gradient}, in one product over
     * all steps.
     *
     * @param weights a factor for each sequence, or null for 1
     */
    void accumulate(float[] weights, Tape tape, Parameters gradient, Kernels kernels);

    /** <b>Adds</b> the weight gradient of one sequence alone to {@code gradient}. */
    void accumulateSequence(int sequence, Tape tape, Parameters gradient, Kernels kernels);

    /**
     * Pushes a tangent forward along the run on the tape.
     *
     * @param xDot tangent of the inputs (T·B, I), or null for zero
     * @param hDot where the tangent of all outputs (T·B, H) goes
     */
    void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot, Tape tape, Kernels kernels);

    /** What one unrolled run leaves behind for its derivatives. */
    interface Tape {

        /** Returns all outputs h(1)..h(T), (T·B, H). */
        Matrix outputs();

        /**
         * Returns the state before the first step, in parts that are {@link RecurrentCell#initialStateWidth} wide together. Once it
         * was asked for, the passes over this tape read and write them.
         */
        default InitialState[] initialStates() {
            return new InitialState[0];
        }
    }
}

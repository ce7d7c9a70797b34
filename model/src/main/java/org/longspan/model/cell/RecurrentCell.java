package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;

/**
 * One recurrent layer: its shape, its blocks of θ and how they begin. It holds no state. {@link #open} starts a {@link
 * RecurrentRun}, which owns every buffer and does all the computing.
 */
public interface RecurrentCell {

    /** Returns the width I of an input. */
    int inputs();

    /** Returns the width H of the output h(t). */
    int outputs();

    /** Returns the sites at which a signal transform can act. */
    Set<Site> sites();

    /**
     * Returns how many maps of width H stand side by side in the columns of this cell's widest block: 4 for an LSTM.
     */
    default int gates() {
        return 1;
    }

    /** Returns where the outputs lie, which decides how structural damping measures their changes. */
    default OutputRange outputRange() {
        return OutputRange.UNBOUNDED;
    }

    /** Returns whether this cell supports products with {@code curvature}; Gauss-Newton needs only tangents. */
    default boolean supports(Curvature curvature) {
        return curvature instanceof Curvature.GaussNewton;
    }

    /**
     * Returns whether every signal from one step to the step before passes through one trained recurrent map, so that
     * each run has a {@link RecurrentRun#signalFlow}.
     */
    default boolean hasSignalFlow() {
        return false;
    }

    /** Returns the width S of the state before the first step, or 0 if that state is always zero. */
    default int initialStateWidth() {
        return 0;
    }

    /**
     * Returns the width S of the state s(t) that a step hands to the next, as {@link Unrolling#from} takes it: all that
     * the next step sees of the past. 0 if a run takes no state from outside.
     */
    default int stateWidth() {
        return initialStateWidth();
    }

    /**
     * Returns how many columns of that state lie beside h(t), such as those of c in an LSTM, as {@link Unrolling#upTo}
     * takes them. They come last; the columns before them, if there are any, are h(t) itself.
     */
    default int innerStateWidth() {
        return 0;
    }

    /**
     * Writes the state before the first step to every row of {@code state}, (B, S). It is zero unless it is learned.
     */
    default void writeInitialState(String prefix, Parameters theta, Matrix state) {
        state.fill(0f);
    }

    /** Adds the trained blocks of this cell; every name begins with {@code prefix}. */
    void addBlocks(String prefix, ParameterLayout.Builder layout);

    /**
     * Adds the blocks of weights that are drawn once and never trained, such as a reservoir. They lie outside θ; every
     * name begins with {@code prefix}.
     */
    default void addFixedBlocks(String prefix, ParameterLayout.Builder layout) {}

    /** Returns this cell with the fixed weights {@code fixed}; the cell itself if it has none. */
    default RecurrentCell withFixed(Parameters fixed) {
        return this;
    }

    /**
     * Sets initial parameters that the cell prescribes, such as a forget bias, after an {@link
     * org.longspan.model.initialization.Initialization} has written all blocks.
     */
    default void settle(String prefix, Parameters theta) {}

    /**
     * Draws initial parameters whose distribution belongs to the cell, such as eigenvalues on a ring, after
     * {@link #settle}. They replace the values of the {@link org.longspan.model.initialization.Initialization}. A cell
     * must draw each of its blocks of {@link org.longspan.numerics.Role#DYNAMICS}, because no initialization does.
     */
    default void draw(String prefix, Parameters theta, RandomStream stream) {}

    /** Opens a run and allocates all its buffers. */
    RecurrentRun open(Unrolling unrolling);

    /** Returns how many floats such a run holds. */
    long runSize(int steps, int sequences);
}

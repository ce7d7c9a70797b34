package org.longspan.model;

import java.util.Objects;
import java.util.Optional;
import org.longspan.model.cell.LearnedInitialState;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

/**
 * The names and numbers that make up a network.
 *
 * @param cell of {@link org.longspan.model.cell.Cells#all()}
 * @param hidden width H of every layer
 * @param layers number of layers
 * @param initialization of {@link org.longspan.model.initialization.Initializations#all()}
 * @param regularizer of {@link org.longspan.model.regularizer.Regularizers#all()}
 * @param start the state of every layer before the first step
 */
public record Architecture(Part cell, int hidden, int layers, Part initialization, Part regularizer, Start start) {

    /** The state before the first step. */
    public enum Start {
        /** Zero. */
        ZERO,
        /** Learned, one state for all sequences; zero before training. */
        LEARNED;

        /** Returns why {@code cell} does not support this start, as half a sentence, or empty. */
        public Optional<String> refuses(RecurrentCell cell) {
            return this == ZERO || cell.initialStateWidth() > 0
                    ? Optional.empty()
                    : Optional.of("it keeps no state that is learned");
        }

        /** Returns {@code cell}, which must support it, with this start. */
        public RecurrentCell of(RecurrentCell cell) {
            return this == ZERO ? cell : LearnedInitialState.of(cell);
        }
    }

    public Architecture {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(initialization, "initialization");
        Objects.requireNonNull(regularizer, "regularizer");
        Objects.requireNonNull(start, "start");
        requirePositive("hidden", hidden);
        requirePositive("layers", layers);
    }

    /** Creates an architecture whose states begin at zero. */
    public Architecture(Part cell, int hidden, int layers, Part initialization, Part regularizer) {
        this(cell, hidden, layers, initialization, regularizer, Start.ZERO);
    }

    /** Returns one layer of {@code hidden} units of that cell, Glorot's initialization and no regularizer. */
    public static Architecture of(String cell, int hidden) {
        return new Architecture(Part.of(cell), hidden, 1, Part.of("glorot"), Part.of(Entry.NONE));
    }

    /** Returns this architecture with that many layers. */
    public Architecture withLayers(int layers) {
        return new Architecture(cell, hidden, layers, initialization, regularizer, start);
    }

    /** Returns this architecture with another initialization. */
    public Architecture withInitialization(Part initialization) {
        return new Architecture(cell, hidden, layers, initialization, regularizer, start);
    }

    /** Returns this architecture with another regularizer. */
    public Architecture withRegularizer(Part regularizer) {
        return new Architecture(cell, hidden, layers, initialization, regularizer, start);
    }

    /** Returns this architecture with another start. */
    public Architecture withStart(Start start) {
        return new Architecture(cell, hidden, layers, initialization, regularizer, start);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a whole number from 1");
        }
    }

    /**
     * A method by name, with its settings.
     *
     * @param name in its list
     * @param settings those that differ from the defaults
     */
    public record Part(String name, Settings settings) {

        /** Returns the method of that name at its defaults. */
        public static Part of(String name) {
            return new Part(name, Settings.NONE);
        }
    }
}

package org.longspan.model;

import java.util.Objects;
import org.longspan.numerics.catalogue.Settings;

/**
 * What a network is made of, by names and numbers.
 *
 * @param cell of {@link Cells#all()}
 * @param hidden width H of every layer
 * @param layers number of layers
 * @param initialization of {@link Initializations#all()}
 * @param regularizer of {@link Regularizers#all()}
 */
public record Architecture(Part cell, int hidden, int layers, Part initialization, Part regularizer) {

    public Architecture {
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(initialization, "initialization");
        Objects.requireNonNull(regularizer, "regularizer");
        requirePositive("hidden", hidden);
        requirePositive("layers", layers);
    }

    /** Returns one layer of {@code hidden} units of that cell, Glorot's initialization and no regularizer. */
    public static Architecture of(String cell, int hidden) {
        return new Architecture(Part.of(cell), hidden, 1, Part.of("glorot"), Part.of("none"));
    }

    /** Returns the same with that many layers. */
    public Architecture withLayers(int layers) {
        return new Architecture(cell, hidden, layers, initialization, regularizer);
    }

    /** Returns the same with another initialization. */
    public Architecture withInitialization(Part initialization) {
        return new Architecture(cell, hidden, layers, initialization, regularizer);
    }

    /** Returns the same with another regularizer. */
    public Architecture withRegularizer(Part regularizer) {
        return new Architecture(cell, hidden, layers, initialization, regularizer);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a whole number from 1");
        }
    }

    /**
     * A named method and what is set of it.
     *
     * @param name in its list
     * @param settings the rest stands at its defaults
     */
    public record Part(String name, Settings settings) {

        /** Returns the method of that name at its defaults. */
        public static Part of(String name) {
            return new Part(name, Settings.NONE);
        }
    }
}

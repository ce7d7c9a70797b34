package org.longspan.probes;

import org.longspan.model.Network;

/**
 * The cost of a look in sequence-forwards. A pass over one step of one sequence makes as many multiply-adds as there are
 * weights, and {@link #STEP} more stand for the rest of it. What else a look does, such as norms, orders and spectra, does
 * not grow with them and would be most of the cost of a small network. It counts by its time, in multiply-adds that a
 * forward pass makes meanwhile: 25 to 30 a nanosecond where the constants below were measured, with kernels on vectors
 * of 256 bits.
 */
final class LookCost {

    /** What a step costs beside its products, in multiply-adds. */
    private static final double STEP = 400;

    /** A number that is taken into the statistics of a lag: the norm of a row, and its share of putting them in order. */
    private static final double NUMBER = 3500;

    /** An element of a long vector that is read, added or multiplied in double, one after the other. */
    private static final double ELEMENT = 25;

    /** A dense decomposition, over the cube of the width of its matrix. */
    private static final double CUBE = 1000;

    private final double weights;
    private final int steps;
    private double total;

    LookCost(Network network) {
        this.weights = network.layout().size() + network.fixed().size() + STEP;
        this.steps = network.task().steps();
    }

    /** Adds passes over whole sequences, a forward pass counted as one. */
    LookCost passes(double count) {
        return passesOfSteps(count * steps);
    }

    /** Adds passes over single steps. */
    LookCost passesOfSteps(double count) {
        total += count * weights;
        return this;
    }

    /** Adds numbers that are taken into statistics. */
    LookCost numbers(double count) {
        total += count * NUMBER;
        return this;
    }

    /** Adds operations on single elements. */
    LookCost elements(double count) {
        total += count * ELEMENT;
        return this;
    }

    /** Adds {@code count} spectra of matrices (width, width). */
    LookCost spectra(double count, double width) {
        total += count * width * width * width * CUBE;
        return this;
    }

    /** Adds Lanczos's process on {@code rows} vectors: every new one is made orthogonal twice to all before it. */
    LookCost lanczos(double rows, double width, double products) {
        return elements(2 * rows * width * products * products).spectra(rows, products);
    }

    /** Returns the sum, rounded up. */
    long forwards() {
        return (long) Math.ceil(total / (weights * steps));
    }
}

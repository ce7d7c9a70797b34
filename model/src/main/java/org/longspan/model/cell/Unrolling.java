package org.longspan.model.cell;

import java.util.Objects;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;

/**
 * How a cell is unrolled.
 *
 * @param prefix of the names of its blocks
 * @param steps T
 * @param sequences B
 * @param initial the state before the first step, or null where it is zero
 * @param end what the last step hands on beside h(T), or null where nothing comes after it
 * @param kernels the kernels of every pass
 */
public record Unrolling(
        String prefix, int steps, int sequences, BoundaryState initial, BoundaryState end, Kernels kernels) {

    public Unrolling {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(kernels, "kernels");
    }

    /** Returns an unrolling from a state of zero. */
    public static Unrolling fromZero(String prefix, int steps, int sequences, Kernels kernels) {
        return new Unrolling(prefix, steps, sequences, null, null, kernels);
    }

    /** Returns this unrolling from {@code state}, which is as wide as {@link RecurrentCell#stateWidth}. */
    public Unrolling from(BoundaryState state) {
        return new Unrolling(prefix, steps, sequences, state, end, kernels);
    }

    /** Returns this unrolling up to {@code state}, which is as wide as {@link RecurrentCell#innerStateWidth}. */
    public Unrolling upTo(BoundaryState state) {
        return new Unrolling(prefix, steps, sequences, initial, state, kernels);
    }

    /** Returns this unrolling of one part of a cell, whose blocks have {@code part} behind the prefix. */
    Unrolling of(String part) {
        return new Unrolling(prefix + part, steps, sequences, initial, end, kernels);
    }

    /**
     * Returns columns of the initial state, or zeros where there is none; state and tangent are then one matrix, which
     * nothing writes.
     */
    BoundaryState initialOrZero(int from, int width) {
        if (initial != null) {
            return initial.columns(from, width);
        }
        Matrix zero = Matrix.zeros(sequences, width);
        return new BoundaryState(zero, Matrix.zeros(sequences, width), zero, null);
    }

    /** Returns T·B. */
    int rows() {
        return Math.multiplyExact(steps, sequences);
    }
}

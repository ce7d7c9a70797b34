package org.longspan.model.cell;

import org.longspan.numerics.Matrix;

/**
 * The state s(0) before the first step of a run, one row for each sequence, with its derivatives. Where a cell has
 * several states, such as h and c, they stand side by side.
 *
 * @param state (B, S), read by a forward pass
 * @param cotangent (B, S), ∂L/∂s(0), left by a backward pass, not flushed
 * @param tangent (B, S), read by a tangent pass
 */
public record InitialState(Matrix state, Matrix cotangent, Matrix tangent) {

    /** Returns a state of zeros. */
    public static InitialState zeros(int sequences, int width) {
        return new InitialState(
                Matrix.zeros(sequences, width), Matrix.zeros(sequences, width), Matrix.zeros(sequences, width));
    }

    /** Returns a view of {@code count} columns from column {@code from} on. */
    public InitialState columns(int from, int count) {
        return new InitialState(
                state.columns(from, count), cotangent.columns(from, count), tangent.columns(from, count));
    }
}

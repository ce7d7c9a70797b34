package org.longspan.model.cell;

import org.longspan.numerics.Matrix;

/**
 * The state at one end of a run, one row for each sequence, with its derivatives: s(0), with which the run begins, or
 * what s(T) holds beside h(T). Where a cell has several states, such as h and c, they stand side by side.
 *
 * <p>At the beginning the caller writes state and tangent, and passes leave both cotangents, not flushed; at the end it
 * is the other way round.
 *
 * @param state (B, S)
 * @param cotangent (B, S), ∂L/∂s; at the end the part of it that does not come through h(T)
 * @param tangent (B, S)
 * @param cotangentDot (B, S), the tangent of the cotangent, of {@link RunTangents#backward}
 */
public record BoundaryState(Matrix state, Matrix cotangent, Matrix tangent, Matrix cotangentDot) {

    /** Returns a state of zeros. */
    public static BoundaryState zeros(int sequences, int width) {
        return new BoundaryState(
                Matrix.zeros(sequences, width),
                Matrix.zeros(sequences, width),
                Matrix.zeros(sequences, width),
                Matrix.zeros(sequences, width));
    }

    /** Returns a view of {@code count} columns from column {@code from} on. */
    public BoundaryState columns(int from, int count) {
        return new BoundaryState(
                state.columns(from, count),
                cotangent.columns(from, count),
                tangent.columns(from, count),
                cotangentDot.columns(from, count));
    }
}

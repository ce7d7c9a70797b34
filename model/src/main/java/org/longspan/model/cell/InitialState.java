package org.longspan.model.cell;

import org.longspan.numerics.Matrix;

/**
 * A part of the state before the first step of a run, such as h(0) or c(0): one row a sequence. Zero until somebody
 * writes it.
 *
 * @param state (B, S), read by a forward pass
 * @param cotangent (B, S), ∂L/∂s(0), left by a backward pass, not flushed
 * @param tangent (B, S), read by a tangent pass
 */
public record InitialState(Matrix state, Matrix cotangent, Matrix tangent) {}

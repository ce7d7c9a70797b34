package org.longspan.model.cell;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The flow of signals in a run where they pass from each step to the one before through one recurrent map U, and a
 * share of them bypasses it:
 *
 * <pre>∂L/∂h(t) · ∂h(t)/∂h(t-1) = keep · ∂L/∂h(t) + ∂L/∂z(t) Uᵀ</pre>
 */
public interface SignalFlow {

    /** Returns the name of the block U (H, H). */
    String recurrent();

    /** Returns ∂L/∂z(t) of the last backward pass, (B, H). */
    Matrix dz(int t);

    /** Writes the product above to {@code before}, given ∂L/∂h(t), both (B, H). */
    void carry(int t, Matrix dh, Matrix before);

    /** Adds {@code before}ᵀ {@code dz} to the gradient of U, for two (B, H) matrices. */
    void accumulate(Matrix before, Matrix dz, Parameters gradient);
}

package org.longspan.model.cell;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The state s(0) of a run, every row of which is s₀.
 *
 * @param block the name of s₀
 */
record LearnedStart(BoundaryState state, String block, Kernels kernels) {

    void forward(Parameters theta) {
        repeat(theta.block(block), state.state());
        kernels.elementwise().flush(state.state());
    }

    void tangent(Parameters thetaDot) {
        repeat(thetaDot.block(block), state.tangent());
        kernels.elementwise().flush(state.tangent());
    }

    void accumulate(float[] weights, Parameters gradient) {
        for (int b = 0; b < state.cotangent().rows(); b++) {
            add(b, weights == null ? 1f : weights[b], state.cotangent(), gradient);
        }
    }

    void accumulateTangent(Parameters product) {
        for (int b = 0; b < state.cotangentDot().rows(); b++) {
            add(b, 1f, state.cotangentDot(), product);
        }
    }

    /** s(0) = s₀: ∂L/∂s₀ += weight · ∂L/∂s(0) of sequence b, or the tangents of both. */
    void add(int b, float weight, Matrix cotangent, Parameters gradient) {
        Matrix sum = gradient.block(block);
        for (int j = 0; j < sum.columns(); j++) {
            sum.set(0, j, Math.fma(weight, cotangent.get(b, j), sum.get(0, j)));
        }
    }

    /** Copies one row into all rows of {@code to}. */
    static void repeat(Matrix row, Matrix to) {
        for (int b = 0; b < to.rows(); b++) {
            System.arraycopy(row.data(), row.row(0), to.data(), to.row(b), to.columns());
        }
    }
}

package org.longspan.model.readout;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.task.Batch;
import org.longspan.task.LossKind;

/**
 * How the outputs of a step are scored. A sequence's own loss is the mean over its read-out steps; that of a batch is
 * the mean over its sequences. Rows of sequences that a step does not read out neither count nor send a cotangent
 * back. A NaN among the outputs makes the loss NaN.
 */
public interface Loss {

    /**
     * Scores step {@code t}.
     *
     * @param y outputs (B, O)
     * @param dy overwritten with the cotangent of each sequence's own loss, (B, O)
     * @param sums to element b is <b>added</b> what sequence b loses at this step, not yet divided by its number of
     *     read-out steps
     */
    void score(Batch batch, int t, Matrix y, Matrix dy, double[] sums, Kernels kernels);

    /**
     * Multiplies by the Hessian in the outputs: dy = L″(y) ẏ of each sequence's own loss.
     *
     * @param y outputs (B, O)
     * @param yDot their tangent (B, O)
     * @param dy overwritten, (B, O)
     */
    void curvature(Batch batch, int t, Matrix y, Matrix yDot, Matrix dy, Kernels kernels);

    /** Returns the loss of that kind. */
    static Loss of(LossKind kind) {
        return switch (kind) {
            case SQUARED_ERROR -> new SquaredError();
            case SOFTMAX_CROSS_ENTROPY -> new SoftmaxCrossEntropy();
        };
    }
}

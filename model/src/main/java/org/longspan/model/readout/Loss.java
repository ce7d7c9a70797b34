package org.longspan.model.readout;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.task.Batch;
import org.longspan.task.LossKind;

/**
 * The loss of the outputs of a step. A sequence's own loss is the mean over its read-out steps; the loss of a batch is
 * the mean over its sequences. A sequence that is not read out at a step adds nothing to its loss there, and its
 * cotangents are zero. A NaN among the outputs makes the loss NaN.
 */
public interface Loss {

    /**
     * Scores step {@code t}.
     *
     * @param y outputs (B, O)
     * @param dy overwritten with the cotangent of each sequence's own loss, (B, O)
     * @param sums the loss of sequence b at this step is <b>added</b> to element b, not yet divided by the number of
     *     its read-out steps
     */
    void score(Batch batch, int t, Matrix y, Matrix dy, double[] sums, Kernels kernels);

    /**
     * {@link #score} without the cotangents.
     *
     * @param scratch overwritten with anything, (B, O)
     */
    void measure(Batch batch, int t, Matrix y, Matrix scratch, double[] sums, Kernels kernels);

    /**
     * Multiplies by the Hessian in the outputs: dy = L″(y) ẏ of each sequence's own loss.
     *
     * @param y outputs (B, O)
     * @param yDot their tangent (B, O)
     * @param dy overwritten, (B, O)
     */
    void curvature(Batch batch, int t, Matrix y, Matrix yDot, Matrix dy, Kernels kernels);

    /** Returns the loss of kind {@code kind}. */
    static Loss of(LossKind kind) {
        return switch (kind) {
            case SQUARED_ERROR -> new SquaredError();
            case SOFTMAX_CROSS_ENTROPY -> new SoftmaxCrossEntropy();
        };
    }
}

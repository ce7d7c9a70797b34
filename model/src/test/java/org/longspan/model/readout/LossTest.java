package org.longspan.model.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.longspan.model.ToyTask;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/** The two losses at one step. Their derivatives inside a network: {@link org.longspan.model.TaskObjectiveTest}. */
class LossTest {

    private static final Kernels KERNELS = PlainKernels.create();

    /** Room for three sequences of two steps; one is filled, and a test chooses its read-outs. */
    private static BatchBuffer batch(LossKind loss, int outputs) {
        ToyTask task = ToyTask.masked(2, 1, outputs, loss);
        BatchBuffer batch = new BatchBuffer(task.description(), 3);
        batch.fill(task, Split.TRAIN, 0, 6, 1); // sequence 6 is not read out by itself
        return batch;
    }

    private static Matrix three(float... first) {
        Matrix y = Matrix.zeros(3, first.length);
        System.arraycopy(first, 0, y.data(), 0, first.length);
        return y;
    }

    @Test
    void squaredErrorIsTheMeanOverOutputsWithoutAHalf() {
        BatchBuffer batch = batch(LossKind.SQUARED_ERROR, 2);
        batch.target(0, 0, 0, 1f);
        batch.target(0, 0, 1, 3f);
        Matrix dy = Matrix.zeros(3, 2);
        double[] sums = {10, 0, 0};
        new SquaredError().score(batch, 0, three(4f, 1f), dy, sums, KERNELS);

        assertThat(sums).containsExactly(10 + (9.0 + 4.0) / 2, 0, 0);
        assertThat(dy.data()).containsExactly(3f, -2f, 0f, 0f, 0f, 0f);
    }

    @Test
    void cotangentsAreDividedByTheReadOutStepsOfTheSequence() {
        BatchBuffer batch = batch(LossKind.SQUARED_ERROR, 1);
        batch.target(0, 0, 0, 0f);
        batch.target(1, 0, 0, 0f);
        Matrix dy = Matrix.zeros(3, 1);
        new SquaredError().score(batch, 0, three(5f), dy, new double[3], KERNELS);

        assertThat(dy.data()).containsExactly(5f, 0f, 0f);
    }

    @Test
    void equalOutputsLoseTheLogarithmOfTheirNumber() {
        BatchBuffer batch = batch(LossKind.SOFTMAX_CROSS_ENTROPY, 8);
        batch.target(1, 0, 3);
        double[] sums = new double[3];
        Matrix dy = Matrix.zeros(3, 8);
        new SoftmaxCrossEntropy().score(batch, 1, three(7f, 7f, 7f, 7f, 7f, 7f, 7f, 7f), dy, sums, KERNELS);

        assertThat(sums[0]).isCloseTo(StrictMath.log(8), within(1e-12));
        assertThat(dy.get(0, 3)).isEqualTo(1f / 8 - 1);
        assertThat(dy.get(0, 0)).isEqualTo(1f / 8);
        assertThat(sums[1]).isZero();
    }

    @Test
    void hugeOutputsOverflowNothing() {
        BatchBuffer batch = batch(LossKind.SOFTMAX_CROSS_ENTROPY, 3);
        batch.target(0, 0, 1);
        double[] sums = new double[3];
        Matrix dy = Matrix.zeros(3, 3);
        new SoftmaxCrossEntropy().score(batch, 0, three(1e30f, -1e30f, 0f), dy, sums, KERNELS);

        assertThat(sums[0]).isEqualTo(2.0 * 1e30f);
        assertThat(dy.data()).startsWith(1f, -1f, 0f);
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void measuringSumsWhatScoringSums(LossKind kind) {
        Loss loss = kind == LossKind.SQUARED_ERROR ? new SquaredError() : new SoftmaxCrossEntropy();
        for (int outputs : new int[] {2, 5, 10}) {
            ToyTask task = ToyTask.masked(5, 1, outputs, kind);
            BatchBuffer batch = new BatchBuffer(task.description(), 9);
            batch.fill(task, Split.TRAIN, 3, 0, 8); // sequence 6 is not read out, others at some steps
            double[] scored = new double[9];
            double[] measured = new double[9];
            RandomStream stream = new RandomStream(1);
            for (int t = 0; t < 5; t++) {
                Matrix y = Matrix.withRoom(9, outputs);
                for (int i = 0; i < 9 * outputs; i++) {
                    y.data()[i] = (float) stream.uniform(-3, 3);
                }
                y.set(1, 0, t == 2 ? Float.NaN : 0f);
                loss.score(batch, t, y, Matrix.zeros(9, outputs), scored, KERNELS);
                loss.measure(batch, t, y, Matrix.zeros(9, outputs), measured, KERNELS);
            }
            assertThat(measured).isEqualTo(scored);
            assertThat(measured[1]).isNaN();
            assertThat(measured[2]).isPositive();
            assertThat(measured[6]).isZero();
            assertThat(measured[8]).isZero();
        }
    }

    @Test
    void nanAndInfiniteOutputsMakeTheLossNotFinite() {
        BatchBuffer classes = batch(LossKind.SOFTMAX_CROSS_ENTROPY, 2);
        classes.target(0, 0, 1);
        BatchBuffer reals = batch(LossKind.SQUARED_ERROR, 2);
        reals.target(0, 0, 0, 0f);
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            double[] sums = new double[3];
            new SoftmaxCrossEntropy().score(classes, 0, three(bad, 0f), Matrix.zeros(3, 2), sums, KERNELS);
            assertThat(sums[0]).isNaN();
            assertThat(sums[1]).isZero();
            new SquaredError().score(reals, 0, three(bad, 0f), Matrix.zeros(3, 2), sums, KERNELS);
            assertThat(sums[0]).matches(v -> !Double.isFinite(v));
        }
    }

    @Test
    void softmaxCurvatureIsTheCovarianceOfTheClasses() {
        BatchBuffer batch = batch(LossKind.SOFTMAX_CROSS_ENTROPY, 2);
        batch.target(0, 0, 1);
        Matrix dy = Matrix.zeros(3, 2);
        Matrix y = three(0f, 0f);
        new SoftmaxCrossEntropy().curvature(batch, 0, y, three(1f, 0f), dy, KERNELS);

        assertThat(dy.data()).containsExactly(0.25f, -0.25f, 0f, 0f, 0f, 0f);
    }
}

package org.longspan.microbench.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.RNN;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import org.longspan.microbench.LossAt;
import org.longspan.microbench.TrainingCase;
import org.longspan.microbench.TrainingShape;
import org.longspan.numerics.Matrix;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * A training step in libtorch, from the weights and on the batch of a {@link TrainingCase}: torch's own fused
 * {@code lstm} or {@code rnn_tanh}, a linear read-out, the mean squared error, its backward pass, {@code
 * clip_grad_norm_} and gradient descent. Its second bias stays zero, as Longspan has but one.
 */
final class LibtorchTraining implements AutoCloseable {

    private static final double NORM_EPSILON = 1e-6; // as in torch.nn.utils.clip_grad_norm_

    private static final List<String> BLOCKS =
            List.of("layer0.input", "layer0.recurrent", "layer0.bias", "readout.weight", "readout.bias");

    private final boolean lstm;
    private final LossAt lossAt;
    private final double learningRate;
    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
    private final NDArray x; // (T, B, I)
    private final NDArray target; // (T, B, 1) or (B, 1)
    private final NDList initial; // h(0), for the LSTM also c(0): (1, B, H)
    private final NDList cell; // W_ih (G, I), W_hh (G, H), b_ih (G), b_hh (G)
    private final NDArray readOut; // (1, H)
    private final NDArray readOutBias; // (1)
    private final NDList trained; // in the order of BLOCKS
    private final NDArray one;

    /** Creates the network at the weights where {@code ours} stands, on its first batch. */
    LibtorchTraining(TrainingShape shape, LossAt lossAt, double learningRate, TrainingCase ours) {
        int batch = shape.sequences();
        this.lstm = shape.cell().equals("lstm");
        this.lossAt = lossAt;
        this.learningRate = learningRate;
        BatchBuffer data = new BatchBuffer(ours.task().description(), batch);
        data.fill(ours.task(), Split.TRAIN, ours.dataSeed(), 0, batch);
        float[] targets = ((Targets.Real) data.targets()).values();
        this.x = manager.create(data.inputs(), new Shape(shape.steps(), batch, shape.inputs()));
        NDArray all = manager.create(targets, new Shape(shape.steps(), batch, 1));
        this.target = lossAt == LossAt.LAST ? all.get(shape.steps() - 1) : all;
        this.initial = new NDList(manager.zeros(new Shape(1, batch, shape.hidden())));
        if (lstm) {
            initial.add(manager.zeros(new Shape(1, batch, shape.hidden())));
        }
        NDArray bias = vector(ours.theta().block("layer0.bias"));
        this.cell = new NDList(
                transposed(ours.theta().block("layer0.input")),
                transposed(ours.theta().block("layer0.recurrent")),
                bias,
                bias.zerosLike());
        this.readOut = transposed(ours.theta().block("readout.weight"));
        this.readOutBias = vector(ours.theta().block("readout.bias"));
        this.trained = new NDList(cell.get(0), cell.get(1), cell.get(2), readOut, readOutBias);
        this.one = manager.create(1f);
        for (NDArray weights : trained) {
            weights.setRequiresGradient(true);
        }
    }

    private NDArray vector(Matrix row) {
        float[] values = new float[row.columns()];
        for (int j = 0; j < values.length; j++) {
            values[j] = row.get(0, j);
        }
        return manager.create(values);
    }

    private NDArray transposed(Matrix matrix) {
        float[] values = new float[matrix.columns() * matrix.rows()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                values[j * matrix.rows() + i] = matrix.get(i, j);
            }
        }
        return manager.create(values, new Shape(matrix.columns(), matrix.rows()));
    }

    /** Makes one step and returns its loss. */
    float step() {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            JniUtils.setGradMode(true);
            NDArray loss = loss();
            JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
            JniUtils.setGradMode(false);
            descend(clipFactor());
            return loss.getFloat();
        }
    }

    /** Returns how a block of θ stands now, row by row as in Longspan. */
    float[] block(String name) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray weights = trained.get(BLOCKS.indexOf(name)).stopGradient();
            return (weights.getShape().dimension() == 2 ? weights.transpose() : weights).toFloatArray();
        }
    }

    private NDArray loss() {
        NDList outputs = lstm
                ? x.getNDArrayInternal().lstm(x, initial, cell, true, 1, 0, true, false, false)
                : x.getNDArrayInternal()
                        .rnn(x, initial.get(0), cell, true, 1, RNN.Activation.TANH, 0, true, false, false);
        NDArray h = outputs.get(0);
        NDArray read = lossAt == LossAt.LAST ? h.get(h.getShape().get(0) - 1) : h;
        NDArray y = Linear.linear(read, readOut, readOutBias).singletonOrThrow();
        return y.sub(target).square().mean();
    }

    private NDArray clipFactor() {
        NDList norms = new NDList();
        for (NDArray weights : trained) {
            norms.add(weights.getGradient().norm());
        }
        NDArray norm = NDArrays.stack(norms).norm();
        return norm.add(NORM_EPSILON).pow(-1).mul(TrainingCase.THRESHOLD).minimum(1);
    }

    private void descend(NDArray clipFactor) {
        for (NDArray weights : trained) {
            NDArray gradient = weights.getGradient();
            gradient.muli(clipFactor);
            weights.subi(gradient.mul(learningRate));
            JniUtils.zeroGrad((PtNDArray) weights);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}

package org.longspan.microbench.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.RNN;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.longspan.microbench.LossAt;
import org.longspan.microbench.TrainingCase;
import org.longspan.microbench.TrainingShape;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * A training step in libtorch, from the weights and on the batch of a {@link TrainingCase}: torch's own fused {@code
 * lstm}, {@code gru} or {@code rnn_tanh}, a linear read-out, the mean squared error, its backward pass, {@code
 * clip_grad_norm_} and gradient descent. Where Longspan has one bias, torch's second bias stays zero; only the part of
 * a GRU behind the reset gate has two.
 */
final class LibtorchTraining implements AutoCloseable {

    private static final double NORM_EPSILON = 1e-6; // as in torch.nn.utils.clip_grad_norm_

    private static final String LAYER = "layer0.";

    private final String cellName;
    private final LossAt lossAt;
    private final double learningRate;
    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
    private final NDArray x; // (T, B, I)
    private final NDArray target; // (T, B, 1) or (B, 1)
    private final NDList initial; // h(0), for the LSTM also c(0): (1, B, H)
    private final NDArray inputWeights; // W_ih (G, I)
    private final NDArray recurrentWeights; // W_hh (G, H)
    private final NDArray bias; // b_ih (G)
    private final NDArray zeroBias; // the first of b_hh (G), or all of it
    private final NDArray resetBias; // the rest of it, or null
    private final NDArray readOut; // (1, H)
    private final NDArray readOutBias; // (1)
    private final NDList trained = new NDList();
    private final Map<String, Rows> blocks = new LinkedHashMap<>();
    private final NDArray one;

    /** The place of a block of ours in a transposed tensor of torch. */
    private record Rows(int trained, int begin, int end) {}

    /** Creates the network with the current weights of {@code ours}, on its first batch. */
    LibtorchTraining(TrainingShape shape, LossAt lossAt, double learningRate, TrainingCase ours) {
        int batch = shape.sequences();
        Parameters theta = ours.theta();
        this.cellName = shape.cell();
        this.lossAt = lossAt;
        this.learningRate = learningRate;
        BatchBuffer data = new BatchBuffer(ours.task().description(), batch);
        data.fill(ours.task(), Split.TRAIN, ours.dataSeed(), 0, batch);
        float[] targets = ((Targets.Real) data.targets()).values();
        this.x = manager.create(data.inputs(), new Shape(shape.steps(), batch, shape.inputs()));
        NDArray all = manager.create(targets, new Shape(shape.steps(), batch, 1));
        this.target = lossAt == LossAt.LAST ? all.get(shape.steps() - 1) : all;
        this.initial = new NDList(manager.zeros(new Shape(1, batch, shape.hidden())));
        if (cellName.equals("lstm")) {
            initial.add(manager.zeros(new Shape(1, batch, shape.hidden())));
        }
        if (cellName.equals("gru")) {
            this.inputWeights = train(theta, true, LAYER + "gates.input", LAYER + "candidate.input");
            this.recurrentWeights = train(theta, true, LAYER + "gates.recurrent", LAYER + "candidate.recurrent");
            this.bias = train(theta, false, LAYER + "gates.bias", LAYER + "candidate.bias");
            this.zeroBias = manager.zeros(new Shape(2L * shape.hidden()));
            this.resetBias = train(theta, false, LAYER + "candidate.reset-bias");
        } else {
            this.inputWeights = train(theta, true, LAYER + "input");
            this.recurrentWeights = train(theta, true, LAYER + "recurrent");
            this.bias = train(theta, false, LAYER + "bias");
            this.zeroBias = bias.zerosLike();
            this.resetBias = null;
        }
        this.readOut = train(theta, true, "readout.weight");
        this.readOutBias = train(theta, false, "readout.bias");
        this.one = manager.create(1f);
        for (NDArray weights : trained) {
            weights.setRequiresGradient(true);
        }
    }

    /** Returns the named blocks as trainable weights, transposed and stacked; a matrix or a vector. */
    private NDArray train(Parameters theta, boolean matrix, String... names) {
        int size = 0;
        for (String name : names) {
            size += theta.layout().block(name).size();
        }
        FloatBuffer values = FloatBuffer.allocate(size);
        int rows = 0;
        for (String name : names) {
            Matrix block = theta.block(name);
            blocks.put(name, new Rows(trained.size(), rows, rows + block.columns()));
            rows += block.columns();
            for (int j = 0; j < block.columns(); j++) {
                for (int i = 0; i < block.rows(); i++) {
                    values.put(block.get(i, j));
                }
            }
        }
        NDArray weights = manager.create(values.array(), matrix ? new Shape(rows, size / rows) : new Shape(rows));
        trained.add(weights);
        return weights;
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

    /** Returns the current values of a block of θ, row by row as in Longspan. */
    float[] block(String name) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Rows rows = blocks.get(name);
            NDArray weights = trained.get(rows.trained()).stopGradient().get(rows.begin() + ":" + rows.end());
            return (weights.getShape().dimension() == 2 ? weights.transpose() : weights).toFloatArray();
        }
    }

    private NDArray loss() {
        NDArray secondBias = resetBias == null ? zeroBias : zeroBias.concat(resetBias);
        NDList cell = new NDList(inputWeights, recurrentWeights, bias, secondBias);
        NDArrayEx torch = x.getNDArrayInternal();
        NDList outputs = switch (cellName) {
            case "lstm" -> torch.lstm(x, initial, cell, true, 1, 0, true, false, false);
            case "gru" -> torch.gru(x, initial.get(0), cell, true, 1, 0, true, false, false);
            case "relu-rnn" -> torch.rnn(x, initial.get(0), cell, true, 1, RNN.Activation.RELU, 0, true, false, false);
            case "tanh-rnn" -> torch.rnn(x, initial.get(0), cell, true, 1, RNN.Activation.TANH, 0, true, false, false);
            default -> throw new IllegalStateException("libtorch has no cell " + cellName);
        };
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

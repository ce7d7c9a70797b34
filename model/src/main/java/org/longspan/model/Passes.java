package org.longspan.model;

import java.util.Arrays;
import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.model.readout.Loss;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.ExampleWeight;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.task.Batch;

/**
 * The passes of a network over a batch: forward, backward and tangent, through all layers and steps. Activations and
 * signals stay in the buffers of a workspace. All results over sequences are sums; the caller divides.
 */
final class Passes {

    private final Workspace workspace;
    private final Buffers buffers;
    private final RecurrentRun[] runs; // L
    private final LinearReadOut.Run readOut;
    private final Loss loss;
    private final Kernels kernels;
    private final StructuralDamping damping;
    private final int steps;

    Passes(Network network, Workspace workspace) {
        this.workspace = workspace;
        this.buffers = workspace.buffers();
        this.runs = buffers.runs;
        this.readOut = buffers.readOut;
        this.loss = network.loss();
        this.kernels = network.kernels();
        this.damping = new StructuralDamping(network, workspace.capacity());
        this.steps = network.task().steps();
    }

    /** Derives matrices from θ, such as packed weights, once for every θ. */
    void prepare(Parameters theta) {
        for (RecurrentRun run : runs) {
            run.prepare(theta);
        }
        readOut.prepare(theta);
    }

    /** Runs all layers over all steps. */
    void forward(Parameters theta, Batch batch) {
        Matrix below = buffers.inputs(batch);
        for (RecurrentRun run : runs) {
            run.forward(theta, below);
            below = run.outputs();
        }
    }

    /**
     * Computes the outputs of the steps that are read out and the cotangents of each sequence's own loss, and returns
     * the sum of the sequences' losses.
     */
    double score(Batch batch) {
        readOut(batch);
        double[] losses = buffers.losses;
        Arrays.fill(losses, 0);
        for (int t = 0; t < steps; t++) {
            if (batch.readOuts(t) > 0) {
                loss.score(batch, t, buffers.yAt[t], buffers.dyAt[t], losses, kernels);
            } else {
                buffers.dyAt[t].fill(0f);
            }
        }
        return sumOfLosses(batch);
    }

    /** {@link #score} without cotangents: their buffer is overwritten with anything. */
    double measure(Batch batch) {
        readOut(batch);
        double[] losses = buffers.losses;
        Arrays.fill(losses, 0);
        for (int t = 0; t < steps; t++) {
            if (batch.readOuts(t) > 0) {
                loss.measure(batch, t, buffers.yAt[t], buffers.dyAt[t], losses, kernels);
            }
        }
        return sumOfLosses(batch);
    }

    /** Computes the outputs, of all steps in one product where all are read out. */
    private void readOut(Batch batch) {
        if (readsOutEveryStep(batch)) {
            readOut.forward(buffers.h, buffers.y);
            return;
        }
        for (int t = 0; t < steps; t++) {
            if (batch.readOuts(t) > 0) {
                readOut.forward(buffers.hAt[t], buffers.yAt[t]);
            }
        }
    }

    private boolean readsOutEveryStep(Batch batch) {
        for (int t = 0; t < steps; t++) {
            if (batch.readOuts(t) == 0) {
                return false;
            }
        }
        return true;
    }

    private double sumOfLosses(Batch batch) {
        double[] losses = buffers.losses;
        double sum = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            losses[b] = batch.readOutsOf(b) == 0 ? 0 : losses[b] / batch.readOutsOf(b);
            sum += losses[b];
        }
        return sum;
    }

    /**
     * Back-propagates the cotangents of the outputs through all layers and steps.
     *
     * @param damped the matrix of a product whose structural damping is added; null for none
     */
    void backward(Parameters theta, Batch batch, SignalTransform perStep, Curvature.GaussNewton damped) {
        Matrix[] dh = buffers.dh;
        int top = runs.length - 1;
        dh[top].fill(0f);
        readOutBackward(batch);
        boolean damps = damped != null && damped.hiddenDamping() != 0;
        if (damps) {
            damping.begin(batch);
        }
        for (int l = top; l >= 0; l--) {
            if (damps) {
                damping.add(l, damped, runs[l].outputs(), workspace.tangents().hDot[l], dh[l]);
            }
            runs[l].backward(theta, dh[l], l == 0 ? null : dh[l - 1], perStep);
        }
    }

    private void readOutBackward(Batch batch) {
        if (readsOutEveryStep(batch)) {
            readOut.backward(buffers.dy, buffers.dh[runs.length - 1]);
            return;
        }
        for (int t = 0; t < steps; t++) {
            if (batch.readOuts(t) > 0) {
                readOut.backward(buffers.dyAt[t], buffers.dhAt[t]);
            }
        }
    }

    /**
     * Adds the weight gradient of the last {@link #backward}.
     *
     * @param weights a factor for each sequence, or null for 1; factors overwrite the cotangents of the outputs
     */
    void accumulate(Batch batch, float[] weights, Parameters gradient) {
        for (RecurrentRun run : runs) {
            run.accumulate(weights, gradient);
        }
        readOut.beginToAccumulate(gradient);
        if (weights == null && readsOutEveryStep(batch)) {
            readOut.accumulate(buffers.h, buffers.dy, gradient);
        } else {
            accumulateReadOut(batch, weights, gradient);
        }
        readOut.endToAccumulate(gradient);
    }

    private void accumulateReadOut(Batch batch, float[] weights, Parameters gradient) {
        for (int t = 0; t < steps; t++) {
            if (batch.readOuts(t) > 0) {
                Matrix dy = buffers.dyAt[t];
                if (weights != null) {
                    dy.copyScaledRows(dy, weights);
                    kernels.elementwise().flush(dy);
                }
                readOut.accumulate(buffers.hAt[t], dy, gradient);
            }
        }
    }

    /**
     * Returns the norm of each sequence's own weight gradient of the last {@link #backward}, valid until the next call.
     */
    double[] exampleNorms(Batch batch) {
        Parameters single = workspace.single();
        for (int b = 0; b < batch.sequences(); b++) {
            single.zero();
            for (RecurrentRun run : runs) {
                run.accumulateSequence(b, single);
            }
            readOut.beginToAccumulate(single);
            readOut.accumulate(buffers.hOf[b], buffers.dyOf[b], single);
            readOut.endToAccumulate(single);
            buffers.norms[b] = Math.sqrt(kernels.reductions().sumOfSquares(single.data(), 0, single.size()));
        }
        return buffers.norms;
    }

    /** Returns the weights that {@code rule} gives to the sequences' {@link #exampleNorms}, or null if all are 1. */
    float[] exampleWeights(Batch batch, ExampleWeight rule) {
        double[] norms = exampleNorms(batch);
        float[] weights = buffers.weights;
        boolean all = true;
        Arrays.fill(weights, 1f);
        for (int b = 0; b < batch.sequences(); b++) {
            weights[b] = (float) rule.weight(norms[b]);
            all &= weights[b] == 1f;
        }
        return all ? null : weights;
    }

    /** Pushes a tangent of θ through all layers and steps. */
    void tangent(Parameters theta, Parameters thetaDot) {
        Matrix[] hDot = workspace.tangents().hDot;
        for (int l = 0; l < runs.length; l++) {
            runs[l].tangent(theta, thetaDot, l == 0 ? null : hDot[l - 1], hDot[l]);
        }
    }

    /**
     * Tangent of {@link #score}, times the Hessian of the loss in the outputs.
     *
     * @param outAt overwritten with L″ ẏ, T of (B, O); the cotangents themselves for a Gauss-Newton product
     */
    void curvature(Parameters thetaDot, Batch batch, Matrix[] outAt) {
        TangentBuffers tangents = workspace.tangents();
        readOut.prepareTangent(thetaDot);
        for (int t = 0; t < steps; t++) {
            if (batch.readOuts(t) > 0) {
                readOut.tangent(thetaDot, buffers.hAt[t], tangents.hDotAt[t], tangents.yDot);
                loss.curvature(batch, t, buffers.yAt[t], tangents.yDot, outAt[t], kernels);
            }
        }
    }

    /** Copies the hidden outputs of all layers to the buffers of tangents. */
    void keepHidden() {
        for (int l = 0; l < runs.length; l++) {
            workspace.tangents().hDot[l].copyFrom(runs[l].outputs());
        }
    }

    /**
     * Returns Σ ½ ‖h - h'‖² over layers, sequences and their steps, between the hidden outputs and the kept ones.
     */
    double hiddenDivergence(Batch batch) {
        double sum = 0;
        damping.begin(batch);
        for (int l = 0; l < runs.length; l++) {
            Matrix h = runs[l].outputs();
            Matrix kept = workspace.tangents().hDot[l];
            for (int row = 0; row < h.rows(); row++) {
                if (damping.covers(row)) {
                    for (int j = 0; j < h.columns(); j++) {
                        double difference = (double) h.get(row, j) - kept.get(row, j);
                        sum += difference * difference / 2;
                    }
                }
            }
        }
        return sum;
    }
}

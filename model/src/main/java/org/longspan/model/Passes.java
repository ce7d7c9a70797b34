package org.longspan.model;

import java.util.Arrays;
import org.longspan.model.cell.PreActivations;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.ExampleWeight;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.task.Batch;

/**
 * The passes of a network over the batch that lies in its workspace. Forward, back and tangent stand under each
 * other; all sums over sequences are sums, the caller divides.
 */
final class Passes {

    private final Network network;
    private final Workspace workspace;
    private final Kernels kernels;
    private final int layers;

    Passes(Network network, Workspace workspace) {
        this.network = network;
        this.workspace = workspace;
        this.kernels = network.kernels();
        this.layers = network.layers();
    }

    /** Derives from θ what the passes need of it, once for every θ. */
    void prepare(Parameters theta) {
        for (int l = 0; l < layers; l++) {
            network.cell(l).prepare(theta, workspace.tapes[l], kernels);
        }
        network.readOut().prepare(theta, workspace.readOut);
    }

    /** Runs all layers over all steps. */
    void forward(Parameters theta) {
        Matrix below = workspace.x;
        for (int l = 0; l < layers; l++) {
            network.cell(l).forward(theta, below, workspace.tapes[l], kernels);
            below = workspace.tapes[l].outputs();
        }
    }

    /**
     * Reads out the steps that are asked for, leaves the cotangents of each sequence's own loss with the outputs, and
     * returns the sum of the sequences' losses.
     */
    double score(Parameters theta) {
        Batch batch = workspace.batch;
        double[] losses = workspace.losses;
        Arrays.fill(losses, 0);
        for (int t = 0; t < workspace.yAt.length; t++) {
            if (batch.readOuts(t) > 0) {
                network.readOut().forward(theta, workspace.hAt[t], workspace.yAt[t], workspace.readOut, kernels);
                network.loss().score(batch, t, workspace.yAt[t], workspace.dyAt[t], losses, kernels);
            } else {
                workspace.dyAt[t].fill(0f);
            }
        }
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
     * @param hiddenDamping λμ: this times the hidden tangents is added to the cotangents of all hidden outputs, which
     *     makes JᵀJ of the hidden outputs part of a curvature product; 0 for none
     */
    void backward(Parameters theta, SignalTransform perStep, float hiddenDamping) {
        Batch batch = workspace.batch;
        Matrix[] dh = workspace.dh;
        dh[layers - 1].fill(0f);
        for (int t = 0; t < workspace.dyAt.length; t++) {
            if (batch.readOuts(t) > 0) {
                network.readOut().backward(workspace.dyAt[t], workspace.dhAt[t], workspace.readOut, kernels);
            }
        }
        for (int l = layers - 1; l >= 0; l--) {
            if (hiddenDamping != 0) {
                damp(l, hiddenDamping);
            }
            Matrix below = l == 0 ? null : dh[l - 1];
            network.cell(l).backward(theta, dh[l], below, perStep, workspace.tapes[l], kernels);
        }
    }

    private void damp(int layer, float hiddenDamping) {
        Matrix hDot = workspace.tangents().hDot[layer];
        Matrix dh = workspace.dh[layer];
        for (int row = 0; row < dh.rows(); row++) {
            if (row % workspace.capacity() < workspace.batch.sequences()) {
                for (int j = 0; j < dh.columns(); j++) {
                    dh.set(row, j, Math.fma(hiddenDamping, hDot.get(row, j), dh.get(row, j)));
                }
            }
        }
    }

    /**
     * Adds the weight gradient of the last {@link #backward}.
     *
     * @param weights a factor for each sequence, or null for 1; with it the cotangents of the outputs are spent
     */
    void accumulate(float[] weights, Parameters gradient) {
        for (int l = 0; l < layers; l++) {
            network.cell(l).accumulate(weights, workspace.tapes[l], gradient, kernels);
        }
        LinearReadOut readOut = network.readOut();
        readOut.beginToAccumulate(gradient, workspace.readOut);
        for (int t = 0; t < workspace.dyAt.length; t++) {
            if (workspace.batch.readOuts(t) > 0) {
                Matrix dy = workspace.dyAt[t];
                if (weights != null) {
                    PreActivations.weigh(dy, weights, dy, kernels);
                }
                readOut.accumulate(workspace.hAt[t], dy, gradient, workspace.readOut, kernels);
            }
        }
        readOut.endToAccumulate(gradient, workspace.readOut);
    }

    /** Leaves the norm of each sequence's own weight gradient of the last {@link #backward} in the workspace. */
    void exampleNorms() {
        Parameters single = workspace.single();
        LinearReadOut readOut = network.readOut();
        for (int b = 0; b < workspace.batch.sequences(); b++) {
            single.zero();
            for (int l = 0; l < layers; l++) {
                network.cell(l).accumulateSequence(b, workspace.tapes[l], single, kernels);
            }
            readOut.beginToAccumulate(single, workspace.readOut);
            readOut.accumulate(workspace.hOf[b], workspace.dyOf[b], single, workspace.readOut, kernels);
            readOut.endToAccumulate(single, workspace.readOut);
            workspace.norms[b] = Math.sqrt(kernels.sumOfSquares(single.data(), 0, single.size()));
        }
    }

    /** Returns the weights that {@code rule} gives the sequences by their norms, or null if all are 1. */
    float[] weights(ExampleWeight rule) {
        float[] weights = workspace.weights;
        boolean all = true;
        Arrays.fill(weights, 1f);
        for (int b = 0; b < workspace.batch.sequences(); b++) {
            weights[b] = (float) rule.weight(workspace.norms[b]);
            all &= weights[b] == 1f;
        }
        return all ? null : weights;
    }

    /** Pushes a tangent of θ through all layers and steps. */
    void tangent(Parameters theta, Parameters thetaDot) {
        Matrix[] hDot = workspace.tangents().hDot;
        for (int l = 0; l < layers; l++) {
            Matrix belowDot = l == 0 ? null : hDot[l - 1];
            network.cell(l).tangent(theta, thetaDot, belowDot, hDot[l], workspace.tapes[l], kernels);
        }
    }

    /**
     * Tangent of {@link #score}, times the Hessian of the loss in the outputs.
     *
     * @param outAt where L″ ẏ goes, T of (B, O); the cotangents themselves for a Gauss-Newton product
     */
    void curvature(Parameters thetaDot, Matrix[] outAt) {
        Workspace.Tangents tangents = workspace.tangents();
        network.readOut().prepareTangent(thetaDot, workspace.readOut);
        for (int t = 0; t < workspace.yAt.length; t++) {
            if (workspace.batch.readOuts(t) > 0) {
                Matrix yDot = tangents.yDot;
                network.readOut()
                        .tangent(thetaDot, workspace.hAt[t], tangents.hDotAt[t], yDot, workspace.readOut, kernels);
                network.loss().curvature(workspace.batch, t, workspace.yAt[t], yDot, outAt[t], kernels);
            }
        }
    }

    /** Sets the hidden outputs of all layers aside, where the tangents go. */
    void keepHidden() {
        for (int l = 0; l < layers; l++) {
            workspace.tangents().hDot[l].copyFrom(workspace.tapes[l].outputs());
        }
    }

    /** Returns Σ ½ ‖h - h'‖² over layers, steps and sequences, between the hidden outputs and those set aside. */
    double hiddenDivergence() {
        double sum = 0;
        for (int l = 0; l < layers; l++) {
            Matrix h = workspace.tapes[l].outputs();
            Matrix kept = workspace.tangents().hDot[l];
            for (int row = 0; row < h.rows(); row++) {
                if (row % workspace.capacity() < workspace.batch.sequences()) {
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

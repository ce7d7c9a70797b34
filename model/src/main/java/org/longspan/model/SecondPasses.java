package org.longspan.model;

import org.longspan.model.cell.SecondOrderCell;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * The tangents of the passes of a network, its backward pass among them: what a product with the Hessian needs beside
 * {@link Passes}, in whose places activations and signals lie. Each stands for one method there, in the same order.
 */
final class SecondPasses {

    private final Network network;
    private final Workspace workspace;
    private final Kernels kernels;
    private final int layers;

    SecondPasses(Network network, Workspace workspace) {
        this.network = network;
        this.workspace = workspace;
        this.kernels = network.kernels();
        this.layers = network.layers();
    }

    /** {@link Passes#tangent}, and what it leaves for the tangents of the way back. */
    void tangent(Parameters theta, Parameters thetaDot) {
        Matrix[] hDot = workspace.tangents().hDot;
        SecondOrderCell.TangentTape[] tapes = workspace.secondTangents().tapes;
        for (int l = 0; l < layers; l++) {
            Matrix belowDot = l == 0 ? null : hDot[l - 1];
            network.secondOrderCell(l).tangent(theta, thetaDot, belowDot, hDot[l], tapes[l], kernels);
        }
        network.readOut().prepareBackwardTangent(thetaDot, workspace.readOut);
    }

    /** Tangent of {@link Passes#backward}, from the tangents L″ ẏ of the cotangents of the outputs. */
    void backward(Parameters theta) {
        Workspace.SecondTangents second = workspace.secondTangents();
        Matrix[] dhDot = second.dhDot;
        dhDot[layers - 1].fill(0f);
        for (int t = 0; t < second.dyDotAt.length; t++) {
            if (workspace.batch.readOuts(t) > 0) {
                network.readOut()
                        .backwardTangent(
                                workspace.dyAt[t], second.dyDotAt[t], second.dhDotAt[t], workspace.readOut, kernels);
            }
        }
        for (int l = layers - 1; l >= 0; l--) {
            Matrix belowDot = l == 0 ? null : dhDot[l - 1];
            network.secondOrderCell(l)
                    .backwardTangent(theta, workspace.dh[l], dhDot[l], belowDot, second.tapes[l], kernels);
        }
    }

    /** Tangent of {@link Passes#accumulate}: <b>adds</b> the product with the Hessian. */
    void accumulate(Parameters product) {
        Workspace.SecondTangents second = workspace.secondTangents();
        for (int l = 0; l < layers; l++) {
            network.secondOrderCell(l).accumulateTangent(second.tapes[l], product, kernels);
        }
        Matrix[] hDotAt = workspace.tangents().hDotAt;
        LinearReadOut readOut = network.readOut();
        readOut.beginToAccumulate(product, workspace.readOut);
        for (int t = 0; t < second.dyDotAt.length; t++) {
            if (workspace.batch.readOuts(t) > 0) {
                readOut.accumulate(workspace.hAt[t], second.dyDotAt[t], product, workspace.readOut, kernels);
                readOut.accumulateFromTangent(hDotAt[t], workspace.dyAt[t], workspace.readOut, kernels);
            }
        }
        readOut.endToAccumulate(product, workspace.readOut);
    }
}

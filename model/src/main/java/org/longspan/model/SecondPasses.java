package org.longspan.model;

import org.longspan.model.cell.RunTangents;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.task.Batch;

/**
 * The tangents of the passes of a network, of its backward pass too, as a product with the Hessian needs them. They
 * read the activations and signals that {@link Passes} left; each method is the tangent of the method of that name
 * there.
 */
final class SecondPasses {

    private final Workspace workspace;
    private final Buffers buffers;
    private final LinearReadOut.Run readOut;

    SecondPasses(Workspace workspace) {
        this.workspace = workspace;
        this.buffers = workspace.buffers();
        this.readOut = buffers.readOut;
    }

    /** Does what {@link Passes#tangent} does, and keeps what the tangent of the backward pass needs. */
    void tangent(Parameters theta, Parameters thetaDot) {
        Matrix[] hDot = workspace.tangents().hDot;
        RunTangents[] runs = workspace.secondTangents().runs;
        for (int l = 0; l < runs.length; l++) {
            runs[l].tangent(theta, thetaDot, l == 0 ? null : hDot[l - 1], hDot[l]);
        }
        readOut.prepareBackwardTangent(thetaDot);
    }

    /** Tangent of {@link Passes#backward}, from the tangents L″ ẏ of the cotangents of the outputs. */
    void backward(Parameters theta, Batch batch) {
        SecondTangentBuffers second = workspace.secondTangents();
        Matrix[] dhDot = second.dhDot;
        int top = dhDot.length - 1;
        dhDot[top].fill(0f);
        for (int t = 0; t < second.dyDotAt.length; t++) {
            if (batch.readOuts(t) > 0) {
                readOut.backwardTangent(buffers.dyAt[t], second.dyDotAt[t], second.dhDotAt[t]);
            }
        }
        for (int l = top; l >= 0; l--) {
            second.runs[l].backward(theta, buffers.dh[l], dhDot[l], l == 0 ? null : dhDot[l - 1]);
        }
    }

    /** Tangent of {@link Passes#accumulate}: <b>adds</b> the product with the Hessian. */
    void accumulate(Batch batch, Parameters product) {
        SecondTangentBuffers second = workspace.secondTangents();
        Matrix[] hDotAt = workspace.tangents().hDotAt;
        for (RunTangents run : second.runs) {
            run.accumulate(product);
        }
        readOut.beginToAccumulate(product);
        for (int t = 0; t < second.dyDotAt.length; t++) {
            if (batch.readOuts(t) > 0) {
                readOut.accumulate(buffers.hAt[t], second.dyDotAt[t], product);
                readOut.accumulateFromTangent(hDotAt[t], buffers.dyAt[t]);
            }
        }
        readOut.endToAccumulate(product);
    }
}

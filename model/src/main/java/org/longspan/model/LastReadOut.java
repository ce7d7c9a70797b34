package org.longspan.model;

import java.util.Arrays;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.model.readout.Loss;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.task.Batch;

/** The loss ℓ of each sequence at its last read-out, step τ, and its derivatives in h(τ) of the top layer. */
final class LastReadOut {

    private final Loss loss;
    private final Kernels kernels;
    private final LinearReadOut.Run readOut;
    private final int[] stepOf; // (B), τ from 1 on, 0 for a sequence that is not read out
    private final double[] losses; // (B)
    private final double[] sums; // (B), of one step
    private final float[] counts; // (B), read-outs of a sequence, by whose number Loss divides
    private final Matrix now; // (B, O), of one step
    private final Matrix y; // (B, O)
    private final Matrix dy; // (B, O), ∂ℓ/∂y(τ)
    private final Matrix hDot; // (B, H)
    private final Matrix yDot; // (B, O)
    private final Matrix dyDot; // (B, O), ℓ″ ẏ(τ)

    LastReadOut(Network network, LinearReadOut.Run readOut, int sequences) {
        int outputs = network.task().outputs();
        this.loss = network.loss();
        this.kernels = network.kernels();
        this.readOut = readOut;
        this.stepOf = new int[sequences];
        this.losses = new double[sequences];
        this.sums = new double[sequences];
        this.counts = new float[sequences];
        this.now = Matrix.withRoom(sequences, outputs);
        this.y = Matrix.withRoom(sequences, outputs);
        this.dy = Matrix.withRoom(sequences, outputs);
        this.hDot = Matrix.zeros(sequences, network.architecture().hidden());
        this.yDot = Matrix.withRoom(sequences, outputs);
        this.dyDot = Matrix.withRoom(sequences, outputs);
    }

    int stepOf(int b) {
        return stepOf[b];
    }

    double lossOf(int b) {
        return losses[b];
    }

    /** Finds the last read-out of every sequence. */
    void begin(Batch batch) {
        Arrays.fill(losses, 0);
        y.fill(0f);
        dy.fill(0f);
        for (int b = 0; b < stepOf.length; b++) {
            stepOf[b] = 0;
            counts[b] = b < batch.sequences() ? batch.readOutsOf(b) : 0;
            for (int t = 0; counts[b] > 0 && t < batch.steps(); t++) {
                stepOf[b] = batch.isReadOut(t, b) ? t + 1 : stepOf[b];
            }
        }
    }

    private boolean isLast(int state) {
        for (int step : stepOf) {
            if (step == state) {
                return true;
            }
        }
        return false;
    }

    /** Scores the sequences that are read out for the last time at step {@code t}, counted from 0. */
    void forward(Batch batch, int t, Matrix h) {
        if (!isLast(t + 1)) {
            return;
        }
        Arrays.fill(sums, 0);
        readOut.forward(h, now);
        takeRows(t + 1, now, y);
        loss.score(batch, t, y, now, sums, kernels);
        takeRows(t + 1, now, dy);
        for (int b = 0; b < sums.length; b++) {
            losses[b] = stepOf[b] == t + 1 ? sums[b] : losses[b];
        }
    }

    private void takeRows(int state, Matrix from, Matrix to) {
        for (int b = 0; b < stepOf.length; b++) {
            if (stepOf[b] == state) {
                System.arraycopy(from.data(), from.row(b), to.data(), to.row(b), to.columns());
            }
        }
    }

    /** Returns ∂ℓ/∂h(τ) of the top layer, (B, H). */
    Matrix cotangents() {
        return toHidden(dy);
    }

    /** Multiplies by Vᵀ, and by the number by which {@link Loss} divides, so that ℓ is the loss of one read-out. */
    private Matrix toHidden(Matrix cotangents) {
        Matrix own = Matrix.withRoom(cotangents.rows(), cotangents.columns());
        Matrix dh = Matrix.zeros(hDot.rows(), hDot.columns());
        own.copyScaledRows(cotangents, counts);
        kernels.elementwise().flush(own);
        readOut.backward(own, dh);
        kernels.elementwise().flush(dh);
        return dh;
    }

    /** Forgets all tangents. */
    void beginTangent() {
        hDot.fill(0f);
    }

    /** Takes the tangent of h(τ) of the sequences whose τ is {@code state}. */
    void tangent(int state, Matrix topDot) {
        takeRows(state, topDot, hDot);
    }

    /** Computes ẏ(τ) and ℓ″ ẏ(τ) from the tangents that were taken. */
    void endTangent(Batch batch) {
        yDot.fill(0f);
        dyDot.fill(0f);
        readOut.addTangent(hDot, yDot);
        for (int t = 0; t < batch.steps(); t++) {
            if (isLast(t + 1)) {
                loss.curvature(batch, t, y, yDot, now, kernels);
                takeRows(t + 1, now, dyDot);
            }
        }
    }

    /** Returns the tangent of {@link #cotangents} in the direction of the last tangent, (B, H). */
    Matrix cotangentsDot() {
        return toHidden(dyDot);
    }

    /** Returns ẏ(τ)ᵀ ℓ″ ẏ(τ) of each sequence. */
    double[] forms() {
        double[] forms = new double[stepOf.length];
        for (int b = 0; b < forms.length; b++) {
            for (int o = 0; o < yDot.columns(); o++) {
                forms[b] += (double) counts[b] * yDot.get(b, o) * dyDot.get(b, o);
            }
        }
        return forms;
    }
}

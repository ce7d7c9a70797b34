package org.longspan.model;

import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.cell.Unrolling;
import org.longspan.model.readout.LinearReadOut;
import org.longspan.numerics.Matrix;
import org.longspan.task.Batch;

/** The runs of all layers, the read-out, and the buffers between them, for passes over B sequences. */
final class Buffers {

    final RecurrentRun[] runs; // L
    final LinearReadOut.Run readOut;
    final Matrix[] dh; // L of (T·B, H)
    final Matrix h; // (T·B, H), top layer
    final Matrix y; // (T·B, O)
    final Matrix dy; // (T·B, O)
    final Matrix[] hAt; // T of (B, H), top layer
    final Matrix[] dhAt; // T of (B, H), top layer
    final Matrix[] yAt; // T of (B, O)
    final Matrix[] dyAt; // T of (B, O)
    final Matrix[] hOf; // B of (T, H), top layer
    final Matrix[] dyOf; // B of (T, O)
    final double[] losses; // (B)
    final double[] norms; // (B)
    final float[] weights; // (B)

    private Matrix x; // (T·B, I), a view of the last batch

    Buffers(Network network, int capacity) {
        int steps = network.task().steps();
        int rows = steps * capacity;
        int outputs = network.task().outputs();
        this.runs = new RecurrentRun[network.layers()];
        this.dh = new Matrix[runs.length];
        for (int l = 0; l < runs.length; l++) {
            runs[l] = network.cell(l).open(Unrolling.fromZero(Network.prefix(l), steps, capacity, network.kernels()));
            dh[l] = Matrix.zeros(rows, network.architecture().hidden());
        }
        Matrix top = runs[runs.length - 1].outputs();
        this.y = Matrix.withRoom(rows, outputs);
        this.dy = Matrix.withRoom(rows, outputs);
        this.readOut = network.readOut().open(network.kernels());
        this.h = top;
        this.hAt = top.groups(capacity);
        this.dhAt = dh[runs.length - 1].groups(capacity);
        this.yAt = y.groups(capacity);
        this.dyAt = dy.groups(capacity);
        this.hOf = top.interleaved(capacity);
        this.dyOf = dy.interleaved(capacity);
        this.losses = new double[capacity];
        this.norms = new double[capacity];
        this.weights = new float[capacity];
    }

    /** Returns the inputs of {@code batch}, (T·B, I). The view is made again only for another batch. */
    Matrix inputs(Batch batch) {
        if (x == null || x.data() != batch.inputs()) {
            int width = batch.inputWidth();
            x = new Matrix(batch.inputs(), 0, batch.steps() * batch.capacity(), width, width);
        }
        return x;
    }
}

package org.longspan.model;

import org.longspan.numerics.Matrix;

/** The buffers that only curvature products need. */
final class TangentBuffers {

    final Matrix[] hDot; // L of (T·B, H)
    final Matrix[] hDotAt; // T of (B, H), top layer
    final Matrix yDot; // (B, O)

    TangentBuffers(Network network, int capacity) {
        int rows = network.task().steps() * capacity;
        this.hDot = new Matrix[network.layers()];
        for (int l = 0; l < hDot.length; l++) {
            hDot[l] = Matrix.zeros(rows, network.architecture().hidden());
        }
        this.hDotAt = hDot[hDot.length - 1].groups(capacity);
        this.yDot = Matrix.zeros(capacity, network.task().outputs());
    }
}

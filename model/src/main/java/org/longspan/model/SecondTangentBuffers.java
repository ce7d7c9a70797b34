package org.longspan.model;

import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.cell.RunTangents;
import org.longspan.model.cell.SecondOrderRun;
import org.longspan.numerics.Matrix;

/** The buffers that only products with the Hessian need, beside {@link TangentBuffers}. */
final class SecondTangentBuffers {

    final RunTangents[] runs; // L
    final Matrix[] dhDot; // L of (T·B, H)
    final Matrix[] dhDotAt; // T of (B, H), top layer
    final Matrix[] dyDotAt; // T of (B, O)

    SecondTangentBuffers(Network network, int capacity, RecurrentRun[] runs) {
        int rows = network.task().steps() * capacity;
        this.runs = new RunTangents[runs.length];
        this.dhDot = new Matrix[runs.length];
        for (int l = 0; l < runs.length; l++) {
            this.runs[l] = tangents(runs[l]);
            dhDot[l] = Matrix.zeros(rows, network.architecture().hidden());
        }
        this.dhDotAt = dhDot[runs.length - 1].groups(capacity);
        this.dyDotAt = Matrix.zeros(rows, network.task().outputs()).groups(capacity);
    }

    private static RunTangents tangents(RecurrentRun run) {
        if (run instanceof SecondOrderRun second) {
            return second.openTangents();
        }
        throw new IllegalArgumentException("a run without the tangent of its backward pass, expected one that has it");
    }
}

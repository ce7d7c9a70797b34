package org.longspan.model;

import org.longspan.model.cell.OutputRange;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.task.Batch;

/**
 * What structural damping adds to a curvature product: with λμ D″ ḣ among the cotangents of the hidden outputs h, the
 * backward pass yields λμ Jᵀ D″ J of them too.
 *
 * <p>A sequence ends at its last read-out. The steps after it, which fill up a batch of unequal lengths, reach no loss
 * and are not damped.
 */
final class StructuralDamping {

    private final OutputRange[] ranges; // L
    private final int[] ends; // (B), the number of steps of a sequence

    StructuralDamping(Network network, int capacity) {
        this.ranges = new OutputRange[network.layers()];
        for (int l = 0; l < ranges.length; l++) {
            ranges[l] = network.cell(l).outputRange();
        }
        this.ends = new int[capacity];
    }

    /** Finds where the sequences of {@code batch} end. */
    void begin(Batch batch) {
        for (int b = 0; b < batch.sequences(); b++) {
            int end = batch.steps();
            while (end > 0 && !batch.isReadOut(end - 1, b)) {
                end--;
            }
            ends[b] = end;
        }
        for (int b = batch.sequences(); b < ends.length; b++) {
            ends[b] = 0;
        }
    }

    /** Returns whether a row of a (T·B, H) matrix is a step of a sequence. */
    boolean covers(int row) {
        return row / ends.length < ends[row % ends.length];
    }

    /** Adds λμ D″ ḣ to ∂L/∂h, all (T·B, H). */
    void add(int layer, Curvature.GaussNewton curvature, Matrix h, Matrix hDot, Matrix dh) {
        for (int row = 0; row < dh.rows(); row++) {
            if (covers(row)) {
                ranges[layer].damp(curvature, h, hDot, dh, row);
            }
        }
    }
}

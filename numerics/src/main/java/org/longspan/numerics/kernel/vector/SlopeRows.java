package org.longspan.numerics.kernel.vector;

import static org.longspan.numerics.kernel.vector.RowOperations.load;
import static org.longspan.numerics.kernel.vector.RowOperations.store;

import jdk.incubator.vector.FloatVector;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.Pointwise;

/**
 * One row of the tangents of activations' backward steps, in which the slope changes too; the arithmetic is that of
 * {@link Pointwise}, the loops those of {@link LstmRows}.
 */
final class SlopeRows {

    private static final int L = VectorKernels.SPECIES.length();

    private SlopeRows() {}

    static void tanh(int row, Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector value = load(h, row, j);
            FloatVector slope = Lanes.tanhSlope(value);
            // dz = dh ∘ (1 - h²)
            FloatVector slopeDot = value.mul(Lanes.of(-2f)).mul(load(hDot, row, j));
            FloatVector fromSlope = slopeDot.mul(load(dh, row, j));
            store(Lanes.flush(load(dhDot, row, j).fma(slope, fromSlope)), dzDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            float dDot =
                    Pointwise.tanhBackwardTangent(h.get(row, j), hDot.get(row, j), dh.get(row, j), dhDot.get(row, j));
            dzDot.set(row, j, dDot);
        }
    }

    static void sigmoid(int row, Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector value = load(h, row, j);
            FloatVector slope = Lanes.sigmoidSlope(value);
            // dz = dh ∘ h ∘ (1 - h)
            FloatVector slopeDot = Lanes.sigmoidBend(value).mul(load(hDot, row, j));
            FloatVector fromSlope = slopeDot.mul(load(dh, row, j));
            store(Lanes.flush(load(dhDot, row, j).fma(slope, fromSlope)), dzDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            float dDot = Pointwise.sigmoidBackwardTangent(
                    h.get(row, j), hDot.get(row, j), dh.get(row, j), dhDot.get(row, j));
            dzDot.set(row, j, dDot);
        }
    }
}

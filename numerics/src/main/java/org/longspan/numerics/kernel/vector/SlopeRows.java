package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GateUnits;
import org.longspan.numerics.kernel.plain.Pointwise;

/**
 * One row of the tangents of backward steps, where slopes change too, as {@link LstmRows}; the arithmetic of {@link
 * Pointwise} and {@link GateUnits}.
 */
final class SlopeRows {

    private static final int L = VectorKernels.SPECIES.length();

    private SlopeRows() {}

    static void tanh(int row, Matrix h, Matrix hDot, Matrix dh, Matrix dhDot, Matrix dzDot) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector value = RowOperations.load(h, row, j);
            FloatVector slope = Lanes.tanhSlope(value);
            // dz = dh ∘ (1 - h²)
            FloatVector slopeDot = value.mul(Lanes.MINUS_TWO).mul(RowOperations.load(hDot, row, j));
            FloatVector fromSlope = slopeDot.mul(RowOperations.load(dh, row, j));
            RowOperations.store(Lanes.flush(RowOperations.load(dhDot, row, j).fma(slope, fromSlope)), dzDot, row, j);
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
            FloatVector value = RowOperations.load(h, row, j);
            FloatVector slope = Lanes.sigmoidSlope(value);
            // dz = dh ∘ h ∘ (1 - h)
            FloatVector slopeDot = Lanes.sigmoidBend(value).mul(RowOperations.load(hDot, row, j));
            FloatVector fromSlope = slopeDot.mul(RowOperations.load(dh, row, j));
            RowOperations.store(Lanes.flush(RowOperations.load(dhDot, row, j).fma(slope, fromSlope)), dzDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            float dDot = Pointwise.sigmoidBackwardTangent(
                    h.get(row, j), hDot.get(row, j), dh.get(row, j), dhDot.get(row, j));
            dzDot.set(row, j, dDot);
        }
    }

    static void gate(
            int row,
            Matrix s,
            Matrix a,
            Matrix zDot,
            Matrix aDot,
            Matrix dOut,
            Matrix dOutDot,
            Matrix dzDot,
            Matrix daDot) {
        int width = dzDot.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = RowOperations.load(s, row, j);
            FloatVector slope = Lanes.sigmoidSlope(gate);
            FloatVector bend = Lanes.sigmoidBend(gate);
            FloatVector gateDot = RowOperations.load(zDot, row, j).mul(slope);
            FloatVector other = RowOperations.load(a, row, j);
            FloatVector d = RowOperations.load(dOut, row, j);
            FloatVector dDot = RowOperations.load(dOutDot, row, j);
            // dz = dOut ∘ a ∘ s ∘ (1 - s)
            FloatVector fromOthers = dDot.fma(other, d.mul(RowOperations.load(aDot, row, j)));
            FloatVector fromSlope = d.mul(other).mul(bend).mul(gateDot);
            RowOperations.store(Lanes.flush(fromOthers.fma(slope, fromSlope)), dzDot, row, j);
            // da = dOut ∘ s
            RowOperations.store(Lanes.flush(dDot.fma(gate, d.mul(gateDot))), daDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.gateBackwardTangent(row, j, s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
        }
    }
}

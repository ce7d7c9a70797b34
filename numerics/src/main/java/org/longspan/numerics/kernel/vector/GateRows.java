package org.longspan.numerics.kernel.vector;

import static org.longspan.numerics.kernel.vector.RowOperations.load;
import static org.longspan.numerics.kernel.vector.RowOperations.store;

import jdk.incubator.vector.FloatVector;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GateUnits;

/** One row of a gate; the arithmetic is that of {@link GateUnits}, the loops those of {@link LstmRows}. */
final class GateRows {

    private static final int L = VectorKernels.SPECIES.length();

    private GateRows() {}

    static void forward(int row, Matrix s, Matrix a, Matrix out) {
        int width = out.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            store(Lanes.flush(load(s, row, j).mul(load(a, row, j))), out, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.forward(row, j, s, a, out);
        }
    }

    static void backward(int row, Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        int width = dz.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = load(s, row, j);
            FloatVector slope = Lanes.sigmoidSlope(gate);
            FloatVector d = load(dOut, row, j);
            // out = s ∘ a
            store(Lanes.flush(d.mul(load(a, row, j)).mul(slope)), dz, row, j);
            store(Lanes.flush(d.mul(gate)), da, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.backward(row, j, s, a, dOut, dz, da);
        }
    }

    static void tangent(int row, Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        int width = outDot.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = load(s, row, j);
            FloatVector gateDot = load(zDot, row, j).mul(Lanes.sigmoidSlope(gate));
            // out = s ∘ a
            FloatVector fromGate = gateDot.mul(load(a, row, j));
            store(Lanes.flush(gate.fma(load(aDot, row, j), fromGate)), outDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.tangent(row, j, s, a, zDot, aDot, outDot);
        }
    }

    static void backwardTangent(
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
            FloatVector gate = load(s, row, j);
            FloatVector slope = Lanes.sigmoidSlope(gate);
            FloatVector bend = Lanes.sigmoidBend(gate);
            FloatVector gateDot = load(zDot, row, j).mul(slope);
            FloatVector other = load(a, row, j);
            FloatVector d = load(dOut, row, j);
            FloatVector dDot = load(dOutDot, row, j);
            // dz = dOut ∘ a ∘ s ∘ (1 - s)
            FloatVector fromOthers = dDot.fma(other, d.mul(load(aDot, row, j)));
            FloatVector fromSlope = d.mul(other).mul(bend).mul(gateDot);
            store(Lanes.flush(fromOthers.fma(slope, fromSlope)), dzDot, row, j);
            // da = dOut ∘ s
            store(Lanes.flush(dDot.fma(gate, d.mul(gateDot))), daDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.backwardTangent(row, j, s, a, zDot, aDot, dOut, dOutDot, dzDot, daDot);
        }
    }

    static void mixForward(int row, Matrix s, Matrix a, Matrix b, Matrix out) {
        int width = out.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector rest = load(b, row, j);
            FloatVector apart = load(a, row, j).sub(rest);
            store(Lanes.flush(load(s, row, j).fma(apart, rest)), out, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.mixForward(row, j, s, a, b, out);
        }
    }

    static void mixBackward(int row, Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        int width = dz.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = load(s, row, j);
            FloatVector slope = Lanes.sigmoidSlope(gate);
            FloatVector d = load(dOut, row, j);
            // out = s ∘ (a - b) + b
            FloatVector apart = load(a, row, j).sub(load(b, row, j));
            store(Lanes.flush(d.mul(apart).mul(slope)), dz, row, j);
            store(Lanes.flush(d.mul(gate)), da, row, j);
            store(Lanes.flush(d.mul(Lanes.of(1f).sub(gate))), db, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.mixBackward(row, j, s, a, b, dOut, dz, da, db);
        }
    }

    static void mixTangent(
            int row, Matrix s, Matrix a, Matrix b, Matrix zDot, Matrix aDot, Matrix bDot, Matrix outDot) {
        int width = outDot.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = load(s, row, j);
            FloatVector gateDot = load(zDot, row, j).mul(Lanes.sigmoidSlope(gate));
            FloatVector restDot = load(bDot, row, j);
            // out = s ∘ (a - b) + b
            FloatVector fixed = gate.fma(load(aDot, row, j).sub(restDot), restDot);
            FloatVector apart = load(a, row, j).sub(load(b, row, j));
            store(Lanes.flush(gateDot.fma(apart, fixed)), outDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.mixTangent(row, j, s, a, b, zDot, aDot, bDot, outDot);
        }
    }
}

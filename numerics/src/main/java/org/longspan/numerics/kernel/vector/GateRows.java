package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GateUnits;

/** One row of a gate on a, and of a gate that mixes a and b, as {@link LstmRows}; the arithmetic of {@link GateUnits}. */
final class GateRows {

    private static final int L = VectorKernels.SPECIES.length();

    private GateRows() {}

    static void gateForward(int row, Matrix s, Matrix a, Matrix out) {
        int width = out.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            RowOperations.store(
                    Lanes.flush(RowOperations.load(s, row, j).mul(RowOperations.load(a, row, j))), out, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.gateForward(row, j, s, a, out);
        }
    }

    static void gateBackward(int row, Matrix s, Matrix a, Matrix dOut, Matrix dz, Matrix da) {
        int width = dz.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = RowOperations.load(s, row, j);
            FloatVector slope = Lanes.sigmoidSlope(gate);
            FloatVector d = RowOperations.load(dOut, row, j);
            // out = s ∘ a
            RowOperations.store(Lanes.flush(d.mul(RowOperations.load(a, row, j)).mul(slope)), dz, row, j);
            RowOperations.store(Lanes.flush(d.mul(gate)), da, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.gateBackward(row, j, s, a, dOut, dz, da);
        }
    }

    static void gateTangent(int row, Matrix s, Matrix a, Matrix zDot, Matrix aDot, Matrix outDot) {
        int width = outDot.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = RowOperations.load(s, row, j);
            FloatVector gateDot = RowOperations.load(zDot, row, j).mul(Lanes.sigmoidSlope(gate));
            // out = s ∘ a
            FloatVector fromGate = gateDot.mul(RowOperations.load(a, row, j));
            RowOperations.store(Lanes.flush(gate.fma(RowOperations.load(aDot, row, j), fromGate)), outDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.gateTangent(row, j, s, a, zDot, aDot, outDot);
        }
    }

    static void mixForward(int row, Matrix s, Matrix a, Matrix b, Matrix out) {
        int width = out.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector rest = RowOperations.load(b, row, j);
            FloatVector apart = RowOperations.load(a, row, j).sub(rest);
            RowOperations.store(Lanes.flush(RowOperations.load(s, row, j).fma(apart, rest)), out, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.mixForward(row, j, s, a, b, out);
        }
    }

    static void mixBackward(int row, Matrix s, Matrix a, Matrix b, Matrix dOut, Matrix dz, Matrix da, Matrix db) {
        int width = dz.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector gate = RowOperations.load(s, row, j);
            FloatVector slope = Lanes.sigmoidSlope(gate);
            FloatVector d = RowOperations.load(dOut, row, j);
            // out = s ∘ (a - b) + b
            FloatVector apart = RowOperations.load(a, row, j).sub(RowOperations.load(b, row, j));
            RowOperations.store(Lanes.flush(d.mul(apart).mul(slope)), dz, row, j);
            RowOperations.store(Lanes.flush(d.mul(gate)), da, row, j);
            RowOperations.store(Lanes.flush(d.mul(Lanes.ONE.sub(gate))), db, row, j);
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
            FloatVector gate = RowOperations.load(s, row, j);
            FloatVector gateDot = RowOperations.load(zDot, row, j).mul(Lanes.sigmoidSlope(gate));
            FloatVector restDot = RowOperations.load(bDot, row, j);
            // out = s ∘ (a - b) + b
            FloatVector fixed = gate.fma(RowOperations.load(aDot, row, j).sub(restDot), restDot);
            FloatVector apart = RowOperations.load(a, row, j).sub(RowOperations.load(b, row, j));
            RowOperations.store(Lanes.flush(gateDot.fma(apart, fixed)), outDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GateUnits.mixTangent(row, j, s, a, b, zDot, aDot, bDot, outDot);
        }
    }
}

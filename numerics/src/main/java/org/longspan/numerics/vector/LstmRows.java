package org.longspan.numerics.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.Pointwise;

/**
 * One row, that is one sequence, of the pointwise part of an LSTM step: whole vectors of units, then what is left
 * one by one. The arithmetic is that of {@link Pointwise}.
 */
final class LstmRows {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private LstmRows() {}

    static void forward(int row, Matrix gates, Matrix cPrevious, Matrix c, Matrix tanhC, Matrix h) {
        float[] z = gates.data();
        int i = gates.row(row);
        int width = c.columns();
        Activations.sigmoid(z, i, z, i, 2 * width);
        Activations.tanh(z, i + 2 * width, z, i + 2 * width, width);
        Activations.sigmoid(z, i + 3 * width, z, i + 3 * width, width);
        cell(row, gates, cPrevious, c);
        Activations.tanh(c.data(), c.row(row), tanhC.data(), tanhC.row(row), width);
        output(row, gates, tanhC, h);
    }

    /** c = flush(f ∘ cPrevious + i ∘ g). */
    private static void cell(int row, Matrix gates, Matrix cPrevious, Matrix c) {
        int width = c.columns();
        int j = 0;
        for (; j < S.loopBound(width); j += L) {
            FloatVector i = load(gates, row, j);
            FloatVector f = load(gates, row, j + width);
            FloatVector g = load(gates, row, j + 2 * width);
            store(Lanes.flush(f.fma(load(cPrevious, row, j), i.mul(g))), c, row, j);
        }
        for (; j < width; j++) {
            Pointwise.lstmCell(row, j, gates, cPrevious, c);
        }
    }

    /** h = flush(o ∘ tanhC). */
    private static void output(int row, Matrix gates, Matrix tanhC, Matrix h) {
        int width = h.columns();
        int j = 0;
        for (; j < S.loopBound(width); j += L) {
            FloatVector o = load(gates, row, j + 3 * width);
            store(Lanes.flush(o.mul(load(tanhC, row, j))), h, row, j);
        }
        for (; j < width; j++) {
            Pointwise.lstmOutput(row, j, gates, tanhC, h);
        }
    }

    static void cellBackward(int row, Matrix gates, Matrix tanhC, Matrix dh, Matrix dc) {
        int width = dc.columns();
        int j = 0;
        for (; j < S.loopBound(width); j += L) {
            FloatVector o = load(gates, row, j + 3 * width);
            FloatVector slope = Lanes.tanhSlope(load(tanhC, row, j));
            store(Lanes.flush(load(dh, row, j).mul(o).fma(slope, load(dc, row, j))), dc, row, j);
        }
        for (; j < width; j++) {
            Pointwise.lstmCellBackward(row, j, gates, tanhC, dh, dc);
        }
    }

    static void gatesBackward(int row, Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz) {
        int width = dc.columns();
        int whole = S.loopBound(width);
        float[] z = gates.data();
        int i = gates.row(row);
        int f = i + width;
        int g = f + width;
        int o = g + width;
        float[] d = dc.data();
        int at = dc.row(row);
        int di = dz.row(row);
        throughSigmoid(d, at, z, g, z, i, dz.data(), di, whole);
        throughSigmoid(d, at, cPrevious.data(), cPrevious.row(row), z, f, dz.data(), di + width, whole);
        throughTanh(d, at, z, i, z, g, dz.data(), di + 2 * width, whole);
        throughSigmoid(dh.data(), dh.row(row), tanhC.data(), tanhC.row(row), z, o, dz.data(), di + 3 * width, whole);
        for (int j = 0; j < whole; j += L) {
            store(Lanes.flush(load(dc, row, j).mul(load(gates, row, j + width))), dc, row, j);
        }
        for (int j = whole; j < width; j++) {
            Pointwise.lstmGatesBackward(row, j, gates, cPrevious, tanhC, dh, dc, dz);
        }
    }

    /** dz = flush(dy ∘ x ∘ s (1 - s)): back through y = x ∘ s with s = sigmoid(z). */
    private static void throughSigmoid(
            float[] dy, int dyAt, float[] x, int xAt, float[] s, int sAt, float[] dz, int dzAt, int n) {
        for (int j = 0; j < n; j += L) {
            FloatVector slope = Lanes.sigmoidSlope(FloatVector.fromArray(S, s, sAt + j));
            FloatVector ds = FloatVector.fromArray(S, dy, dyAt + j).mul(FloatVector.fromArray(S, x, xAt + j));
            Lanes.flush(ds.mul(slope)).intoArray(dz, dzAt + j);
        }
    }

    /** dz = flush(dy ∘ x ∘ (1 - t²)): back through y = x ∘ t with t = tanh(z). */
    private static void throughTanh(
            float[] dy, int dyAt, float[] x, int xAt, float[] t, int tAt, float[] dz, int dzAt, int n) {
        for (int j = 0; j < n; j += L) {
            FloatVector slope = Lanes.tanhSlope(FloatVector.fromArray(S, t, tAt + j));
            FloatVector dt = FloatVector.fromArray(S, dy, dyAt + j).mul(FloatVector.fromArray(S, x, xAt + j));
            Lanes.flush(dt.mul(slope)).intoArray(dz, dzAt + j);
        }
    }

    static void tangent(int row, Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDot, Matrix hDot) {
        int width = cDot.columns();
        int j = 0;
        for (; j < S.loopBound(width); j += L) {
            FloatVector i = load(gates, row, j);
            FloatVector f = load(gates, row, j + width);
            FloatVector g = load(gates, row, j + 2 * width);
            FloatVector o = load(gates, row, j + 3 * width);
            FloatVector iDot = load(zDot, row, j).mul(Lanes.sigmoidSlope(i));
            FloatVector fDot = load(zDot, row, j + width).mul(Lanes.sigmoidSlope(f));
            FloatVector gDot = load(zDot, row, j + 2 * width).mul(Lanes.tanhSlope(g));
            FloatVector oDot = load(zDot, row, j + 3 * width).mul(Lanes.sigmoidSlope(o));
            FloatVector fromCell = f.fma(load(cDot, row, j), fDot.mul(load(cPrevious, row, j)));
            FloatVector cell = Lanes.flush(i.fma(gDot, iDot.fma(g, fromCell)));
            store(cell, cDot, row, j);
            FloatVector t = load(tanhC, row, j);
            store(Lanes.flush(oDot.fma(t, o.mul(Lanes.tanhSlope(t)).mul(cell))), hDot, row, j);
        }
        for (; j < width; j++) {
            Pointwise.lstmTangent(row, j, gates, cPrevious, tanhC, zDot, cDot, hDot);
        }
    }

    private static FloatVector load(Matrix m, int row, int column) {
        return FloatVector.fromArray(S, m.data(), m.row(row) + column);
    }

    private static void store(FloatVector v, Matrix m, int row, int column) {
        v.intoArray(m.data(), m.row(row) + column);
    }
}

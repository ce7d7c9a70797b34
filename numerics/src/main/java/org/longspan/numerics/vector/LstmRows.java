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
        int j = 0;
        for (; j < S.loopBound(width); j += L) {
            FloatVector i = load(gates, row, j);
            FloatVector f = load(gates, row, j + width);
            FloatVector g = load(gates, row, j + 2 * width);
            FloatVector o = load(gates, row, j + 3 * width);
            FloatVector iSlope = Lanes.sigmoidSlope(i);
            FloatVector fSlope = Lanes.sigmoidSlope(f);
            FloatVector gSlope = Lanes.tanhSlope(g);
            FloatVector oSlope = Lanes.sigmoidSlope(o);
            FloatVector dCell = load(dc, row, j);
            // c = f ∘ cPrevious + i ∘ g
            store(Lanes.flush(dCell.mul(g).mul(iSlope)), dz, row, j);
            store(Lanes.flush(dCell.mul(load(cPrevious, row, j)).mul(fSlope)), dz, row, j + width);
            store(Lanes.flush(dCell.mul(i).mul(gSlope)), dz, row, j + 2 * width);
            store(Lanes.flush(dCell.mul(f)), dc, row, j);
            // h = o ∘ tanhC
            store(Lanes.flush(load(dh, row, j).mul(load(tanhC, row, j)).mul(oSlope)), dz, row, j + 3 * width);
        }
        for (; j < width; j++) {
            Pointwise.lstmGatesBackward(row, j, gates, cPrevious, tanhC, dh, dc, dz);
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

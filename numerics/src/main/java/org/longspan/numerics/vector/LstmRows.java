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
        float[] z = gates.data();
        float[] d = dz.data();
        int width = dc.columns();
        int at = gates.row(row);
        int to = dz.row(row);
        int cell = dc.row(row);
        int previous = cPrevious.row(row);
        int tanh = tanhC.row(row);
        int out = dh.row(row);
        int whole = S.loopBound(width);
        for (int j = 0; j < whole; j += L) {
            FloatVector i = FloatVector.fromArray(S, z, at + j);
            FloatVector f = FloatVector.fromArray(S, z, at + width + j);
            FloatVector g = FloatVector.fromArray(S, z, at + 2 * width + j);
            FloatVector o = FloatVector.fromArray(S, z, at + 3 * width + j);
            FloatVector iSlope = Lanes.sigmoidSlope(i);
            FloatVector fSlope = Lanes.sigmoidSlope(f);
            FloatVector gSlope = Lanes.tanhSlope(g);
            FloatVector oSlope = Lanes.sigmoidSlope(o);
            FloatVector dCell = FloatVector.fromArray(S, dc.data(), cell + j);
            // c = f ∘ cPrevious + i ∘ g
            FloatVector df = dCell.mul(FloatVector.fromArray(S, cPrevious.data(), previous + j));
            Lanes.flush(dCell.mul(g).mul(iSlope)).intoArray(d, to + j);
            Lanes.flush(df.mul(fSlope)).intoArray(d, to + width + j);
            Lanes.flush(dCell.mul(i).mul(gSlope)).intoArray(d, to + 2 * width + j);
            Lanes.flush(dCell.mul(f)).intoArray(dc.data(), cell + j);
            // h = o ∘ tanhC
            FloatVector dO = FloatVector.fromArray(S, dh.data(), out + j);
            dO = dO.mul(FloatVector.fromArray(S, tanhC.data(), tanh + j));
            Lanes.flush(dO.mul(oSlope)).intoArray(d, to + 3 * width + j);
        }
        for (int j = whole; j < width; j++) {
            Pointwise.lstmGatesBackward(row, j, gates, cPrevious, tanhC, dh, dc, dz);
        }
    }

    static void tangent(int row, Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix zDot, Matrix cDot, Matrix hDot) {
        float[] z = gates.data();
        float[] d = zDot.data();
        int width = cDot.columns();
        int at = gates.row(row);
        int from = zDot.row(row);
        int whole = S.loopBound(width);
        for (int j = 0; j < whole; j += L) {
            FloatVector i = FloatVector.fromArray(S, z, at + j);
            FloatVector f = FloatVector.fromArray(S, z, at + width + j);
            FloatVector g = FloatVector.fromArray(S, z, at + 2 * width + j);
            FloatVector o = FloatVector.fromArray(S, z, at + 3 * width + j);
            FloatVector iDot = FloatVector.fromArray(S, d, from + j).mul(Lanes.sigmoidSlope(i));
            FloatVector fDot = FloatVector.fromArray(S, d, from + width + j).mul(Lanes.sigmoidSlope(f));
            FloatVector gDot = FloatVector.fromArray(S, d, from + 2 * width + j).mul(Lanes.tanhSlope(g));
            FloatVector oDot = FloatVector.fromArray(S, d, from + 3 * width + j).mul(Lanes.sigmoidSlope(o));
            // c = f ∘ cPrevious + i ∘ g
            FloatVector fromCell = f.fma(load(cDot, row, j), fDot.mul(load(cPrevious, row, j)));
            FloatVector cell = Lanes.flush(i.fma(gDot, iDot.fma(g, fromCell)));
            store(cell, cDot, row, j);
            // h = o ∘ tanhC
            FloatVector t = load(tanhC, row, j);
            store(Lanes.flush(oDot.fma(t, o.mul(Lanes.tanhSlope(t)).mul(cell))), hDot, row, j);
        }
        for (int j = whole; j < width; j++) {
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

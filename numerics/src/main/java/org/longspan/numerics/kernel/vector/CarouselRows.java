package org.longspan.numerics.kernel.vector;

import static org.longspan.numerics.kernel.vector.RowOperations.load;
import static org.longspan.numerics.kernel.vector.RowOperations.store;

import jdk.incubator.vector.FloatVector;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.CarouselUnits;

/**
 * One row of a step of the LSTM of 1997; the arithmetic is that of {@link CarouselUnits}, the loops those of {@link
 * LstmRows}.
 */
final class CarouselRows {

    private static final int L = VectorKernels.SPECIES.length();

    private CarouselRows() {}

    static void forward(int row, Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix squashed, Matrix h) {
        float[] to = gates.data();
        int from = z.row(row);
        int i = gates.row(row);
        int width = c.columns();
        ActivationRows.sigmoid(z.data(), from, 0, to, i, 0, 1, width);
        halve(z.data(), from + width, c.data(), c.row(row), width); // c holds z / 2 until it is written
        ActivationRows.tanh(0f, c.data(), c.row(row), 0, to, i + width, 0, 1, width);
        ActivationRows.sigmoid(z.data(), from + 2 * width, 0, to, i + 2 * width, 0, 1, width);
        cell(row, gates, cPrevious, c);
        halve(c.data(), c.row(row), h.data(), h.row(row), width);
        ActivationRows.tanh(0f, h.data(), h.row(row), 0, squashed.data(), squashed.row(row), 0, 1, width);
        output(row, gates, squashed, h);
    }

    private static void halve(float[] a, int aFrom, float[] out, int outFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L);
            FloatVector v = FloatVector.fromArray(VectorKernels.SPECIES, a, aFrom + j);
            v.mul(Lanes.of(0.5f)).intoArray(out, outFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            out[outFrom + j] = 0.5f * a[aFrom + j];
        }
    }

    /** c = flush(cPrevious + i ∘ g). */
    private static void cell(int row, Matrix gates, Matrix cPrevious, Matrix c) {
        int width = c.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector i = load(gates, row, j);
            FloatVector half = load(gates, row, j + width);
            store(Lanes.flush(i.fma(half.add(half), load(cPrevious, row, j))), c, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            CarouselUnits.cell(row, j, gates, cPrevious, c);
        }
    }

    /** h = flush(o ∘ squashed). */
    private static void output(int row, Matrix gates, Matrix squashed, Matrix h) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector o = load(gates, row, j + 2 * width);
            store(Lanes.flush(o.mul(load(squashed, row, j))), h, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            CarouselUnits.output(row, j, gates, squashed, h);
        }
    }

    static void cellBackward(int row, Matrix gates, Matrix squashed, Matrix dh, Matrix dcAfter, Matrix dc) {
        int width = dc.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector o = load(gates, row, j + 2 * width);
            FloatVector slope = Lanes.of(0.5f).mul(Lanes.tanhSlope(load(squashed, row, j)));
            FloatVector dOut = load(dh, row, j).mul(o);
            store(Lanes.flush(dOut.fma(slope, load(dcAfter, row, j))), dc, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            CarouselUnits.cellBackward(row, j, gates, squashed, dh, dcAfter, dc);
        }
    }

    static void gatesBackward(int row, Matrix gates, Matrix squashed, Matrix dh, Matrix dc, Matrix dz) {
        int width = dc.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector i = load(gates, row, j);
            FloatVector half = load(gates, row, j + width);
            FloatVector o = load(gates, row, j + 2 * width);
            FloatVector iSlope = Lanes.sigmoidSlope(i);
            FloatVector gSlope = Lanes.tanhSlope(half);
            FloatVector oSlope = Lanes.sigmoidSlope(o);
            FloatVector dCell = load(dc, row, j);
            // c = cPrevious + i ∘ g,   g = 2 tanh(z / 2)
            store(Lanes.flush(dCell.mul(half.add(half)).mul(iSlope)), dz, row, j);
            store(Lanes.flush(dCell.mul(i).mul(gSlope)), dz, row, j + width);
            // h = o ∘ tanh(c / 2)
            FloatVector dO = load(dh, row, j).mul(load(squashed, row, j));
            store(Lanes.flush(dO.mul(oSlope)), dz, row, j + 2 * width);
        }
        for (int j = 0; j < width && width < L; j++) {
            CarouselUnits.gatesBackward(row, j, gates, squashed, dh, dc, dz);
        }
    }

    static void tangent(
            int row, Matrix gates, Matrix squashed, Matrix zDot, Matrix cDotPrevious, Matrix cDot, Matrix hDot) {
        int width = cDot.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector i = load(gates, row, j);
            FloatVector half = load(gates, row, j + width);
            FloatVector o = load(gates, row, j + 2 * width);
            FloatVector iDot = load(zDot, row, j).mul(Lanes.sigmoidSlope(i));
            FloatVector gDot = load(zDot, row, j + width).mul(Lanes.tanhSlope(half));
            FloatVector oDot = load(zDot, row, j + 2 * width).mul(Lanes.sigmoidSlope(o));
            // c = cPrevious + i ∘ g,   g = 2 tanh(z / 2)
            FloatVector fromGate = iDot.fma(half.add(half), load(cDotPrevious, row, j));
            FloatVector cell = Lanes.flush(i.fma(gDot, fromGate));
            store(cell, cDot, row, j);
            // h = o ∘ tanh(c / 2)
            FloatVector v = load(squashed, row, j);
            FloatVector slope = Lanes.of(0.5f).mul(Lanes.tanhSlope(v));
            store(Lanes.flush(oDot.fma(v, o.mul(slope).mul(cell))), hDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            CarouselUnits.tangent(row, j, gates, squashed, zDot, cDotPrevious, cDot, hDot);
        }
    }
}

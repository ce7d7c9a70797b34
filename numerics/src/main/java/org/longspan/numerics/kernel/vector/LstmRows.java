package org.longspan.numerics.kernel.vector;

import static org.longspan.numerics.kernel.vector.RowOperations.load;
import static org.longspan.numerics.kernel.vector.RowOperations.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.LstmUnits;

/**
 * Rows of an LSTM step, each of which is one sequence; the arithmetic is that of {@link LstmUnits}. The last vector of
 * units is moved back to end at the last unit. It recomputes some units, to equal values, because no argument is both
 * read and written, except by a flush. Fewer units than a vector go one by one.
 */
final class LstmRows {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private LstmRows() {}

    /** Computes {@code rows} rows from {@code first} on; each loop passes over all of them before the next begins. */
    static void forward(
            int first, int rows, Matrix z, Matrix cPrevious, Matrix gates, Matrix c, Matrix tanhC, Matrix h) {
        float[] from = z.data();
        float[] to = gates.data();
        int at = z.row(first);
        int i = gates.row(first);
        int width = c.columns();
        int aStep = z.stride();
        int step = gates.stride();
        ActivationRows.sigmoid(from, at, aStep, to, i, step, rows, 2 * width);
        ActivationRows.tanh(0f, from, at + 2 * width, aStep, to, i + 2 * width, step, rows, width);
        ActivationRows.sigmoid(from, at + 3 * width, aStep, to, i + 3 * width, step, rows, width);
        for (int row = first; row < first + rows; row++) {
            cell(row, gates, cPrevious, c);
        }
        ActivationRows.tanh(
                0f, c.data(), c.row(first), c.stride(), tanhC.data(), tanhC.row(first), tanhC.stride(), rows, width);
        for (int row = first; row < first + rows; row++) {
            output(row, gates, tanhC, h);
        }
    }

    /** c = flush(f ∘ cPrevious + i ∘ g). */
    private static void cell(int row, Matrix gates, Matrix cPrevious, Matrix c) {
        int width = c.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector i = load(gates, row, j);
            FloatVector f = load(gates, row, j + width);
            FloatVector g = load(gates, row, j + 2 * width);
            store(Lanes.flush(f.fma(load(cPrevious, row, j), i.mul(g))), c, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            LstmUnits.cell(row, j, gates, cPrevious, c);
        }
    }

    /** h = flush(o ∘ tanhC). */
    private static void output(int row, Matrix gates, Matrix tanhC, Matrix h) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector o = load(gates, row, j + 3 * width);
            store(Lanes.flush(o.mul(load(tanhC, row, j))), h, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            LstmUnits.output(row, j, gates, tanhC, h);
        }
    }

    static void cellBackward(int row, Matrix gates, Matrix tanhC, Matrix dh, Matrix dcAfter, Matrix dc) {
        int width = dc.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector o = load(gates, row, j + 3 * width);
            FloatVector slope = Lanes.tanhSlope(load(tanhC, row, j));
            FloatVector d = Lanes.flush(load(dh, row, j)); // flushing twice changes nothing
            store(d, dh, row, j);
            store(Lanes.flush(d.mul(o).fma(slope, load(dcAfter, row, j))), dc, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            LstmUnits.cellBackward(row, j, gates, tanhC, dh, dcAfter, dc);
        }
    }

    static void gatesBackward(
            int row, Matrix gates, Matrix cPrevious, Matrix tanhC, Matrix dh, Matrix dc, Matrix dz, Matrix dcPrevious) {
        float[] z = gates.data();
        float[] d = dz.data();
        int width = dc.columns();
        int at = gates.row(row);
        int to = dz.row(row);
        int cell = dc.row(row);
        int before = dcPrevious.row(row);
        int previous = cPrevious.row(row);
        int tanh = tanhC.row(row);
        int out = dh.row(row);
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
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
            Lanes.flush(dCell.mul(f)).intoArray(dcPrevious.data(), before + j);
            // h = o ∘ tanhC
            FloatVector dO = FloatVector.fromArray(S, dh.data(), out + j);
            dO = dO.mul(FloatVector.fromArray(S, tanhC.data(), tanh + j));
            Lanes.flush(dO.mul(oSlope)).intoArray(d, to + 3 * width + j);
        }
        for (int j = 0; j < width && width < L; j++) {
            LstmUnits.gatesBackward(row, j, gates, cPrevious, tanhC, dh, dc, dz, dcPrevious);
        }
    }

    static void tangent(
            int row,
            Matrix gates,
            Matrix cPrevious,
            Matrix tanhC,
            Matrix zDot,
            Matrix cDotPrevious,
            Matrix cDot,
            Matrix hDot) {
        float[] z = gates.data();
        float[] d = zDot.data();
        int width = cDot.columns();
        int at = gates.row(row);
        int from = zDot.row(row);
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector i = FloatVector.fromArray(S, z, at + j);
            FloatVector f = FloatVector.fromArray(S, z, at + width + j);
            FloatVector g = FloatVector.fromArray(S, z, at + 2 * width + j);
            FloatVector o = FloatVector.fromArray(S, z, at + 3 * width + j);
            FloatVector iDot = FloatVector.fromArray(S, d, from + j).mul(Lanes.sigmoidSlope(i));
            FloatVector fDot = FloatVector.fromArray(S, d, from + width + j).mul(Lanes.sigmoidSlope(f));
            FloatVector gDot = FloatVector.fromArray(S, d, from + 2 * width + j).mul(Lanes.tanhSlope(g));
            FloatVector oDot = FloatVector.fromArray(S, d, from + 3 * width + j).mul(Lanes.sigmoidSlope(o));
            // c = f ∘ cPrevious + i ∘ g
            FloatVector fromCell = f.fma(load(cDotPrevious, row, j), fDot.mul(load(cPrevious, row, j)));
            FloatVector cell = Lanes.flush(i.fma(gDot, iDot.fma(g, fromCell)));
            store(cell, cDot, row, j);
            // h = o ∘ tanhC
            FloatVector t = load(tanhC, row, j);
            store(Lanes.flush(oDot.fma(t, o.mul(Lanes.tanhSlope(t)).mul(cell))), hDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            LstmUnits.tangent(row, j, gates, cPrevious, tanhC, zDot, cDotPrevious, cDot, hDot);
        }
    }
}

package org.longspan.numerics.kernel.vector;

import static org.longspan.numerics.kernel.vector.RowOperations.load;
import static org.longspan.numerics.kernel.vector.RowOperations.store;

import jdk.incubator.vector.FloatVector;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.GruUnits;

/**
 * Rows of a step of a gated recurrent unit; the arithmetic is that of {@link GruUnits}, the loops those of {@link
 * LstmRows}.
 */
final class GruRows {

    private static final int L = VectorKernels.SPECIES.length();

    private GruRows() {}

    /** Computes {@code rows} rows from {@code first} on. */
    static void forward(int first, int rows, Matrix z, Matrix hPrevious, Matrix gates, Matrix h) {
        int width = h.columns();
        int at = z.row(first);
        int to = gates.row(first);
        int n = to + 2 * width;
        ActivationRows.sigmoid(z.data(), at, z.stride(), gates.data(), to, gates.stride(), rows, 2 * width);
        for (int row = first; row < first + rows; row++) {
            candidate(row, z, gates, h);
        }
        ActivationRows.tanh(0f, h.data(), h.row(first), h.stride(), gates.data(), n, gates.stride(), rows, width);
        for (int row = first; row < first + rows; row++) {
            output(row, gates, hPrevious, h);
        }
    }

    /** q = flush(q), and h = flush(a + r ∘ q): h holds the pre-activation of n until {@link #output} overwrites it. */
    private static void candidate(int row, Matrix z, Matrix gates, Matrix h) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector q = Lanes.flush(load(z, row, j + 3 * width));
            FloatVector r = load(gates, row, j);
            store(q, gates, row, j + 3 * width);
            store(Lanes.flush(r.fma(q, load(z, row, j + 2 * width))), h, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GruUnits.candidate(row, j, z, gates, h);
        }
    }

    /** h = flush(z ∘ (hPrevious - n) + n). */
    private static void output(int row, Matrix gates, Matrix hPrevious, Matrix h) {
        int width = h.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector z = load(gates, row, j + width);
            FloatVector n = load(gates, row, j + 2 * width);
            store(Lanes.flush(z.fma(load(hPrevious, row, j).sub(n), n)), h, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GruUnits.output(row, j, gates, hPrevious, h);
        }
    }

    static void backward(int row, Matrix gates, Matrix hPrevious, Matrix dh, Matrix dz, Matrix dhPrevious) {
        int width = dh.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector r = load(gates, row, j);
            FloatVector z = load(gates, row, j + width);
            FloatVector n = load(gates, row, j + 2 * width);
            FloatVector q = load(gates, row, j + 3 * width);
            FloatVector rSlope = Lanes.sigmoidSlope(r);
            FloatVector zSlope = Lanes.sigmoidSlope(z);
            FloatVector nSlope = Lanes.tanhSlope(n);
            FloatVector d = load(dh, row, j);
            // h = z ∘ (hPrevious - n) + n
            FloatVector gate = d.mul(load(hPrevious, row, j).sub(n));
            store(Lanes.flush(d.mul(z)), dhPrevious, row, j);
            store(Lanes.flush(gate.mul(zSlope)), dz, row, j + width);
            // n = tanh(a + r ∘ q)
            FloatVector da = Lanes.flush(d.mul(Lanes.of(1f).sub(z)).mul(nSlope));
            store(Lanes.flush(da.mul(q).mul(rSlope)), dz, row, j);
            store(da, dz, row, j + 2 * width);
            store(Lanes.flush(da.mul(r)), dz, row, j + 3 * width);
        }
        for (int j = 0; j < width && width < L; j++) {
            GruUnits.backward(row, j, gates, hPrevious, dh, dz, dhPrevious);
        }
    }

    static void tangent(int row, Matrix gates, Matrix hPrevious, Matrix zDot, Matrix hDotPrevious, Matrix hDot) {
        int width = hDot.columns();
        for (int begin = 0; begin < width && width >= L; begin += L) {
            int j = Math.min(begin, width - L);
            FloatVector r = load(gates, row, j);
            FloatVector z = load(gates, row, j + width);
            FloatVector n = load(gates, row, j + 2 * width);
            FloatVector q = load(gates, row, j + 3 * width);
            FloatVector rDot = load(zDot, row, j).mul(Lanes.sigmoidSlope(r));
            FloatVector gateDot = load(zDot, row, j + width).mul(Lanes.sigmoidSlope(z));
            FloatVector nSlope = Lanes.tanhSlope(n);
            // n = tanh(a + r ∘ q)
            FloatVector fixed = r.fma(load(zDot, row, j + 3 * width), load(zDot, row, j + 2 * width));
            FloatVector nDot = rDot.fma(q, fixed).mul(nSlope);
            // h = z ∘ (hPrevious - n) + n
            FloatVector mixed = z.fma(load(hDotPrevious, row, j).sub(nDot), nDot);
            FloatVector apart = load(hPrevious, row, j).sub(n);
            store(Lanes.flush(gateDot.fma(apart, mixed)), hDot, row, j);
        }
        for (int j = 0; j < width && width < L; j++) {
            GruUnits.tangent(row, j, gates, hPrevious, zDot, hDotPrevious, hDot);
        }
    }
}

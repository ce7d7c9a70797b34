package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.kernel.plain.Pointwise;

/** Operations along rows: whole vectors first, then the remaining elements one by one. */
final class RowOperations {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private RowOperations() {}

    /**
     * Returns how many neighboring elements form one run: a row, or the whole matrix if neither has gaps between rows.
     */
    static int width(Matrix a, Matrix b) {
        return a.isContiguous() && b.isContiguous() ? a.rows() * a.columns() : a.columns();
    }

    /** Returns the number of runs of {@code width} elements. */
    static int count(Matrix a, int width) {
        return width == a.columns() ? a.rows() : 1;
    }

    static FloatVector load(Matrix m, int row, int column) {
        return FloatVector.fromArray(S, m.data(), m.row(row) + column);
    }

    static void store(FloatVector v, Matrix m, int row, int column) {
        v.intoArray(m.data(), m.row(row) + column);
    }

    /** b += a. */
    static void add(float[] a, int aFrom, float[] b, int bFrom, int n) {
        int j = 0;
        for (; j < S.loopBound(n); j += L) {
            FloatVector sum = FloatVector.fromArray(S, b, bFrom + j).add(FloatVector.fromArray(S, a, aFrom + j));
            sum.intoArray(b, bFrom + j);
        }
        for (; j < n; j++) {
            b[bFrom + j] += a[aFrom + j];
        }
    }

    /** c = flush(factor a + c). */
    static void addScaled(float factor, float[] a, int aFrom, float[] c, int cFrom, int n) {
        FloatVector factors = FloatVector.broadcast(S, factor);
        int j = 0;
        for (; j < S.loopBound(n); j += L) {
            FloatVector old = FloatVector.fromArray(S, c, cFrom + j);
            Lanes.flush(FloatVector.fromArray(S, a, aFrom + j).fma(factors, old))
                    .intoArray(c, cFrom + j);
        }
        for (; j < n; j++) {
            c[cFrom + j] = Pointwise.flush(Math.fma(factor, a[aFrom + j], c[cFrom + j]));
        }
    }

    static void flush(float[] a, int from, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L); // flushing twice changes nothing
            Lanes.flush(FloatVector.fromArray(S, a, from + j)).intoArray(a, from + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            a[from + j] = Pointwise.flush(a[from + j]);
        }
    }

    /** b = flush(b + a). */
    static void addAndFlush(float[] a, int aFrom, float[] b, int bFrom, int n) {
        int j = 0;
        for (; j < S.loopBound(n); j += L) {
            FloatVector sum = FloatVector.fromArray(S, b, bFrom + j).add(FloatVector.fromArray(S, a, aFrom + j));
            Lanes.flush(sum).intoArray(b, bFrom + j);
        }
        for (; j < n; j++) {
            b[bFrom + j] = Pointwise.flush(b[bFrom + j] + a[aFrom + j]);
        }
    }
}

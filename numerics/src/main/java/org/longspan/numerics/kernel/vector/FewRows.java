package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/**
 * C = start + A · B where there is no block: the rows left over by blocks of five, and panels of one vector or less,
 * such as the outputs of a step. Four rows by one vector at a time; where fewer are left, the last is computed several
 * times.
 *
 * <p>The panel of a C narrower than a vector is filled up with zeros. A row of C is then written with what lies behind
 * it in the array as this thread found it; where less than a vector lies there, element by element.
 */
final class FewRows {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();
    private static final int ROWS = 4;

    private FewRows() {}

    /** Computes the columns of panel p in rows from {@code first} on, over rows k to k + depth of B. */
    static void compute(Matrix start, int startStep, Matrix a, Panels b, int p, int k, int depth, Matrix c, int first) {
        int end = c.rows();
        while (c.columns() < L && end > first && !hasRoom(start, startStep, c, end - 1)) {
            end--;
        }
        for (int i = first; i < end; i += ROWS) {
            for (int v = 0; v < b.width(p); v += L) {
                int slide = v + L < b.width(p) ? 0 : b.slide(p);
                int own = c.columns() < L ? 2 * L - c.columns() : L - slide;
                int j = b.first(p) + v - slide;
                int at = b.row(p, k) + v;
                rows(start, startStep, a, b.data(), at, b.width(p), k, depth, c, i, end - 1 - i, j, own);
            }
        }
        for (int i = end; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                element(start, startStep, a, b, k, depth, c, i, j);
            }
        }
    }

    /** Returns whether a vector fits the arrays from the beginning of a row on. */
    private static boolean hasRoom(Matrix start, int startStep, Matrix c, int row) {
        return start.offset() + row * startStep + L <= start.data().length && c.row(row) + L <= c.data().length;
    }

    /**
     * Four rows from row i on, or {@code more} after it if that is fewer, by one vector from column j on; it writes the
     * lanes of the mask {@code own} of {@link Lanes#window}.
     */
    private static void rows(
            Matrix start,
            int startStep,
            Matrix left,
            float[] b,
            int at,
            int bStep,
            int k,
            int depth,
            Matrix product,
            int i,
            int more,
            int j,
            int own) {
        float[] a = left.data();
        float[] c = product.data();
        float[] s = start.data();
        int i1 = Math.min(1, more);
        int i2 = Math.min(2, more);
        int i3 = Math.min(3, more);
        int a0 = left.row(i) + k;
        int a1 = a0 + i1 * left.stride();
        int a2 = a0 + i2 * left.stride();
        int a3 = a0 + i3 * left.stride();
        int s0 = start.offset() + i * startStep + j;
        FloatVector c0 = FloatVector.fromArray(S, s, s0);
        FloatVector c1 = FloatVector.fromArray(S, s, s0 + i1 * startStep);
        FloatVector c2 = FloatVector.fromArray(S, s, s0 + i2 * startStep);
        FloatVector c3 = FloatVector.fromArray(S, s, s0 + i3 * startStep);
        for (int q = 0; q < depth; q++, at += bStep) {
            FloatVector row = FloatVector.fromArray(S, b, at);
            c0 = row.fma(FloatVector.broadcast(S, a[a0 + q]), c0);
            c1 = row.fma(FloatVector.broadcast(S, a[a1 + q]), c1);
            c2 = row.fma(FloatVector.broadcast(S, a[a2 + q]), c2);
            c3 = row.fma(FloatVector.broadcast(S, a[a3 + q]), c3);
        }
        VectorMask<Float> written = Lanes.window(own);
        int to = product.row(i) + j;
        int to1 = to + i1 * product.stride();
        int to2 = to + i2 * product.stride();
        int to3 = to + i3 * product.stride();
        FloatVector.fromArray(S, c, to).blend(c0, written).intoArray(c, to);
        FloatVector.fromArray(S, c, to1).blend(c1, written).intoArray(c, to1);
        FloatVector.fromArray(S, c, to2).blend(c2, written).intoArray(c, to2);
        FloatVector.fromArray(S, c, to3).blend(c3, written).intoArray(c, to3);
    }

    private static void element(
            Matrix start, int startStep, Matrix a, Panels b, int k, int depth, Matrix c, int i, int j) {
        float sum = start.data()[start.offset() + i * startStep + j];
        int from = a.row(i) + k;
        int at = b.row(0, k) + j;
        for (int q = 0; q < depth; q++, at += L) {
            sum = Math.fma(a.data()[from + q], b.data()[at], sum);
        }
        c.set(i, j, sum);
    }
}

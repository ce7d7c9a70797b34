package org.longspan.numerics.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;

/**
 * Products that add to C. A block of C, 4 rows by 4 vectors, stays in 16 registers while k runs: each element of B
 * that is loaded serves 4 rows, and each element of A 4 vectors. The compiler stops keeping vectors in registers in
 * a method much larger than that (6 by 4 runs 20 times slower), so larger is not faster, and where there may be only 16
 * registers, blocks are 4 by 3.
 *
 * <p>k runs in slabs of {@link #DEPTH} rows of B, so that 4 vectors' width of a slab stays in a near cache while all
 * rows of A pass over it. A block loads C and goes on, hence no block size changes a bit.
 *
 * <p>Where fewer than 4 rows are left, the last one is computed and written more than once. Where fewer columns
 * than a vector has lanes are left, the block moves to the left until it fits, and writes only what is new.
 */
final class Products {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();
    private static final int ROWS = 4;
    private static final int DEPTH = 128;

    /** Whether there are registers for blocks of 4 by 4: 32 with vectors of 512 bits; with narrower ones perhaps 16. */
    private static final boolean WIDE = S.vectorBitSize() == 512;

    /** Windows of L lanes: the one that begins at s is true from lane L - s on. */
    private static final boolean[] STAIR = stair();

    private Products() {}

    private static boolean[] stair() {
        boolean[] stair = new boolean[2 * L];
        Arrays.fill(stair, L, 2 * L, true);
        return stair;
    }

    /** C += A · B, where element (i, k) of A stands {@code i * rowStep + k * depthStep} behind the first one. */
    static void add(Matrix a, int rowStep, int depthStep, Matrix b, Matrix c) {
        for (int k = 0; k < b.rows(); k += DEPTH) {
            addSlab(a, rowStep, depthStep, b, k, Math.min(k + DEPTH, b.rows()), c);
        }
    }

    private static void addSlab(Matrix a, int rowStep, int depthStep, Matrix b, int from, int to, Matrix c) {
        int n = c.columns();
        int j = 0;
        while (j < n) {
            int width = widthOfBlock(n, n - j);
            int at = Math.min(j, n - width);
            if (width == 4 * L) {
                for (int i = 0; i < c.rows(); i += ROWS) {
                    block4(a, rowStep, depthStep, b, from, to, c, i, j);
                }
            } else {
                for (int i = 0; i < c.rows(); i += ROWS) {
                    addRest(width, a, rowStep, depthStep, b, from, to, c, i, at, j - at);
                }
            }
            j = at + width;
        }
    }

    /**
     * The widest block while that leaves more than one vector; else 3, 2 or 1 vectors, whichever covers the rest, alone
     * or with 2 after it, and fits; or 2 columns of a C that is narrower than a vector.
     */
    private static int widthOfBlock(int n, int rest) {
        if (n < L) {
            return Math.min(2, rest);
        }
        if (WIDE && (rest == 4 * L || rest > 5 * L)) {
            return 4 * L;
        }
        if (rest > 4 * L || (rest > 2 * L && rest <= 3 * L && n >= 3 * L)) {
            return 3 * L;
        }
        return rest > L && n >= 2 * L ? 2 * L : L;
    }

    private static void addRest(
            int width,
            Matrix a,
            int rowStep,
            int depthStep,
            Matrix b,
            int from,
            int to,
            Matrix c,
            int i,
            int j,
            int done) {
        if (width == 3 * L) {
            block3(a, rowStep, depthStep, b, from, to, c, i, j, done);
        } else if (width == 2 * L) {
            block2(a, rowStep, depthStep, b, from, to, c, i, j, done);
        } else if (width == L) {
            block1(a, rowStep, depthStep, b, from, to, c, i, j, done);
        } else {
            columns(a, rowStep, depthStep, b, from, to, c, i, j);
        }
    }

    /** 4 rows by 4 vectors. */
    private static void block4(
            Matrix left, int rowStep, int depthStep, Matrix right, int from, int to, Matrix product, int i, int j) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        int last = product.rows() - 1 - i;
        int a0 = left.offset() + i * rowStep;
        int a1 = a0 + Math.min(1, last) * rowStep;
        int a2 = a0 + Math.min(2, last) * rowStep;
        int a3 = a0 + Math.min(3, last) * rowStep;
        int c0 = product.row(i) + j;
        int c1 = c0 + Math.min(1, last) * product.stride();
        int c2 = c0 + Math.min(2, last) * product.stride();
        int c3 = c0 + Math.min(3, last) * product.stride();
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c02 = FloatVector.fromArray(S, c, c0 + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, c, c0 + 3 * L);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c11 = FloatVector.fromArray(S, c, c1 + L);
        FloatVector c12 = FloatVector.fromArray(S, c, c1 + 2 * L);
        FloatVector c13 = FloatVector.fromArray(S, c, c1 + 3 * L);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c21 = FloatVector.fromArray(S, c, c2 + L);
        FloatVector c22 = FloatVector.fromArray(S, c, c2 + 2 * L);
        FloatVector c23 = FloatVector.fromArray(S, c, c2 + 3 * L);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c31 = FloatVector.fromArray(S, c, c3 + L);
        FloatVector c32 = FloatVector.fromArray(S, c, c3 + 2 * L);
        FloatVector c33 = FloatVector.fromArray(S, c, c3 + 3 * L);
        int bAt = right.row(from) + j;
        int bStep = right.stride();
        for (int k = from, ak = from * depthStep; k < to; k++, ak += depthStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + L);
            FloatVector b2 = FloatVector.fromArray(S, b, bAt + 2 * L);
            FloatVector b3 = FloatVector.fromArray(S, b, bAt + 3 * L);
            FloatVector row = FloatVector.broadcast(S, a[a0 + ak]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            c02 = row.fma(b2, c02);
            c03 = row.fma(b3, c03);
            row = FloatVector.broadcast(S, a[a1 + ak]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            c12 = row.fma(b2, c12);
            c13 = row.fma(b3, c13);
            row = FloatVector.broadcast(S, a[a2 + ak]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            c22 = row.fma(b2, c22);
            c23 = row.fma(b3, c23);
            row = FloatVector.broadcast(S, a[a3 + ak]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            c32 = row.fma(b2, c32);
            c33 = row.fma(b3, c33);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        c03.intoArray(c, c0 + 3 * L);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + L);
        c12.intoArray(c, c1 + 2 * L);
        c13.intoArray(c, c1 + 3 * L);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + L);
        c22.intoArray(c, c2 + 2 * L);
        c23.intoArray(c, c2 + 3 * L);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + L);
        c32.intoArray(c, c3 + 2 * L);
        c33.intoArray(c, c3 + 3 * L);
    }

    /** 4 rows by 3 vectors, of which the first {@code done} columns stay as they are. */
    private static void block3(
            Matrix left,
            int rowStep,
            int depthStep,
            Matrix right,
            int from,
            int to,
            Matrix product,
            int i,
            int j,
            int done) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        int last = product.rows() - 1 - i;
        int a0 = left.offset() + i * rowStep;
        int a1 = a0 + Math.min(1, last) * rowStep;
        int a2 = a0 + Math.min(2, last) * rowStep;
        int a3 = a0 + Math.min(3, last) * rowStep;
        int c0 = product.row(i) + j;
        int c1 = c0 + Math.min(1, last) * product.stride();
        int c2 = c0 + Math.min(2, last) * product.stride();
        int c3 = c0 + Math.min(3, last) * product.stride();
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c02 = FloatVector.fromArray(S, c, c0 + 2 * L);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c11 = FloatVector.fromArray(S, c, c1 + L);
        FloatVector c12 = FloatVector.fromArray(S, c, c1 + 2 * L);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c21 = FloatVector.fromArray(S, c, c2 + L);
        FloatVector c22 = FloatVector.fromArray(S, c, c2 + 2 * L);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c31 = FloatVector.fromArray(S, c, c3 + L);
        FloatVector c32 = FloatVector.fromArray(S, c, c3 + 2 * L);
        int bAt = right.row(from) + j;
        int bStep = right.stride();
        for (int k = from, ak = from * depthStep; k < to; k++, ak += depthStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + L);
            FloatVector b2 = FloatVector.fromArray(S, b, bAt + 2 * L);
            FloatVector row = FloatVector.broadcast(S, a[a0 + ak]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            c02 = row.fma(b2, c02);
            row = FloatVector.broadcast(S, a[a1 + ak]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            c12 = row.fma(b2, c12);
            row = FloatVector.broadcast(S, a[a2 + ak]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            c22 = row.fma(b2, c22);
            row = FloatVector.broadcast(S, a[a3 + ak]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            c32 = row.fma(b2, c32);
        }
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - done);
        FloatVector.fromArray(S, c, c0).blend(c00, fresh).intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        FloatVector.fromArray(S, c, c1).blend(c10, fresh).intoArray(c, c1);
        c11.intoArray(c, c1 + L);
        c12.intoArray(c, c1 + 2 * L);
        FloatVector.fromArray(S, c, c2).blend(c20, fresh).intoArray(c, c2);
        c21.intoArray(c, c2 + L);
        c22.intoArray(c, c2 + 2 * L);
        FloatVector.fromArray(S, c, c3).blend(c30, fresh).intoArray(c, c3);
        c31.intoArray(c, c3 + L);
        c32.intoArray(c, c3 + 2 * L);
    }

    /** 4 rows by 2 vectors, of which the first {@code done} columns stay as they are. */
    private static void block2(
            Matrix left,
            int rowStep,
            int depthStep,
            Matrix right,
            int from,
            int to,
            Matrix product,
            int i,
            int j,
            int done) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        int last = product.rows() - 1 - i;
        int a0 = left.offset() + i * rowStep;
        int a1 = a0 + Math.min(1, last) * rowStep;
        int a2 = a0 + Math.min(2, last) * rowStep;
        int a3 = a0 + Math.min(3, last) * rowStep;
        int c0 = product.row(i) + j;
        int c1 = c0 + Math.min(1, last) * product.stride();
        int c2 = c0 + Math.min(2, last) * product.stride();
        int c3 = c0 + Math.min(3, last) * product.stride();
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c11 = FloatVector.fromArray(S, c, c1 + L);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c21 = FloatVector.fromArray(S, c, c2 + L);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c31 = FloatVector.fromArray(S, c, c3 + L);
        int bAt = right.row(from) + j;
        int bStep = right.stride();
        for (int k = from, ak = from * depthStep; k < to; k++, ak += depthStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + L);
            FloatVector row = FloatVector.broadcast(S, a[a0 + ak]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            row = FloatVector.broadcast(S, a[a1 + ak]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            row = FloatVector.broadcast(S, a[a2 + ak]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            row = FloatVector.broadcast(S, a[a3 + ak]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
        }
        // Blends, not masked stores, which JDK 17 does lane by lane; and no helper, which it would not take in here.
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - done);
        FloatVector.fromArray(S, c, c0).blend(c00, fresh).intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        FloatVector.fromArray(S, c, c1).blend(c10, fresh).intoArray(c, c1);
        c11.intoArray(c, c1 + L);
        FloatVector.fromArray(S, c, c2).blend(c20, fresh).intoArray(c, c2);
        c21.intoArray(c, c2 + L);
        FloatVector.fromArray(S, c, c3).blend(c30, fresh).intoArray(c, c3);
        c31.intoArray(c, c3 + L);
    }

    /** 4 rows by 1 vector, of which the first {@code done} columns stay as they are. */
    private static void block1(
            Matrix left,
            int rowStep,
            int depthStep,
            Matrix right,
            int from,
            int to,
            Matrix product,
            int i,
            int j,
            int done) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        int last = product.rows() - 1 - i;
        int a0 = left.offset() + i * rowStep;
        int a1 = a0 + Math.min(1, last) * rowStep;
        int a2 = a0 + Math.min(2, last) * rowStep;
        int a3 = a0 + Math.min(3, last) * rowStep;
        int c0 = product.row(i) + j;
        int c1 = c0 + Math.min(1, last) * product.stride();
        int c2 = c0 + Math.min(2, last) * product.stride();
        int c3 = c0 + Math.min(3, last) * product.stride();
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        int bAt = right.row(from) + j;
        int bStep = right.stride();
        for (int k = from, ak = from * depthStep; k < to; k++, ak += depthStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            c00 = b0.fma(FloatVector.broadcast(S, a[a0 + ak]), c00);
            c10 = b0.fma(FloatVector.broadcast(S, a[a1 + ak]), c10);
            c20 = b0.fma(FloatVector.broadcast(S, a[a2 + ak]), c20);
            c30 = b0.fma(FloatVector.broadcast(S, a[a3 + ak]), c30);
        }
        // Blends, not masked stores, which JDK 17 does lane by lane; and no helper, which it would not take in here.
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - done);
        FloatVector.fromArray(S, c, c0).blend(c00, fresh).intoArray(c, c0);
        FloatVector.fromArray(S, c, c1).blend(c10, fresh).intoArray(c, c1);
        FloatVector.fromArray(S, c, c2).blend(c20, fresh).intoArray(c, c2);
        FloatVector.fromArray(S, c, c3).blend(c30, fresh).intoArray(c, c3);
    }

    /** 4 rows of 2 columns, or of 1 twice, for a C that is narrower than a vector. */
    private static void columns(
            Matrix left, int rowStep, int depthStep, Matrix right, int from, int to, Matrix product, int i, int j) {
        float[] a = left.data();
        float[] b = right.data();
        int last = product.rows() - 1 - i;
        int i1 = Math.min(1, last);
        int i2 = Math.min(2, last);
        int i3 = Math.min(3, last);
        int a0 = left.offset() + i * rowStep;
        int a1 = a0 + i1 * rowStep;
        int a2 = a0 + i2 * rowStep;
        int a3 = a0 + i3 * rowStep;
        int next = Math.min(j + 1, product.columns() - 1);
        float c00 = product.get(i, j);
        float c01 = product.get(i, next);
        float c10 = product.get(i + i1, j);
        float c11 = product.get(i + i1, next);
        float c20 = product.get(i + i2, j);
        float c21 = product.get(i + i2, next);
        float c30 = product.get(i + i3, j);
        float c31 = product.get(i + i3, next);
        int bAt = right.row(from);
        int bStep = right.stride();
        for (int k = from, ak = from * depthStep; k < to; k++, ak += depthStep, bAt += bStep) {
            float b0 = b[bAt + j];
            float b1 = b[bAt + next];
            c00 = Math.fma(a[a0 + ak], b0, c00);
            c01 = Math.fma(a[a0 + ak], b1, c01);
            c10 = Math.fma(a[a1 + ak], b0, c10);
            c11 = Math.fma(a[a1 + ak], b1, c11);
            c20 = Math.fma(a[a2 + ak], b0, c20);
            c21 = Math.fma(a[a2 + ak], b1, c21);
            c30 = Math.fma(a[a3 + ak], b0, c30);
            c31 = Math.fma(a[a3 + ak], b1, c31);
        }
        product.set(i, j, c00);
        product.set(i, next, c01);
        product.set(i + i1, j, c10);
        product.set(i + i1, next, c11);
        product.set(i + i2, j, c20);
        product.set(i + i2, next, c21);
        product.set(i + i3, j, c30);
        product.set(i + i3, next, c31);
    }
}

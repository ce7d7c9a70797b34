package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;

/**
 * C += Aᵀ · B, the product of weight gradients, over the many rows of A and B. Both stay unpacked: each element is used
 * once, and packing B was no faster. A block of C, 6 rows by 2 vectors, stays in 12 registers while k runs; with
 * 512-bit vectors it is 6 rows by 4 vectors, in 24. The 6 elements of A used at each k are neighbors, so the compiler
 * checks the bounds of the first and the last only.
 *
 * <p>The blocks take arrays and numbers, not matrices. When the compiler runs out of general registers, it keeps the
 * loop's other values in vector registers, and with 12 accumulators none is free. With matrices the speed was half.
 *
 * <p>k runs in slabs of {@link #DEPTH} rows, so that the input of a block of columns stays in a near cache. A block
 * loads C and continues the sum, so no slab size changes a bit. Where fewer rows or columns are left than a block has,
 * the block moves up or left until it fits, and writes only the new elements.
 */
final class TransposedProducts {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();
    private static final boolean[] STAIR = Lanes.stair();
    private static final int ROWS = 6;
    private static final int DEPTH = S.vectorBitSize() == 512 ? 64 : 128;

    private TransposedProducts() {}

    static void add(Matrix a, Matrix b, Matrix c) {
        if (c.columns() < L) {
            addNarrow(a, b, c);
        } else if (c.rows() < ROWS) {
            addFlat(a, b, c);
        } else {
            for (int k = 0; k < b.rows(); k += DEPTH) {
                addSlab(a, b, k, Math.min(DEPTH, b.rows() - k), c);
            }
        }
    }

    private static void addSlab(Matrix a, Matrix b, int from, int depth, Matrix c) {
        int n = c.columns();
        int end;
        for (int j = 0; j < n; j = end) {
            int width = Blocks.width(n - j, n);
            int at = Math.min(j, n - width);
            for (int i = 0; i < c.rows(); i += ROWS) {
                addBlock(width, a, b, from, depth, c, i, at, j - at);
            }
            end = at + width;
        }
    }

    /**
     * 6 rows from row i on, or the last 6, by one, two or four vectors; the first {@code done} columns stay as they
     * are.
     */
    private static void addBlock(int width, Matrix a, Matrix b, int from, int depth, Matrix c, int i, int j, int done) {
        int row = Math.min(i, c.rows() - ROWS);
        int at = a.row(from) + row;
        int bAt = b.row(from) + j;
        int to = c.row(row) + j;
        if (width == L) {
            rows6by1(
                    a.data(),
                    at,
                    a.stride(),
                    b.data(),
                    bAt,
                    b.stride(),
                    depth,
                    c.data(),
                    to,
                    c.stride(),
                    i - row,
                    done);
        } else if (width == 2 * L) {
            rows6by2(
                    a.data(),
                    at,
                    a.stride(),
                    b.data(),
                    bAt,
                    b.stride(),
                    depth,
                    c.data(),
                    to,
                    c.stride(),
                    i - row,
                    done);
        } else {
            rows6by4(a.data(), at, a.stride(), b.data(), bAt, b.stride(), depth, c.data(), to, c.stride(), i - row);
        }
    }

    /** 6 rows by 2 vectors; the first rows and columns, as many as are done, stay as they are. */
    private static void rows6by2(
            float[] a,
            int at,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            int depth,
            float[] c,
            int c0,
            int cStep,
            int doneRows,
            int doneColumns) {
        int c1 = c0 + cStep;
        int c2 = c1 + cStep;
        int c3 = c2 + cStep;
        int c4 = c3 + cStep;
        int c5 = c4 + cStep;
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c11 = FloatVector.fromArray(S, c, c1 + L);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c21 = FloatVector.fromArray(S, c, c2 + L);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c31 = FloatVector.fromArray(S, c, c3 + L);
        FloatVector c40 = FloatVector.fromArray(S, c, c4);
        FloatVector c41 = FloatVector.fromArray(S, c, c4 + L);
        FloatVector c50 = FloatVector.fromArray(S, c, c5);
        FloatVector c51 = FloatVector.fromArray(S, c, c5 + L);
        for (int k = 0; k < depth; k++, at += aStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + L);
            FloatVector row = FloatVector.broadcast(S, a[at]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            row = FloatVector.broadcast(S, a[at + 1]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            row = FloatVector.broadcast(S, a[at + 2]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            row = FloatVector.broadcast(S, a[at + 3]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            row = FloatVector.broadcast(S, a[at + 4]);
            c40 = row.fma(b0, c40);
            c41 = row.fma(b1, c41);
            row = FloatVector.broadcast(S, a[at + 5]);
            c50 = row.fma(b0, c50);
            c51 = row.fma(b1, c51);
        }
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - doneColumns);
        if (doneRows < 1) {
            FloatVector.fromArray(S, c, c0).blend(c00, fresh).intoArray(c, c0);
            c01.intoArray(c, c0 + L);
        }
        if (doneRows < 2) {
            FloatVector.fromArray(S, c, c1).blend(c10, fresh).intoArray(c, c1);
            c11.intoArray(c, c1 + L);
        }
        if (doneRows < 3) {
            FloatVector.fromArray(S, c, c2).blend(c20, fresh).intoArray(c, c2);
            c21.intoArray(c, c2 + L);
        }
        if (doneRows < 4) {
            FloatVector.fromArray(S, c, c3).blend(c30, fresh).intoArray(c, c3);
            c31.intoArray(c, c3 + L);
        }
        if (doneRows < 5) {
            FloatVector.fromArray(S, c, c4).blend(c40, fresh).intoArray(c, c4);
            c41.intoArray(c, c4 + L);
        }
        FloatVector.fromArray(S, c, c5).blend(c50, fresh).intoArray(c, c5);
        c51.intoArray(c, c5 + L);
    }

    /** 6 rows by 4 vectors; the first rows, as many as are done, stay as they are. */
    private static void rows6by4(
            float[] a,
            int at,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            int depth,
            float[] c,
            int c0,
            int cStep,
            int doneRows) {
        int c1 = c0 + cStep;
        int c2 = c1 + cStep;
        int c3 = c2 + cStep;
        int c4 = c3 + cStep;
        int c5 = c4 + cStep;
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
        FloatVector c40 = FloatVector.fromArray(S, c, c4);
        FloatVector c41 = FloatVector.fromArray(S, c, c4 + L);
        FloatVector c42 = FloatVector.fromArray(S, c, c4 + 2 * L);
        FloatVector c43 = FloatVector.fromArray(S, c, c4 + 3 * L);
        FloatVector c50 = FloatVector.fromArray(S, c, c5);
        FloatVector c51 = FloatVector.fromArray(S, c, c5 + L);
        FloatVector c52 = FloatVector.fromArray(S, c, c5 + 2 * L);
        FloatVector c53 = FloatVector.fromArray(S, c, c5 + 3 * L);
        for (int k = 0; k < depth; k++, at += aStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + L);
            FloatVector b2 = FloatVector.fromArray(S, b, bAt + 2 * L);
            FloatVector b3 = FloatVector.fromArray(S, b, bAt + 3 * L);
            FloatVector row = FloatVector.broadcast(S, a[at]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            c02 = row.fma(b2, c02);
            c03 = row.fma(b3, c03);
            row = FloatVector.broadcast(S, a[at + 1]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            c12 = row.fma(b2, c12);
            c13 = row.fma(b3, c13);
            row = FloatVector.broadcast(S, a[at + 2]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            c22 = row.fma(b2, c22);
            c23 = row.fma(b3, c23);
            row = FloatVector.broadcast(S, a[at + 3]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            c32 = row.fma(b2, c32);
            c33 = row.fma(b3, c33);
            row = FloatVector.broadcast(S, a[at + 4]);
            c40 = row.fma(b0, c40);
            c41 = row.fma(b1, c41);
            c42 = row.fma(b2, c42);
            c43 = row.fma(b3, c43);
            row = FloatVector.broadcast(S, a[at + 5]);
            c50 = row.fma(b0, c50);
            c51 = row.fma(b1, c51);
            c52 = row.fma(b2, c52);
            c53 = row.fma(b3, c53);
        }
        if (doneRows < 1) {
            c00.intoArray(c, c0);
            c01.intoArray(c, c0 + L);
            c02.intoArray(c, c0 + 2 * L);
            c03.intoArray(c, c0 + 3 * L);
        }
        if (doneRows < 2) {
            c10.intoArray(c, c1);
            c11.intoArray(c, c1 + L);
            c12.intoArray(c, c1 + 2 * L);
            c13.intoArray(c, c1 + 3 * L);
        }
        if (doneRows < 3) {
            c20.intoArray(c, c2);
            c21.intoArray(c, c2 + L);
            c22.intoArray(c, c2 + 2 * L);
            c23.intoArray(c, c2 + 3 * L);
        }
        if (doneRows < 4) {
            c30.intoArray(c, c3);
            c31.intoArray(c, c3 + L);
            c32.intoArray(c, c3 + 2 * L);
            c33.intoArray(c, c3 + 3 * L);
        }
        if (doneRows < 5) {
            c40.intoArray(c, c4);
            c41.intoArray(c, c4 + L);
            c42.intoArray(c, c4 + 2 * L);
            c43.intoArray(c, c4 + 3 * L);
        }
        c50.intoArray(c, c5);
        c51.intoArray(c, c5 + L);
        c52.intoArray(c, c5 + 2 * L);
        c53.intoArray(c, c5 + 3 * L);
    }

    /** 6 rows by 1 vector. */
    private static void rows6by1(
            float[] a,
            int at,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            int depth,
            float[] c,
            int c0,
            int cStep,
            int doneRows,
            int doneColumns) {
        int c1 = c0 + cStep;
        int c2 = c1 + cStep;
        int c3 = c2 + cStep;
        int c4 = c3 + cStep;
        int c5 = c4 + cStep;
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c40 = FloatVector.fromArray(S, c, c4);
        FloatVector c50 = FloatVector.fromArray(S, c, c5);
        for (int k = 0; k < depth; k++, at += aStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            c00 = b0.fma(FloatVector.broadcast(S, a[at]), c00);
            c10 = b0.fma(FloatVector.broadcast(S, a[at + 1]), c10);
            c20 = b0.fma(FloatVector.broadcast(S, a[at + 2]), c20);
            c30 = b0.fma(FloatVector.broadcast(S, a[at + 3]), c30);
            c40 = b0.fma(FloatVector.broadcast(S, a[at + 4]), c40);
            c50 = b0.fma(FloatVector.broadcast(S, a[at + 5]), c50);
        }
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - doneColumns);
        if (doneRows < 1) {
            FloatVector.fromArray(S, c, c0).blend(c00, fresh).intoArray(c, c0);
        }
        if (doneRows < 2) {
            FloatVector.fromArray(S, c, c1).blend(c10, fresh).intoArray(c, c1);
        }
        if (doneRows < 3) {
            FloatVector.fromArray(S, c, c2).blend(c20, fresh).intoArray(c, c2);
        }
        if (doneRows < 4) {
            FloatVector.fromArray(S, c, c3).blend(c30, fresh).intoArray(c, c3);
        }
        if (doneRows < 5) {
            FloatVector.fromArray(S, c, c4).blend(c40, fresh).intoArray(c, c4);
        }
        FloatVector.fromArray(S, c, c5).blend(c50, fresh).intoArray(c, c5);
    }

    /** A C with fewer rows than a block: row by row, vector by vector, with B in place. */
    private static void addFlat(Matrix a, Matrix b, Matrix c) {
        int n = c.columns();
        for (int i = 0; i < c.rows(); i++) {
            for (int begin = 0; begin < n; begin += L) {
                int j = Math.min(begin, n - L);
                row1by1(a, b, c, i, j, begin - j);
            }
        }
    }

    private static void row1by1(Matrix left, Matrix right, Matrix product, int i, int j, int done) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        int to = product.row(i) + j;
        FloatVector sum = FloatVector.fromArray(S, c, to);
        int at = left.offset() + i;
        int bAt = right.offset() + j;
        for (int k = 0; k < right.rows(); k++, at += left.stride(), bAt += right.stride()) {
            sum = FloatVector.fromArray(S, b, bAt).fma(FloatVector.broadcast(S, a[at]), sum);
        }
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - done);
        FloatVector.fromArray(S, c, to).blend(sum, fresh).intoArray(c, to);
    }

    /** A C narrower than a vector, element by element. */
    private static void addNarrow(Matrix a, Matrix b, Matrix c) {
        for (int k = 0; k < a.rows(); k++) {
            for (int i = 0; i < c.rows(); i++) {
                float factor = a.get(k, i);
                for (int j = 0; j < c.columns(); j++) {
                    c.set(i, j, Math.fma(factor, b.get(k, j), c.get(i, j)));
                }
            }
        }
    }
}

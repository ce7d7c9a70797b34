package org.longspan.numerics.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/**
 * C += A · B for B in panels. A block of C, 5 rows by 2 vectors, stays in 10 registers while k runs: each element of B
 * that is loaded serves 5 rows, and each element of A 2 vectors. Ten chains of multiply-adds fill two units of latency
 * 4, and with what the compiler loads ahead the block fits the 16 registers of a processor without 512-bit vectors. A
 * block of 4 rows by 3 vectors needs as many loads for a fifth more work, yet ran at half the speed: one accumulator
 * too many was spilled to memory in every iteration. Batches of 20, 50 and 100 sequences are whole blocks.
 *
 * <p>With 512-bit vectors there are 32 registers, and a block is 5 rows by 4 vectors. The cost of an element of A, its
 * address and its broadcast, is then spread over twice as many multiply-adds; the narrower block is limited there by
 * the number of instructions.
 *
 * <p>In a panel the distance between rows is a constant, so the compiler checks bounds once, before the loop.
 *
 * <p>k runs in slabs of {@link #DEPTH} rows of B, so that a panel's slab stays in the nearest cache while all rows of A
 * pass over it. A block loads C and continues the sum, so no block size changes a bit.
 *
 * <p>Where fewer rows are left than a block has, the last row is computed and written more than once.
 */
final class PanelProducts {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();
    private static final boolean[] STAIR = Lanes.stair();
    private static final int DEPTH = 256;

    private PanelProducts() {}

    /**
     * Cuts n columns into panels as wide as the widest block, and the rest into panels of two vectors and of one. If n
     * is less than a vector, there is one panel of n columns.
     */
    static Panels newPanels(int rows, int columns) {
        if (columns < L) {
            return new Panels(rows, columns, columns);
        }
        int[] widths = new int[columns / L + 1];
        int count = 0;
        for (int rest = columns; rest > 0; rest -= widths[count++]) {
            widths[count] = Blocks.width(rest, columns);
        }
        return new Panels(rows, columns, Arrays.copyOf(widths, count));
    }

    /**
     * C = start + A · B. {@code start} is C itself, or one row that every row of C starts from, with {@code startStep}
     * 0.
     */
    static void compute(Matrix start, int startStep, Matrix a, Panels b, Matrix c) {
        int first = Math.min(DEPTH, b.rows());
        computeSlab(start, startStep, a, b, 0, first, c);
        for (int k = first; k < b.rows(); k += DEPTH) {
            computeSlab(c, c.stride(), a, b, k, Math.min(k + DEPTH, b.rows()), c);
        }
    }

    private static void computeSlab(Matrix start, int startStep, Matrix a, Panels b, int from, int to, Matrix c) {
        if (c.columns() < L) {
            columns(start, startStep, a, b, from, to, c);
            return;
        }
        int wide = 0; // panels wider than a vector; they come first
        while (wide < b.count() && b.width(wide) > L) {
            wide++;
        }
        for (int i = 0; i < c.rows(); i += 5) {
            for (int p = 0; p < wide; p++) {
                if (b.width(p) == 2 * L) {
                    rows5by2(start, startStep, a, b, p, from, to, c, i);
                } else {
                    rows5by4(start, startStep, a, b, p, from, to, c, i);
                }
            }
        }
        for (int p = wide; p < b.count(); p++) {
            for (int i = 0; i < c.rows(); i += 8) {
                rows8by1(start, startStep, a, b, p, from, to, c, i);
            }
        }
    }

    /** 5 rows by 2 vectors, leaving alone the columns of the panel before. */
    private static void rows5by2(
            Matrix start, int startStep, Matrix left, Panels right, int p, int from, int to, Matrix product, int i) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        float[] s = start.data();
        int j = right.first(p);
        int last = product.rows() - 1 - i;
        int a0 = left.row(i);
        int s0 = start.offset() + i * startStep + j;
        int c0 = product.row(i) + j;
        int a1 = a0 + Math.min(1, last) * left.stride();
        int a2 = a0 + Math.min(2, last) * left.stride();
        int a3 = a0 + Math.min(3, last) * left.stride();
        int a4 = a0 + Math.min(4, last) * left.stride();
        int s1 = s0 + Math.min(1, last) * startStep;
        int s2 = s0 + Math.min(2, last) * startStep;
        int s3 = s0 + Math.min(3, last) * startStep;
        int s4 = s0 + Math.min(4, last) * startStep;
        FloatVector c00 = FloatVector.fromArray(S, s, s0);
        FloatVector c01 = FloatVector.fromArray(S, s, s0 + L);
        FloatVector c10 = FloatVector.fromArray(S, s, s1);
        FloatVector c11 = FloatVector.fromArray(S, s, s1 + L);
        FloatVector c20 = FloatVector.fromArray(S, s, s2);
        FloatVector c21 = FloatVector.fromArray(S, s, s2 + L);
        FloatVector c30 = FloatVector.fromArray(S, s, s3);
        FloatVector c31 = FloatVector.fromArray(S, s, s3 + L);
        FloatVector c40 = FloatVector.fromArray(S, s, s4);
        FloatVector c41 = FloatVector.fromArray(S, s, s4 + L);
        int at = right.row(p, from);
        for (int k = from; k < to; k++, at += 2 * L) {
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            FloatVector b1 = FloatVector.fromArray(S, b, at + L);
            FloatVector row = FloatVector.broadcast(S, a[a0 + k]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            row = FloatVector.broadcast(S, a[a1 + k]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            row = FloatVector.broadcast(S, a[a2 + k]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            row = FloatVector.broadcast(S, a[a3 + k]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            row = FloatVector.broadcast(S, a[a4 + k]);
            c40 = row.fma(b0, c40);
            c41 = row.fma(b1, c41);
        }
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - right.repeated(p));
        int c1 = c0 + Math.min(1, last) * product.stride();
        int c2 = c0 + Math.min(2, last) * product.stride();
        int c3 = c0 + Math.min(3, last) * product.stride();
        int c4 = c0 + Math.min(4, last) * product.stride();
        FloatVector.fromArray(S, c, c0).blend(c00, fresh).intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        FloatVector.fromArray(S, c, c1).blend(c10, fresh).intoArray(c, c1);
        c11.intoArray(c, c1 + L);
        FloatVector.fromArray(S, c, c2).blend(c20, fresh).intoArray(c, c2);
        c21.intoArray(c, c2 + L);
        FloatVector.fromArray(S, c, c3).blend(c30, fresh).intoArray(c, c3);
        c31.intoArray(c, c3 + L);
        FloatVector.fromArray(S, c, c4).blend(c40, fresh).intoArray(c, c4);
        c41.intoArray(c, c4 + L);
    }

    /** 5 rows by 4 vectors, which share no column with another panel. */
    private static void rows5by4(
            Matrix start, int startStep, Matrix left, Panels right, int p, int from, int to, Matrix product, int i) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        float[] s = start.data();
        int j = right.first(p);
        int last = product.rows() - 1 - i;
        int a0 = left.row(i);
        int s0 = start.offset() + i * startStep + j;
        int c0 = product.row(i) + j;
        int a1 = a0 + Math.min(1, last) * left.stride();
        int a2 = a0 + Math.min(2, last) * left.stride();
        int a3 = a0 + Math.min(3, last) * left.stride();
        int a4 = a0 + Math.min(4, last) * left.stride();
        int s1 = s0 + Math.min(1, last) * startStep;
        int s2 = s0 + Math.min(2, last) * startStep;
        int s3 = s0 + Math.min(3, last) * startStep;
        int s4 = s0 + Math.min(4, last) * startStep;
        FloatVector c00 = FloatVector.fromArray(S, s, s0);
        FloatVector c01 = FloatVector.fromArray(S, s, s0 + L);
        FloatVector c02 = FloatVector.fromArray(S, s, s0 + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, s, s0 + 3 * L);
        FloatVector c10 = FloatVector.fromArray(S, s, s1);
        FloatVector c11 = FloatVector.fromArray(S, s, s1 + L);
        FloatVector c12 = FloatVector.fromArray(S, s, s1 + 2 * L);
        FloatVector c13 = FloatVector.fromArray(S, s, s1 + 3 * L);
        FloatVector c20 = FloatVector.fromArray(S, s, s2);
        FloatVector c21 = FloatVector.fromArray(S, s, s2 + L);
        FloatVector c22 = FloatVector.fromArray(S, s, s2 + 2 * L);
        FloatVector c23 = FloatVector.fromArray(S, s, s2 + 3 * L);
        FloatVector c30 = FloatVector.fromArray(S, s, s3);
        FloatVector c31 = FloatVector.fromArray(S, s, s3 + L);
        FloatVector c32 = FloatVector.fromArray(S, s, s3 + 2 * L);
        FloatVector c33 = FloatVector.fromArray(S, s, s3 + 3 * L);
        FloatVector c40 = FloatVector.fromArray(S, s, s4);
        FloatVector c41 = FloatVector.fromArray(S, s, s4 + L);
        FloatVector c42 = FloatVector.fromArray(S, s, s4 + 2 * L);
        FloatVector c43 = FloatVector.fromArray(S, s, s4 + 3 * L);
        int at = right.row(p, from);
        for (int k = from; k < to; k++, at += 4 * L) {
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            FloatVector b1 = FloatVector.fromArray(S, b, at + L);
            FloatVector b2 = FloatVector.fromArray(S, b, at + 2 * L);
            FloatVector b3 = FloatVector.fromArray(S, b, at + 3 * L);
            FloatVector row = FloatVector.broadcast(S, a[a0 + k]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            c02 = row.fma(b2, c02);
            c03 = row.fma(b3, c03);
            row = FloatVector.broadcast(S, a[a1 + k]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            c12 = row.fma(b2, c12);
            c13 = row.fma(b3, c13);
            row = FloatVector.broadcast(S, a[a2 + k]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            c22 = row.fma(b2, c22);
            c23 = row.fma(b3, c23);
            row = FloatVector.broadcast(S, a[a3 + k]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            c32 = row.fma(b2, c32);
            c33 = row.fma(b3, c33);
            row = FloatVector.broadcast(S, a[a4 + k]);
            c40 = row.fma(b0, c40);
            c41 = row.fma(b1, c41);
            c42 = row.fma(b2, c42);
            c43 = row.fma(b3, c43);
        }
        int c1 = c0 + Math.min(1, last) * product.stride();
        int c2 = c0 + Math.min(2, last) * product.stride();
        int c3 = c0 + Math.min(3, last) * product.stride();
        int c4 = c0 + Math.min(4, last) * product.stride();
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
        c40.intoArray(c, c4);
        c41.intoArray(c, c4 + L);
        c42.intoArray(c, c4 + 2 * L);
        c43.intoArray(c, c4 + 3 * L);
    }

    /** 8 rows by 1 vector, leaving alone the columns of the panel before. */
    private static void rows8by1(
            Matrix start, int startStep, Matrix left, Panels right, int p, int from, int to, Matrix product, int i) {
        float[] a = left.data();
        float[] b = right.data();
        float[] c = product.data();
        float[] s = start.data();
        int j = right.first(p);
        int last = product.rows() - 1 - i;
        int a0 = left.row(i);
        int s0 = start.offset() + i * startStep + j;
        int c0 = product.row(i) + j;
        int a1 = a0 + Math.min(1, last) * left.stride();
        int a2 = a0 + Math.min(2, last) * left.stride();
        int a3 = a0 + Math.min(3, last) * left.stride();
        int a4 = a0 + Math.min(4, last) * left.stride();
        int a5 = a0 + Math.min(5, last) * left.stride();
        int a6 = a0 + Math.min(6, last) * left.stride();
        int a7 = a0 + Math.min(7, last) * left.stride();
        int s1 = s0 + Math.min(1, last) * startStep;
        int s2 = s0 + Math.min(2, last) * startStep;
        int s3 = s0 + Math.min(3, last) * startStep;
        int s4 = s0 + Math.min(4, last) * startStep;
        int s5 = s0 + Math.min(5, last) * startStep;
        int s6 = s0 + Math.min(6, last) * startStep;
        int s7 = s0 + Math.min(7, last) * startStep;
        FloatVector c00 = FloatVector.fromArray(S, s, s0);
        FloatVector c10 = FloatVector.fromArray(S, s, s1);
        FloatVector c20 = FloatVector.fromArray(S, s, s2);
        FloatVector c30 = FloatVector.fromArray(S, s, s3);
        FloatVector c40 = FloatVector.fromArray(S, s, s4);
        FloatVector c50 = FloatVector.fromArray(S, s, s5);
        FloatVector c60 = FloatVector.fromArray(S, s, s6);
        FloatVector c70 = FloatVector.fromArray(S, s, s7);
        VectorMask<Float> fresh = VectorMask.fromArray(S, STAIR, L - right.repeated(p));
        int at = right.row(p, from);
        for (int k = from; k < to; k++, at += L) {
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            c00 = b0.fma(FloatVector.broadcast(S, a[a0 + k]), c00);
            c10 = b0.fma(FloatVector.broadcast(S, a[a1 + k]), c10);
            c20 = b0.fma(FloatVector.broadcast(S, a[a2 + k]), c20);
            c30 = b0.fma(FloatVector.broadcast(S, a[a3 + k]), c30);
            c40 = b0.fma(FloatVector.broadcast(S, a[a4 + k]), c40);
            c50 = b0.fma(FloatVector.broadcast(S, a[a5 + k]), c50);
            c60 = b0.fma(FloatVector.broadcast(S, a[a6 + k]), c60);
            c70 = b0.fma(FloatVector.broadcast(S, a[a7 + k]), c70);
        }
        int c1 = c0 + Math.min(1, last) * product.stride();
        int c2 = c0 + Math.min(2, last) * product.stride();
        int c3 = c0 + Math.min(3, last) * product.stride();
        int c4 = c0 + Math.min(4, last) * product.stride();
        int c5 = c0 + Math.min(5, last) * product.stride();
        int c6 = c0 + Math.min(6, last) * product.stride();
        int c7 = c0 + Math.min(7, last) * product.stride();
        FloatVector.fromArray(S, c, c0).blend(c00, fresh).intoArray(c, c0);
        FloatVector.fromArray(S, c, c1).blend(c10, fresh).intoArray(c, c1);
        FloatVector.fromArray(S, c, c2).blend(c20, fresh).intoArray(c, c2);
        FloatVector.fromArray(S, c, c3).blend(c30, fresh).intoArray(c, c3);
        FloatVector.fromArray(S, c, c4).blend(c40, fresh).intoArray(c, c4);
        FloatVector.fromArray(S, c, c5).blend(c50, fresh).intoArray(c, c5);
        FloatVector.fromArray(S, c, c6).blend(c60, fresh).intoArray(c, c6);
        FloatVector.fromArray(S, c, c7).blend(c70, fresh).intoArray(c, c7);
    }

    /** A B narrower than a vector, in its one panel. */
    private static void columns(Matrix start, int startStep, Matrix a, Panels b, int from, int to, Matrix c) {
        for (int i = 0; i < c.rows(); i += 4) {
            for (int j = 0; j < b.columns(); j++) {
                rows4by1Column(start, startStep, a, b, from, to, c, i, j);
            }
        }
    }

    /** 4 rows of one column. */
    private static void rows4by1Column(
            Matrix start, int startStep, Matrix left, Panels right, int from, int to, Matrix product, int i, int j) {
        float[] a = left.data();
        float[] b = right.data();
        int last = product.rows() - 1 - i;
        int i1 = Math.min(1, last);
        int i2 = Math.min(2, last);
        int i3 = Math.min(3, last);
        int a0 = left.row(i);
        int a1 = left.row(i + i1);
        int a2 = left.row(i + i2);
        int a3 = left.row(i + i3);
        int s = start.offset() + i * startStep + j;
        float c0 = start.data()[s];
        float c1 = start.data()[s + i1 * startStep];
        float c2 = start.data()[s + i2 * startStep];
        float c3 = start.data()[s + i3 * startStep];
        int at = right.row(0, from) + j;
        for (int k = from; k < to; k++, at += right.columns()) {
            c0 = Math.fma(a[a0 + k], b[at], c0);
            c1 = Math.fma(a[a1 + k], b[at], c1);
            c2 = Math.fma(a[a2 + k], b[at], c2);
            c3 = Math.fma(a[a3 + k], b[at], c3);
        }
        product.set(i, j, c0);
        product.set(i + i1, j, c1);
        product.set(i + i2, j, c2);
        product.set(i + i3, j, c3);
    }
}

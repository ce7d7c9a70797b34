package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Matrix;

/**
 * C += Aᵀ · B, the product of weight gradients, over the many rows of A and B. Both stay unpacked: each element is used
 * once, and packing B was no faster. A block of C stays in registers while k runs; {@link Transposed6By4} and its like
 * are the blocks. They take arrays and numbers, not matrices: when the compiler runs out of general registers, it keeps
 * the loop's other values in vector registers, and with 12 sums of 16 none is free. With matrices the speed was half.
 *
 * <p>k runs in slabs, so that the input of a block of columns stays in a near cache: {@link #STRIP} floats of B. A
 * block loads C and continues the sum, so no slab size changes a bit. Where fewer rows are left than a block has, it
 * moves up until it fits, and writes only the new rows.
 */
final class TransposedProducts {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();
    private static final int ROWS = 6;
    private static final int STRIP = 4096;

    private TransposedProducts() {}

    static void add(Matrix a, Matrix b, Matrix c) {
        if (c.columns() < L) {
            addNarrow(a, b, c);
        } else if (c.rows() < ROWS) {
            addFlat(a, b, c);
        } else {
            int slab = Math.max(1, STRIP / (Blocks.width(c.columns()) * L));
            for (int k = 0; k < b.rows(); k += slab) {
                addSlab(a, b, k, Math.min(slab, b.rows() - k), c);
            }
        }
    }

    private static void addSlab(Matrix a, Matrix b, int from, int depth, Matrix c) {
        int n = c.columns();
        int end;
        for (int j = 0; j < n; j = end) {
            end = Math.min(n, j + Blocks.width(n - j) * L);
            addBlocks(a, b, from, depth, c, j, end);
        }
    }

    /** Columns j to end, six rows at a time. The last six may begin early: {@code done} of them have their sums. */
    private static void addBlocks(Matrix a, Matrix b, int from, int depth, Matrix c, int j, int end) {
        int width = (end - j + L - 1) / L;
        int slide = width * L - (end - j);
        int bAt = b.row(from) + j;
        for (int i = 0; i < c.rows(); i += ROWS) {
            int row = Math.min(i, c.rows() - ROWS);
            int at = a.row(from) + row;
            int to = c.row(row) + j;
            int done = i - row;
            if (width == 4 && slide == 0) {
                Transposed6By4.add(
                        a.data(), at, a.stride(), b.data(), bAt, b.stride(), depth, c.data(), to, c.stride(), done);
            } else if (width == 2 && slide == 0) {
                Transposed6By2.add(
                        a.data(), at, a.stride(), b.data(), bAt, b.stride(), depth, c.data(), to, c.stride(), done);
            } else if (width == 4) {
                SlidingTransposed6By4.add(
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
                        done,
                        slide);
            } else if (width == 3) {
                SlidingTransposed6By3.add(
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
                        done,
                        slide);
            } else if (width == 2) {
                SlidingTransposed6By2.add(
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
                        done,
                        slide);
            } else {
                Transposed6By1.add(
                        a.data(), at, a.stride(), b.data(), bAt, b.stride(), depth, c.data(), to, c.stride(), done);
            }
        }
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
        VectorMask<Float> fresh = Lanes.window(L - done);
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

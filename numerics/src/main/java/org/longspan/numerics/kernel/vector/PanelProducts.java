package org.longspan.numerics.kernel.vector;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.Panels;

/**
 * C += A · B for B in panels. A block of C, some rows by one panel, stays in registers while k runs: each element of B
 * that is loaded serves all rows of the block, and each element of A all its vectors. {@link Block5By4} and its like
 * are the blocks; they take arrays and numbers, because a matrix that the compiler must read in the loop costs
 * registers. Batches of 20, 50 and 100 sequences are whole blocks; {@link FewRows} computes what blocks leave over.
 *
 * <p>In a panel the distance between rows is a constant, so the compiler checks bounds once, before the loop.
 *
 * <p>k runs in slabs of {@link #DEPTH} rows of B, so that a panel's slab stays in the nearest cache while all rows of A
 * pass over it. A block loads C and continues the sum, so no block size changes a bit.
 */
final class PanelProducts {

    private static final int L = VectorKernels.SPECIES.length();
    private static final int ROWS = 5;
    private static final int DEPTH = 256;

    private PanelProducts() {}

    /** Cuts n columns into panels as wide as the blocks. */
    static Panels newPanels(int rows, int columns) {
        return new Panels(rows, columns, L, Blocks.ends(columns));
    }

    /**
     * C = start + A · B. {@code start} is C itself, or one row that every row of C starts from, with {@code startStep}
     * 0.
     */
    static void compute(Matrix start, int startStep, Matrix a, Panels b, Matrix c) {
        int first = Math.min(DEPTH, b.rows());
        computeSlab(start, startStep, a, b, 0, first, c);
        for (int k = first; k < b.rows(); k += DEPTH) {
            computeSlab(c, c.stride(), a, b, k, Math.min(DEPTH, b.rows() - k), c);
        }
    }

    private static void computeSlab(Matrix start, int startStep, Matrix a, Panels b, int k, int depth, Matrix c) {
        int whole = c.rows() / ROWS * ROWS;
        for (int i = 0; i < whole; i += ROWS) {
            for (int p = 0; p < b.count(); p++) {
                if (b.width(p) > L) {
                    addBlock(start, startStep, a, b, p, k, depth, c, i);
                }
            }
        }
        for (int p = 0; p < b.count(); p++) {
            FewRows.compute(start, startStep, a, b, p, k, depth, c, b.width(p) > L ? whole : 0);
        }
    }

    /** Five rows from row i on by panel p, over rows k to k + depth of B. */
    private static void addBlock(
            Matrix start, int startStep, Matrix a, Panels b, int p, int k, int depth, Matrix c, int i) {
        int j = b.first(p);
        int s0 = start.offset() + i * startStep + j;
        int a0 = a.row(i) + k;
        int at = b.row(p, k);
        int c0 = c.row(i) + j;
        int width = b.width(p);
        int slide = b.slide(p);
        float[] s = start.data();
        if (width == 4 * L && slide == 0) {
            Block5By4.add(s, s0, startStep, a.data(), a0, a.stride(), b.data(), at, depth, c.data(), c0, c.stride());
        } else if (width == 2 * L && slide == 0) {
            Block5By2.add(s, s0, startStep, a.data(), a0, a.stride(), b.data(), at, depth, c.data(), c0, c.stride());
        } else if (width == 4 * L) {
            Sliding5By4.add(
                    s, s0, startStep, a.data(), a0, a.stride(), b.data(), at, depth, c.data(), c0, c.stride(), slide);
        } else if (width == 3 * L) {
            Sliding5By3.add(
                    s, s0, startStep, a.data(), a0, a.stride(), b.data(), at, depth, c.data(), c0, c.stride(), slide);
        } else {
            Sliding5By2.add(
                    s, s0, startStep, a.data(), a0, a.stride(), b.data(), at, depth, c.data(), c0, c.stride(), slide);
        }
    }
}

package org.longspan.numerics.kernel.vector;

import java.util.Arrays;

/**
 * The widths of register blocks, in vectors. Processors with 512-bit vectors have 32 registers, enough to accumulate
 * four vectors in several rows; others may have 16, enough for two.
 *
 * <p>The last vector of a block may begin early, so that a block is any number of columns wide, from more than a vector
 * up to its whole width; it computes some columns twice, to equal values. A block of one vector has no such choice, so
 * none is left for fewer columns than a vector: 4 + 1 vectors are cut as 3 + 2, 2 + 1 as 1 + 2.
 */
final class Blocks {

    private static final int L = VectorKernels.SPECIES.length();
    private static final int WIDEST = VectorKernels.SPECIES.vectorBitSize() == 512 ? 4 : 2;

    private Blocks() {}

    /** Returns the columns before which the blocks of a matrix of {@code columns} columns end, from left to right. */
    static int[] ends(int columns) {
        int[] ends = new int[columns / L + 1];
        int count = 0;
        int end = 0;
        while (end < columns) {
            end = Math.min(columns, end + width(columns - end) * L);
            ends[count++] = end;
        }
        return Arrays.copyOf(ends, count);
    }

    /** Returns the width of the next block, in vectors, where {@code rest} columns are left. */
    static int width(int rest) {
        int vectors = (rest + L - 1) / L;
        if (vectors <= WIDEST) {
            return vectors;
        }
        return vectors == WIDEST + 1 && rest % L != 0 ? WIDEST - 1 : WIDEST;
    }
}

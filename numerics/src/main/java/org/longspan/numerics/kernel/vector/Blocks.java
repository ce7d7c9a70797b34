package org.longspan.numerics.kernel.vector;

/**
 * The widths of register blocks. Processors with 512-bit vectors have 32 registers, enough to accumulate four vectors
 * in several rows; others may have 16, enough for two.
 */
final class Blocks {

    private static final int L = VectorKernels.SPECIES.length();
    private static final boolean WIDE = VectorKernels.SPECIES.vectorBitSize() == 512;

    private Blocks() {}

    /**
     * Returns the width of the next block, four vectors, two or one, in a matrix at least one vector wide with {@code
     * rest} columns left. A block of two or one may be wider than {@code rest} by less than a vector. A block of four
     * never is: choosing what to write would exceed what one compilation can hold (see {@link Lanes}).
     */
    static int width(int rest, int columns) {
        if (WIDE && rest >= 4 * L) {
            return 4 * L;
        }
        return rest > L && columns >= 2 * L ? 2 * L : L;
    }
}

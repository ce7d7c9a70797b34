package org.longspan.numerics.kernel.vector;

/**
 * How many columns a block of a product takes. With vectors of 512 bits come 32 registers, enough for the sums of four
 * vectors in several rows; with narrower ones there may be 16, enough for two.
 */
final class Blocks {

    private static final int L = VectorKernels.SPECIES.length();
    private static final boolean WIDE = VectorKernels.SPECIES.vectorBitSize() == 512;

    private Blocks() {}

    /**
     * Returns the width of the next block, in a matrix of at least a vector's columns of which {@code rest} are left: four
     * vectors, two or one. Two or one may be wider than what is left, by less than a vector; four never are, because the
     * choice of what to write would be more than the compiler takes in (see {@link Lanes}).
     */
    static int width(int rest, int columns) {
        if (WIDE && rest >= 4 * L) {
            return 4 * L;
        }
        return rest > L && columns >= 2 * L ? 2 * L : L;
    }
}

package org.longspan.harness.grid;

/**
 * The first points of Sobol's sequence in base 2. In every dimension, each interval of length 2⁻ᵐ holds one of the
 * first 2ᵐ points. This is also true of each later block of 2ᵐ points that starts at a multiple of 2ᵐ. A shorter run is
 * a prefix of a longer one.
 *
 * <p>Source: I. M. Sobol' (1967), with the direction numbers of S. Joe and F. Y. Kuo (2008).
 */
final class Sobol {

    /** The number of dimensions. */
    static final int DIMENSIONS = 8;

    private static final int BITS = 32;

    /**
     * Coefficients of the primitive polynomials of dimensions 2 to 8; the degree is the length of the row in
     * {@link #DIRECTIONS}.
     */
    private static final int[] POLYNOMIALS = {0, 1, 1, 2, 1, 4, 2};

    private static final int[][] DIRECTIONS = {
        {1}, {1, 3}, {1, 3, 1}, {1, 1, 1}, {1, 1, 3, 3}, {1, 3, 5, 13}, {1, 1, 5, 5, 17}
    };

    private Sobol() {}

    /** Returns coordinate {@code dimension} of point {@code index} as 32 binary digits after the binary point. */
    static int digits(int dimension, int index) {
        int[] v = directions(dimension);
        int digits = 0;
        for (int bit = 0; index >>> bit != 0; bit++) {
            if ((index >>> bit & 1) == 1) {
                digits ^= v[bit];
            }
        }
        return digits;
    }

    private static int[] directions(int dimension) {
        int[] v = new int[BITS];
        int[] m = dimension == 0 ? new int[0] : DIRECTIONS[dimension - 1];
        int degree = m.length;
        for (int i = 0; i < BITS; i++) {
            if (degree == 0) {
                v[i] = 1 << (BITS - 1 - i); // van der Corput's sequence
            } else if (i < degree) {
                v[i] = m[i] << (BITS - 1 - i);
            } else {
                v[i] = recurrence(v, i, degree, POLYNOMIALS[dimension - 1]);
            }
        }
        return v;
    }

    private static int recurrence(int[] v, int i, int degree, int polynomial) {
        int next = v[i - degree] ^ (v[i - degree] >>> degree);
        for (int k = 1; k < degree; k++) {
            if ((polynomial >>> (degree - 1 - k) & 1) == 1) {
                next ^= v[i - k];
            }
        }
        return next;
    }
}

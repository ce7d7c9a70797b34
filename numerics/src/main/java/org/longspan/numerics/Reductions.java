package org.longspan.numerics;

/**
 * Sums and maxima over n neighboring elements of arrays; sums run in {@code double}, in the order that {@link Kernels}
 * fixes.
 */
public interface Reductions {

    /** Returns Σ aᵢ bᵢ over n elements. */
    double dot(float[] a, int aFrom, float[] b, int bFrom, int n);

    /** Returns Σ aᵢ² over n elements. */
    default double sumOfSquares(float[] a, int from, int n) {
        return dot(a, from, a, from, n);
    }

    /** Returns max |aᵢ| over n elements: 0 for none, NaN if any is NaN. */
    float maxAbs(float[] a, int from, int n);

    /** Returns the Euclidean norm of a vector. */
    default double norm(Parameters v) {
        return Math.sqrt(sumOfSquares(v.data(), 0, v.size()));
    }
}

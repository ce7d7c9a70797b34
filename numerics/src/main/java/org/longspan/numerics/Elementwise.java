package org.longspan.numerics;

/** Operations on the elements of matrices and of slices that are not activation functions. */
public interface Elementwise {

    /** out = exp(A); out may be A. */
    void exp(Matrix a, Matrix out);

    /** Sets elements under {@link Kernels#FLOOR} in magnitude, also -0, to 0; NaN and infinities stay. */
    void flush(Matrix a);

    /** C = flush(factor A + C), with one rounding per element. */
    void addScaled(float factor, Matrix a, Matrix c);

    /** sum = flush(sum + A). */
    void addAndFlush(Matrix a, Matrix sum);

    /**
     * out = flush(plus + λ ∘ A), row by row, for complex λ (1, 2S) and A, plus, out (B, 2S). Each row holds S real
     * parts, then S imaginary parts.
     */
    void complexMultiplyAdd(Matrix lambda, Matrix a, Matrix plus, Matrix out);

    /** Sets elements under {@code floor > 0} in magnitude, also -0, to 0; NaN and infinities stay. */
    void flush(float floor, float[] a, int from, int n);

    /** aᵢ = flush(factor aᵢ), with the product in double. */
    void scale(double factor, float[] a, int from, int n);

    /** aᵢ = flush(factor aᵢ), with the product in float. */
    void multiply(float factor, float[] a, int from, int n);

    /** aᵢ = flush(aᵢ / divisor), with the quotient in float. */
    void divide(float divisor, float[] a, int from, int n);

    /** meanᵢ = flush(share meanᵢ + weight aᵢ): the product weight aᵢ is rounded, then the sum. */
    void average(float share, float weight, float[] a, float[] mean, int from, int n);

    /**
     * meanᵢ = share meanᵢ + (weight aᵢ) aᵢ, and 0 where that is denormal: both products with aᵢ are rounded, then the
     * sum.
     */
    void averageSquares(float share, float weight, float[] a, float[] mean, int from, int n);

    /** Limits finite elements to {@code bound ≥ 0} in magnitude; NaN and infinities stay. */
    void clamp(float bound, float[] a, int from, int n);
}

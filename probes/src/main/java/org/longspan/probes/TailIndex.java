package org.longspan.probes;

import java.util.Arrays;

/**
 * Hill's estimate of the index α of a heavy tail, P(X > x) ~ x^-α, from the k greatest of n positive numbers:
 *
 * <pre>1/α = 1/k Σ_{i=1..k} log(X₍ᵢ₎ / X₍ₖ₊₁₎),   X₍₁₎ ≥ X₍₂₎ ≥ …</pre>
 *
 * B. M. Hill (1975), A simple general approach to inference about the tail of a distribution, The Annals of Statistics 3.
 * Under 2 the variance is infinite, under 1 the mean.
 */
final class TailIndex {

    private TailIndex() {}

    /**
     * Returns α from the greatest {@code share} of {@code sample}, or NaN where that is less than two numbers or they are
     * equal.
     */
    static double of(double[] sample, double share) {
        double[] sorted = Arrays.stream(sample)
                .filter(v -> v > 0 && Double.isFinite(v))
                .sorted()
                .toArray();
        int k = (int) (share * sorted.length);
        if (k < 2 || k >= sorted.length) {
            return Double.NaN;
        }
        double border = StrictMath.log(sorted[sorted.length - k - 1]);
        double sum = 0;
        for (int i = sorted.length - k; i < sorted.length; i++) {
            sum += StrictMath.log(sorted[i]) - border;
        }
        return sum > 0 ? k / sum : Double.NaN;
    }
}

package org.longspan.reports.inference;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.longspan.reports.statistics.Interval;

/**
 * The exact interval for a proportion of independent runs, k of n: with a = (1 - level)/2, its ends are the p at which
 * k or more, and k or fewer, would be seen with probability a. They are quantiles of the beta distribution:
 *
 * <pre>
 *   low = B(a; k, n-k+1), 0 if k = 0          high = B(1-a; k+1, n-k), 1 if k = n
 * </pre>
 *
 * <p>Clopper and Pearson 1934, The use of confidence or fiducial limits illustrated in the case of the binomial,
 * Biometrika 26. It covers at least the level at every p, so it is wider than
 * {@linkplain org.longspan.reports.statistics.WilsonInterval Wilson's}, which covers it on average. Its width is never
 * zero.
 */
public final class ClopperPearson {

    private static final double ACCURACY = 1e-13;

    private ClopperPearson() {}

    /**
     * Returns the interval for {@code successes} of {@code n}.
     *
     * @throws IllegalArgumentException if {@code n} is not positive, {@code successes} not in [0, n] or {@code level}
     *     not in (0, 1)
     */
    public static Interval interval(int successes, int n, double level) {
        if (n <= 0 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(
                    successes + " of " + n + " runs, expected 0 <= successes <= runs, runs > 0");
        }
        return interval((double) successes, n, level);
    }

    /** Returns the interval for numbers that need not be whole, as an effective sample size is. */
    static Interval interval(double successes, double n, double level) {
        double tail = Level.tail(level);
        double low = successes <= 0 ? 0 : quantile(tail, successes, n - successes + 1);
        double high = successes >= n ? 1 : quantile(1 - tail, successes + 1, n - successes);
        return new Interval(low, high);
    }

    /** Without a generator of random numbers, which Commons Math would seed by the clock. */
    private static double quantile(double probability, double alpha, double beta) {
        return new BetaDistribution(null, alpha, beta, ACCURACY).inverseCumulativeProbability(probability);
    }
}

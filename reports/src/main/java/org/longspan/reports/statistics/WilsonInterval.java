package org.longspan.reports.statistics;

/**
 * The score interval for a proportion: all p with |k/n - p| ≤ z √(p(1-p)/n), that is
 *
 * <pre>  (k + z²/2 ± z √(k(n-k)/n + z²/4)) / (n + z²)</pre>
 *
 * <p>Wilson 1927, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22. Not the interval of Wald, k/n ± z √(k(n-k)/n³), which has no width at k = 0 and
 * k = n, where most arms of a benchmark stand.
 */
public final class WilsonInterval {

    /** The normal quantile of 97.5 %. */
    public static final double Z95 = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * Returns the interval of 95 % for {@code solved} of {@code runs}.
     *
     * @throws IllegalArgumentException if {@code runs} is not positive or {@code solved} not in [0, runs]
     */
    public static Interval of(int solved, int runs) {
        if (runs <= 0 || solved < 0 || solved > runs) {
            throw new IllegalArgumentException(
                    solved + " of " + runs + " runs, expected 0 <= solved <= runs, runs > 0");
        }
        double z2 = Z95 * Z95;
        double centre = solved + z2 / 2;
        double half = Z95 * Math.sqrt((double) solved * (runs - solved) / runs + z2 / 4);
        double low = solved == 0 ? 0 : (centre - half) / (runs + z2);
        double high = solved == runs ? 1 : (centre + half) / (runs + z2);
        return new Interval(low, high);
    }
}

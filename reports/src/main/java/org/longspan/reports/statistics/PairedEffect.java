package org.longspan.reports.statistics;

import java.util.Arrays;

/**
 * The size of a difference between two arms that met the same seeds: P(A better than B), the share of seeds on
 * which A's run comes before B's, a tie counting one half; with the percentile bootstrap interval over seeds.
 *
 * <p>Effect: Grissom and Kim 2005, Effect Sizes for Research, for dependent groups. Interval: Efron 1979,
 * Bootstrap methods, Annals of Statistics 7. A seed's score is 0, ½ or 1, so the 2n+1 possible means of a
 * resample have probabilities that are computed here; nothing is drawn, and there is no error of sampling.
 * Not Vargha and Delaney's A, which compares every run with every other and gives the pairing away.
 *
 * @param probability that A is better than B on a seed
 * @param interval of 95 %
 */
public record PairedEffect(double probability, Interval interval) {

    /** Returns the effect for {@code a[i]} and {@code b[i]} on seed i. */
    public static PairedEffect of(RunScore[] a, RunScore[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(a.length + " runs against " + b.length + ", expected pairs");
        }
        int n = a.length;
        double[] share = new double[3];
        int twiceWins = 0;
        for (int i = 0; i < n; i++) {
            int score = 1 - Integer.signum(a[i].compareTo(b[i]));
            share[score] += 1.0 / n;
            twiceWins += score;
        }
        double[] resample = sumsOf(n, share);
        Interval interval = new Interval(quantile(resample, 0.025), quantile(resample, 0.975));
        return new PairedEffect(twiceWins / (2.0 * n), interval);
    }

    /** The distribution of the sum of n draws from {0, 1, 2}. */
    private static double[] sumsOf(int n, double[] share) {
        double[] sums = new double[2 * n + 1];
        sums[0] = 1;
        for (int draw = 0; draw < n; draw++) {
            double[] before = sums.clone();
            Arrays.fill(sums, 0);
            for (int s = 0; s <= 2 * draw; s++) {
                for (int add = 0; add < 3; add++) {
                    sums[s + add] += before[s] * share[add];
                }
            }
        }
        return sums;
    }

    /** The smallest mean at which the distribution function reaches {@code q}; the slack is for rounding. */
    private static double quantile(double[] sums, double q) {
        double reached = 0;
        for (int s = 0; s < sums.length; s++) {
            reached += sums[s];
            if (reached >= q - 1e-12) {
                return s / (sums.length - 1.0);
            }
        }
        return 1;
    }
}

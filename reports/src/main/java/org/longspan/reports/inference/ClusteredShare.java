package org.longspan.reports.inference;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.longspan.reports.statistics.Interval;

/**
 * A share of runs that come in clusters, such as the runs of one block, which share their data and initial weights.
 * With y_c of n_c solved in cluster c of m, n = Σ n_c and p = Σ y_c / n, the interval is
 * {@linkplain ClopperPearson Clopper and Pearson's} for the share p of n* runs,
 *
 * <pre>
 *   n* = n/deff · (t(n-1)/t(m-1))²,  kept within [n²/Σ n_c², n]        deff = v / (p(1-p)/n)
 *   v = m/(m-1) Σ (y_c - p n_c)² / n², the variance of p over clusters
 * </pre>
 *
 * where t(d) is Student's quantile of d degrees of freedom: v is known from m clusters only. In deff, and only there,
 * two half clusters of mean size are added to the data, one in which all solved and one in which none did.
 *
 * <p>Korn and Graubard 1998, Confidence intervals for proportions with small expected number of positive counts
 * estimated from survey data, Survey Methodology 24. Added here are the half clusters, in the spirit of Agresti and
 * Coull 1998, The American Statistician 52, and the bounds of n*. Without the half clusters a few clusters that happen
 * to look alike pass for many independent runs: for 8 to 24 clusters of 1 to 16 runs, correlated by 0 to 1 within
 * clusters, the interval of 95 % covered 0.81 to 0.999 of simulated shares, with them 0.94 to 1. Dependence never
 * counts as more runs than there are, and costs no more than leaves n²/Σ n_c² of them (Kish 1965, Survey Sampling; m
 * for clusters of one size), as if all runs of a cluster ended alike. Where none solved n* is at most m, and the
 * interval holds whatever the dependence: none of m clusters solves with probability at most (1-p)^m.
 *
 * @param share p
 * @param effective n*
 * @param interval of p, never of width zero
 */
public record ClusteredShare(double share, double effective, Interval interval) {

    /**
     * Returns the share and its interval.
     *
     * @param solved runs that solved in each cluster
     * @param runs all runs in each cluster, positive
     * @param level of the interval
     */
    public static ClusteredShare of(int[] solved, int[] runs, double level) {
        check(solved, runs);
        double share =
                (double) Arrays.stream(solved).sum() / Arrays.stream(runs).sum();
        double effective = effective(solved, runs, Level.tail(level));
        return new ClusteredShare(share, effective, ClopperPearson.interval(share * effective, effective, level));
    }

    private static void check(int[] solved, int[] runs) {
        if (solved.length != runs.length || runs.length == 0) {
            throw new IllegalArgumentException(
                    solved.length + " counts of solved runs in " + runs.length + " clusters, expected one for each");
        }
        for (int c = 0; c < runs.length; c++) {
            if (runs[c] <= 0 || solved[c] < 0 || solved[c] > runs[c]) {
                throw new IllegalArgumentException("cluster " + c + ": " + solved[c] + " of " + runs[c]
                        + " runs, expected 0 <= solved <= runs, runs > 0");
            }
        }
    }

    private static double effective(int[] solved, int[] runs, double tail) {
        int m = runs.length;
        double n = Arrays.stream(runs).sum();
        double least =
                n * n / Arrays.stream(runs).mapToDouble(r -> (double) r * r).sum();
        if (m == 1) {
            return least;
        }
        double ratio = student(n - 1, tail) / student(m - 1, tail);
        return Math.max(least, Math.min(n, n / designEffect(solved, runs) * ratio * ratio));
    }

    /** deff of the data and two half clusters. */
    private static double designEffect(int[] solved, int[] runs) {
        double m = runs.length + 1;
        double size = (double) Arrays.stream(runs).sum() / runs.length;
        double n = m * size;
        double p = (Arrays.stream(solved).sum() + size / 2) / n;
        double squares = size * size * ((1 - p) * (1 - p) + p * p) / 2;
        for (int c = 0; c < runs.length; c++) {
            squares += (solved[c] - p * runs[c]) * (solved[c] - p * runs[c]);
        }
        double variance = m / (m - 1) * squares / (n * n);
        return variance / (p * (1 - p) / n);
    }

    private static double student(double degrees, double tail) {
        return new TDistribution(null, degrees).inverseCumulativeProbability(1 - tail);
    }
}

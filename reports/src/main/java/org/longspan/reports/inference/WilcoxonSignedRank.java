package org.longspan.reports.inference;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.longspan.reports.statistics.SignFlip;

/**
 * The signed-rank test across problems: d_p is a difference of two methods' means on problem p, ranked by |d_p|, and
 * the two-sided p is the share of the 2ⁿ ways to set the signs in which |Σ ±rank| is at least the one seen. Problems
 * with d = 0 are left out; equal |d| share their mean rank.
 *
 * <p>Wilcoxon 1945, Individual comparisons by ranking methods, Biometrics Bulletin 1; across data sets Demšar 2006,
 * Statistical comparisons of classifiers over multiple data sets, Journal of Machine Learning Research 7. Always exact,
 * by counting, with ties too; no normal approximation.
 */
public final class WilcoxonSignedRank {

    /** The fewest problems that are compared. */
    public static final int FEWEST = 10;

    private WilcoxonSignedRank() {}

    /**
     * Returns p, or nothing for fewer than {@value #FEWEST} problems.
     *
     * @param differences finite, one for each problem
     */
    public static OptionalDouble p(double[] differences) {
        for (double d : differences) {
            if (!Double.isFinite(d)) {
                throw new IllegalArgumentException("difference " + d + ", expected a finite one");
            }
        }
        if (differences.length < FEWEST) {
            return OptionalDouble.empty();
        }
        double[] acting = Arrays.stream(differences).filter(d -> d != 0).toArray();
        return OptionalDouble.of(SignFlip.of(twiceSignedRanks(acting)));
    }

    /** Twice a mean rank is whole: two for each smaller |d|, one for each equal one, itself included, and one. */
    private static int[] twiceSignedRanks(double[] d) {
        int[] ranks = new int[d.length];
        for (int i = 0; i < d.length; i++) {
            int rank = 1;
            for (double other : d) {
                int order = Double.compare(Math.abs(other), Math.abs(d[i]));
                rank += order < 0 ? 2 : order == 0 ? 1 : 0;
            }
            ranks[i] = d[i] > 0 ? rank : -rank;
        }
        return ranks;
    }
}

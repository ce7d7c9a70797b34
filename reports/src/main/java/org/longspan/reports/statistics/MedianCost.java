package org.longspan.reports.statistics;

import java.util.Arrays;

/**
 * The median of costs of which some are not known, because the run ended before it solved: the smallest cost
 * by which at least half of <em>all</em> runs had solved. Where fewer did, there is none.
 *
 * <p>It is the median of the product-limit estimate (Kaplan and Meier 1958, Nonparametric estimation from
 * incomplete observations, Journal of the American Statistical Association 53) with every run that did not solve
 * censored after the last that did; so it never leaves out a run that diverged. Not the median over the solved
 * runs alone, which falls as an arm fails more often.
 *
 * @param known whether half of the runs solved
 * @param value the median if known, else the largest cost at which fewer than half had solved
 */
public record MedianCost(boolean known, double value) {

    /**
     * Returns the median.
     *
     * @param solvedCosts costs of the runs that solved, in any order
     * @param runs number of all runs
     * @param censoredAt cost that the others were watched for
     */
    public static MedianCost of(long[] solvedCosts, int runs, long censoredAt) {
        if (runs < 1 || solvedCosts.length > runs) {
            throw new IllegalArgumentException(solvedCosts.length + " costs of " + runs + " runs");
        }
        int half = (runs + 1) / 2;
        if (solvedCosts.length < half) {
            return new MedianCost(false, censoredAt);
        }
        long[] sorted = solvedCosts.clone();
        Arrays.sort(sorted);
        return new MedianCost(true, sorted[half - 1]);
    }
}

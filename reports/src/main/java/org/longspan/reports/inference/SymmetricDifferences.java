package org.longspan.reports.inference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Means of ½ (S - S')² over all pairs of runs that share exactly a given set of indices.
 *
 * <p>A set is a mask of {@link #PROBLEM}, {@link #OPTIMIZER}, {@link #CLIPPING} and {@link #BLOCK}. Pairs are never
 * listed. Runs that share <em>at least</em> a set fall into groups, and a group of n runs with sum s and sum of
 * squares q holds
 *
 * <pre>  Σ (S - S')² = n q - s²   over its   n (n-1)/2 pairs.</pre>
 *
 * Pairs that share <em>exactly</em> a set follow by inclusion and exclusion over the sets that contain it. So the cost
 * is 16 passes over the runs.
 */
final class SymmetricDifferences {

    static final int PROBLEM = 1;
    static final int OPTIMIZER = 2;
    static final int CLIPPING = 4;
    static final int BLOCK = 8;
    private static final int SETS = 16;

    private final double[] score;
    private final int[][] group = new int[SETS][];
    private final double[][] count = new double[SETS][];
    private final double[][] sum = new double[SETS][];
    private final double[][] squares = new double[SETS][];

    SymmetricDifferences(CrossedRuns runs) {
        int n = runs.size();
        double mean = Arrays.stream(runs.score()).average().orElse(0);
        score = Arrays.stream(runs.score()).map(s -> s - mean).toArray(); // keeps n q - s² from cancelling
        int[] inKin = combine(runs.problem(), runs.kin());
        int[][] index = {runs.problem(), runs.optimizer(), runs.clipping(), combine(inKin, runs.block())};
        group[0] = new int[n];
        for (int set = 0; set < SETS; set++) {
            if (set > 0) {
                int last = Integer.highestOneBit(set);
                group[set] = combine(group[set - last], index[Integer.numberOfTrailingZeros(last)]);
            }
            int groups = Arrays.stream(group[set]).max().orElse(-1) + 1;
            count[set] = new double[groups];
            sum[set] = new double[groups];
            squares[set] = new double[groups];
            for (int row = 0; row < n; row++) {
                add(set, row, count[set], sum[set], squares[set]);
            }
        }
    }

    private void add(int set, int row, double[] n, double[] s, double[] q) {
        int g = group[set][row];
        n[g]++;
        s[g] += score[row];
        q[g] += score[row] * score[row];
    }

    /** Numbers the pairs (a[row], b[row]) from 0 on, in the order in which they appear. */
    static int[] combine(int[] a, int[] b) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] combined = new int[a.length];
        for (int row = 0; row < a.length; row++) {
            long pair = (long) a[row] << 32 | b[row] & 0xffffffffL;
            Integer known = numbers.putIfAbsent(pair, numbers.size());
            combined[row] = known == null ? numbers.size() - 1 : known;
        }
        return combined;
    }

    /** Returns the mean of each set, not a number where no pair shares exactly that set. */
    double[] means() {
        return meansWithout(new int[0]);
    }

    /** Returns the means of the runs without some rows. */
    double[] meansWithout(int[] rows) {
        double[] pairs = new double[SETS];
        double[] differences = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            int groups = count[set].length;
            double[] n = new double[groups];
            double[] s = new double[groups];
            double[] q = new double[groups];
            for (int row : rows) {
                add(set, row, n, s, q);
            }
            for (int g = 0; g < groups; g++) {
                double left = count[set][g] - n[g];
                double leftSum = sum[set][g] - s[g];
                pairs[set] += left * (left - 1);
                differences[set] += left * (squares[set][g] - q[g]) - leftSum * leftSum;
            }
        }
        exactly(pairs);
        exactly(differences);
        double[] means = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            means[set] = pairs[set] > 0 ? differences[set] / pairs[set] : Double.NaN;
        }
        return means;
    }

    /** From sums over pairs that share at least each set to sums over pairs that share exactly it. */
    private static void exactly(double[] of) {
        for (int index = 1; index < SETS; index <<= 1) {
            for (int set = 0; set < SETS; set++) {
                if ((set & index) == 0) {
                    of[set] -= of[set | index];
                }
            }
        }
    }
}

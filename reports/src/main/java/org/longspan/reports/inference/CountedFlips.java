package org.longspan.reports.inference;

import java.util.Arrays;
import org.longspan.reports.statistics.Interval;

/**
 * Flips by all patterns, counted. The clusters with a difference are halved, the sums of each half are sorted, and two
 * pointers count the pairs of sums that are large enough, in 2^(n/2) steps and not 2ⁿ: Horowitz and Sahni 1974,
 * Computing partitions with applications to the knapsack problem, Journal of the ACM 21. The z clusters without a
 * difference add -θ(z - 2k) with the binomial probability of k.
 */
final class CountedFlips implements SignFlip {

    /** Rounding of a sum, relative to the sum of sizes, with room: equal sums must count as equal. */
    private static final double ROUNDING = 1e-12;

    /** Probabilities of k under this one change no digit of p. */
    private static final double NEGLIGIBLE = 1e-20;

    /** Of ends that lie within four times the largest difference: they are known to 2⁻²⁴ of it. */
    private static final int BISECTIONS = 26;

    private final double[] differences;
    private final int zeros;
    private final double mean;
    private final double reach;

    CountedFlips(double[] d) {
        differences = Arrays.stream(d).filter(x -> x != 0).toArray();
        zeros = d.length - differences.length;
        mean = Arrays.stream(differences).sum() / d.length;
        reach = Arrays.stream(differences).map(Math::abs).max().orElse(0);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double p(double theta) {
        int n = differences.length;
        double[] shifted = Arrays.stream(differences).map(d -> d - theta).toArray();
        double size = Arrays.stream(shifted).map(Math::abs).sum() + zeros * Math.abs(theta);
        double observed = Math.abs(Arrays.stream(shifted).sum() - zeros * theta) - ROUNDING * size;
        if (observed <= 0) {
            return 1;
        }
        double[] half = sums(shifted, 0, n / 2);
        double[] rest = sums(shifted, n / 2, n);
        double share = 0;
        if (theta == 0 || zeros == 0) {
            share = shareAbove(observed, half, rest);
        } else {
            double[] probability = binomial(zeros);
            for (int k = 0; k <= zeros; k++) {
                if (probability[k] > 0) {
                    share += probability[k] * shareAbove(observed + theta * (zeros - 2 * k), half, rest);
                }
            }
        }
        return Math.min(1, 2 * share);
    }

    /** All 2^(to-from) sums of ±x, ascending: each x merges the sums with it and the sums without. */
    private static double[] sums(double[] x, int from, int to) {
        double[] sums = {0};
        for (int i = from; i < to; i++) {
            double step = Math.abs(x[i]);
            double[] next = new double[2 * sums.length];
            int down = 0;
            int up = 0;
            for (int j = 0; j < next.length; j++) {
                boolean takesDown = down < sums.length && (up == sums.length || sums[down] - step <= sums[up] + step);
                next[j] = takesDown ? sums[down++] - step : sums[up++] + step;
            }
            sums = next;
        }
        return sums;
    }

    private static double shareAbove(double least, double[] half, double[] rest) {
        long count = 0;
        int above = rest.length;
        for (double sum : half) {
            while (above > 0 && sum + rest[above - 1] >= least) {
                above--;
            }
            count += rest.length - above;
        }
        return count / ((double) half.length * rest.length);
    }

    /** Probabilities of k heads of n, from the middle outwards, so that none underflows before it is negligible. */
    private static double[] binomial(int n) {
        double[] weight = new double[n + 1];
        int middle = n / 2;
        weight[middle] = 1;
        double total = 1;
        for (int k = middle + 1; k <= n && weight[k - 1] > NEGLIGIBLE; k++) {
            weight[k] = weight[k - 1] * (n - k + 1) / k;
            total += weight[k];
        }
        for (int k = middle - 1; k >= 0 && weight[k + 1] > NEGLIGIBLE; k--) {
            weight[k] = weight[k + 1] * (k + 1) / (n - k);
            total += weight[k];
        }
        for (int k = 0; k <= n; k++) {
            weight[k] /= total;
        }
        return weight;
    }

    @Override
    public Interval interval(double level) {
        return new Interval(end(1 - level, -1), end(1 - level, 1));
    }

    /** The last θ on one side of the mean with p(θ) > alpha. Beyond the largest difference p falls no further. */
    private double end(double alpha, int side) {
        double inside = mean;
        double outside = mean + side * 4 * Math.max(reach, Double.MIN_NORMAL);
        if (p(outside) > alpha) {
            return side * Double.POSITIVE_INFINITY;
        }
        if (side * (0 - inside) > 0 && p(0) > alpha) {
            inside = 0; // 0 itself decides the verdict, so it is asked and not approached
        } else if (side * (0 - inside) > 0) {
            outside = 0;
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (inside + outside) / 2;
            if (p(middle) > alpha) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }
}

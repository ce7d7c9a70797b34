package org.longspan.reports.inference;

import java.util.Arrays;
import org.longspan.numerics.random.RandomStream;
import org.longspan.reports.statistics.Interval;

/**
 * Flips by patterns that are drawn: p(θ) = (1 + k)/(1 + N), where k of N drawn patterns are as extreme at θ.
 *
 * <p>A pattern splits the clusters in two, those it flips and the others, and
 *
 * <pre>  |Σ sᵢ(dᵢ - θ)| ≥ |Σ (dᵢ - θ)|   exactly where   θ lies between the means of the two parts</pre>
 *
 * so two numbers a pattern answer every θ, and the ends of an interval are order statistics of them. Hartigan 1969,
 * Using subsample values as typical values, Journal of the American Statistical Association 64.
 */
final class DrawnFlips implements SignFlip {

    /** Rounding of a mean of numbers of size 1, with room: two parts of equal mean must count as equal. */
    private static final double ROUNDING = 1e-12;

    private final double mean;
    private final SmallestFirst lower;
    private final SmallestFirst minusUpper;

    DrawnFlips(double[] d, Effort effort, RandomStream stream) {
        Draws draws = new Draws(d, effort.least());
        int extreme = 0;
        while (!effort.suffices(draws.drawn, extreme)) {
            draws.draw(stream);
            extreme += draws.lastIsExtremeAt(0) ? 1 : 0;
        }
        mean = draws.total / d.length;
        lower = new SmallestFirst(draws.lower, draws.drawn);
        minusUpper = new SmallestFirst(draws.minusUpper, draws.drawn);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double p(double theta) {
        return pOf(theta <= mean ? lower.atMost(theta) : minusUpper.atMost(-theta));
    }

    private double pOf(int extreme) {
        return (1.0 + extreme) / (1.0 + lower.size());
    }

    @Override
    public Interval interval(double level) {
        double alpha = 1 - level;
        int needed = (int) (alpha * (1 + lower.size())); // the fewest extreme patterns with p > alpha, but for rounding
        while (needed > 0 && pOf(needed - 1) > alpha) {
            needed--;
        }
        while (pOf(needed) <= alpha) {
            needed++;
        }
        return needed == 0
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Interval(lower.at(needed - 1), -minusUpper.at(needed - 1));
    }

    /** The patterns drawn so far: the means of the two parts of each. */
    private static final class Draws {

        private final int clusters;
        private final double total;
        private final double slack;
        private final PatternSums sums;
        private double[] lower;
        private double[] minusUpper;
        private int drawn;

        Draws(double[] d, int room) {
            clusters = d.length;
            sums = new PatternSums(d);
            total = sums.total(0);
            slack = ROUNDING * Arrays.stream(d).map(Math::abs).max().orElse(0);
            lower = new double[room];
            minusUpper = new double[room];
        }

        void draw(RandomStream stream) {
            if (drawn == lower.length) {
                lower = Arrays.copyOf(lower, 2 * drawn);
                minusUpper = Arrays.copyOf(minusUpper, 2 * drawn);
            }
            sums.next(stream);
            double flipped = sums.flipped(0);
            int count = sums.flippedCount(0);
            if (count == 0 || count == clusters) {
                lower[drawn] = Double.NEGATIVE_INFINITY;
                minusUpper[drawn] = Double.NEGATIVE_INFINITY;
            } else {
                double one = flipped / count;
                double other = (total - flipped) / (clusters - count);
                lower[drawn] = Math.min(one, other) - slack;
                minusUpper[drawn] = -Math.max(one, other) - slack;
            }
            drawn++;
        }

        boolean lastIsExtremeAt(double theta) {
            return lower[drawn - 1] <= theta && minusUpper[drawn - 1] <= -theta;
        }
    }
}

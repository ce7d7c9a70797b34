package org.longspan.reports.claim;

import java.util.Arrays;
import java.util.Optional;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.inference.ClopperPearson;
import org.longspan.reports.inference.ClusteredShare;
import org.longspan.reports.inference.Effort;
import org.longspan.reports.inference.SignFlip;
import org.longspan.reports.statistics.Interval;

/**
 * A number with its intervals: of a mean over clusters the inverted sign flip, of a share Korn and Graubard's.
 *
 * @param value of the number; NaN without a cluster
 * @param intervals none with fewer than {@value SignFlip#FEWEST} clusters that differ from 0
 * @param deviation standard deviation between clusters
 * @param clusters number of clusters
 */
record Estimate(double value, Optional<Intervals> intervals, double deviation, int clusters) {

    /**
     * Intervals of several levels.
     *
     * @param narrow of 90 %: inside the expected region, the claim is supported
     * @param wide of 95 %
     * @param judged of 95 % for all deciding parts of a claim together: outside the region, the claim is refuted
     */
    record Intervals(Interval narrow, Interval wide, Interval judged) {}

    private static final double NARROW = 0.9;
    private static final double WIDE = 0.95;
    private static final double SAME = 1e-12;

    /**
     * Returns the estimate from a sample.
     *
     * @param parts number of deciding parts of the claim
     * @param seed of the draws of a test with many clusters
     */
    static Estimate of(Sample sample, int parts, Seed seed) {
        double judged = 1 - (1 - WIDE) / parts;
        if (sample.clusters() == 0) {
            return new Estimate(Double.NaN, Optional.empty(), 0, 0);
        }
        return sample instanceof Sample.Share share
                ? ofShare(share, judged)
                : ofMean((Sample.Mean) sample, judged, seed);
    }

    private static Estimate ofShare(Sample.Share share, double judged) {
        double[] each = new double[share.clusters()];
        for (int c = 0; c < each.length; c++) {
            each[c] = (double) share.hits()[c] / share.looks()[c];
        }
        return new Estimate(
                ClusteredShare.of(share.hits(), share.looks(), WIDE).share(),
                Optional.of(new Intervals(
                        ClusteredShare.of(share.hits(), share.looks(), NARROW).interval(),
                        ClusteredShare.of(share.hits(), share.looks(), WIDE).interval(),
                        ClusteredShare.of(share.hits(), share.looks(), judged).interval())),
                deviation(each),
                each.length);
    }

    private static Estimate ofMean(Sample.Mean mean, double judged, Seed seed) {
        double[] values = mean.values();
        double value = Arrays.stream(values).sum() / values.length;
        Optional<Intervals> intervals = Optional.empty();
        if (mean.bounded() && isConstant(values)) {
            intervals = Optional.of(new Intervals(
                    ofConstant(value, values.length, NARROW),
                    ofConstant(value, values.length, WIDE),
                    ofConstant(value, values.length, judged)));
        } else if (SignFlip.nonZero(values) >= SignFlip.FEWEST) {
            SignFlip flip = SignFlip.of(values, Effort.FULL, seed::stream);
            intervals = Optional.of(new Intervals(flip.interval(NARROW), flip.interval(WIDE), flip.interval(judged)));
        }
        return new Estimate(value, intervals, deviation(values), values.length);
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> Math.abs(value - values[0]) <= SAME);
    }

    /** Of clusters that are all alike a share may be otherwise, by anything from 0 to 1. */
    private static Interval ofConstant(double value, int clusters, double level) {
        double otherwise = ClopperPearson.interval(0, clusters, level).high();
        double low = (1 - otherwise) * value;
        return new Interval(low, low + otherwise);
    }

    static double deviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }
}

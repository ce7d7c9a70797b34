package org.longspan.probes;

import java.util.Arrays;
import java.util.List;

/**
 * The quartiles of a sample, by linear interpolation between order statistics (type 7 of R. J. Hyndman and Y. Fan, 1996,
 * Sample quantiles in statistical packages, The American Statistician 50). NaN for an empty sample or one with a NaN;
 * an infinite neighbour makes a quartile infinite.
 *
 * @param lower the lower quartile
 * @param median the median
 * @param upper the upper quartile
 */
record Spread(double lower, double median, double upper) {

    static Spread of(List<Double> sample) {
        double[] sorted =
                sample.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    static double median(double... sample) {
        return of(Arrays.stream(sample).boxed().toList()).median;
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double part = place - below;
        return part == 0 ? sorted[below] : (1 - part) * sorted[below] + part * sorted[below + 1];
    }
}

package org.longspan.probes;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

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
        return of(sample.stream().mapToDouble(Double::doubleValue).toArray(), DoubleUnaryOperator.identity());
    }

    /** Returns the quartiles of log₁₀ of sizes, which has their order: only what a quartile lies between is computed. */
    static Spread ofLogs(double[] sizes) {
        return of(sizes, StrictMath::log10);
    }

    /** Puts {@code sample} in order. */
    private static Spread of(double[] sample, DoubleUnaryOperator rising) {
        Arrays.sort(sample);
        if (sample.length == 0 || Double.isNaN(sample[sample.length - 1])) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        return new Spread(
                quantile(sample, 0.25, rising), quantile(sample, 0.5, rising), quantile(sample, 0.75, rising));
    }

    static double median(double... sample) {
        return of(Arrays.stream(sample).boxed().toList()).median;
    }

    private static double quantile(double[] sorted, double share, DoubleUnaryOperator rising) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double part = place - below;
        double lower = rising.applyAsDouble(sorted[below]);
        return part == 0 ? lower : (1 - part) * lower + part * rising.applyAsDouble(sorted[below + 1]);
    }
}

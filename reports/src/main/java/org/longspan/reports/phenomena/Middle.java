package org.longspan.reports.phenomena;

import java.util.Collection;

/**
 * Quartiles over runs, by linear interpolation between order statistics (type 7 of R. J. Hyndman and Y. Fan, 1996). An
 * infinite neighbour makes a quartile infinite.
 *
 * @param lower the lower quartile
 * @param median the median
 * @param upper the upper quartile
 */
record Middle(double lower, double median, double upper) {

    /** Nothing is known. */
    static final Middle NONE = new Middle(Double.NaN, Double.NaN, Double.NaN);

    /** Returns the quartiles of what is not NaN. */
    static Middle of(Collection<Double> values) {
        double[] sorted = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? NONE
                : new Middle(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double part = place - below;
        return part == 0 ? sorted[below] : (1 - part) * sorted[below] + part * sorted[below + 1];
    }
}

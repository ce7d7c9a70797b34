package org.longspan.microbench.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The median of some numbers and their quartiles, which interpolate between the two nearest numbers. */
record Spread(double lower, double median, double upper) {

    /** Returns the spread of all {@code values}, empty if there are none. */
    static Optional<Spread> of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(sorted);
        return Optional.of(new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)));
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Returns the spread after a function that increases. */
    Spread map(DoubleUnaryOperator increasing) {
        return new Spread(
                increasing.applyAsDouble(lower), increasing.applyAsDouble(median), increasing.applyAsDouble(upper));
    }
}

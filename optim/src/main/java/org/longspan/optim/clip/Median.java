package org.longspan.optim.clip;

import java.util.Arrays;

/**
 * The median of measurements: the middle one of an odd number, the mean of the two middle ones of an even number. It is
 * NaN if any measurement is: a gradient that is NaN at initialization gives a threshold no unit.
 */
public final class Median {

    private Median() {}

    /**
     * Returns the median of {@code measurements}, which are not reordered.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double of(double... measurements) {
        if (measurements.length == 0) {
            throw new IllegalArgumentException("the median of no measurements, expected at least 1");
        }
        double[] sorted = measurements.clone();
        Arrays.sort(sorted); // NaN goes last
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /**
     * Returns the median of each column.
     *
     * @param measurements one row a batch, one column a unit
     */
    public static double[] ofColumns(double[][] measurements) {
        double[] medians = new double[measurements[0].length];
        double[] column = new double[measurements.length];
        for (int c = 0; c < medians.length; c++) {
            for (int r = 0; r < measurements.length; r++) {
                column[r] = measurements[r][c];
            }
            medians[c] = of(column);
        }
        return medians;
    }
}

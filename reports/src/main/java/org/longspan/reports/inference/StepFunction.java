package org.longspan.reports.inference;

import java.util.Arrays;

/**
 * The share of values that are at most x: 0 before the first step, constant between steps. Infinite values count in
 * the denominator and are never reached.
 */
public final class StepFunction {

    private final double[] x;
    private final double[] share;

    private StepFunction(double[] x, double[] share) {
        this.x = x;
        this.share = share;
    }

    /**
     * Returns the empirical distribution function of {@code values}.
     *
     * @throws IllegalArgumentException if there are none, or one is not a number
     */
    public static StepFunction of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values, expected at least one");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a value is not a number, expected a finite one or infinity");
        }
        double[] x = new double[sorted.length];
        double[] share = new double[sorted.length];
        int steps = 0;
        for (int i = 0; i < sorted.length && Double.isFinite(sorted[i]); i++) {
            if (steps == 0 || sorted[i] > x[steps - 1]) {
                steps++;
            }
            x[steps - 1] = sorted[i];
            share[steps - 1] = (i + 1.0) / sorted.length;
        }
        return new StepFunction(Arrays.copyOf(x, steps), Arrays.copyOf(share, steps));
    }

    /** Returns where it steps up, ascending. */
    public double[] x() {
        return x.clone();
    }

    /** Returns its value from each step on. */
    public double[] share() {
        return share.clone();
    }

    /** Returns the share of values that are at most {@code at}. */
    public double at(double at) {
        int i = Arrays.binarySearch(x, at);
        int steps = i >= 0 ? i + 1 : -i - 1;
        return steps == 0 ? 0 : share[steps - 1];
    }

    /** Returns the area under it between {@code from} and {@code to}. */
    public double area(double from, double to) {
        double area = 0;
        for (int i = 0; i < x.length; i++) {
            double before = i == 0 ? 0 : share[i - 1];
            area += (share[i] - before) * Math.max(0, to - Math.max(from, x[i]));
        }
        return area;
    }
}

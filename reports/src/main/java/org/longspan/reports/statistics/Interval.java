package org.longspan.reports.statistics;

/**
 * A closed interval.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval from " + low + " to " + high + ", expected low <= high");
        }
    }

    /** Returns whether {@code value} lies in it, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}

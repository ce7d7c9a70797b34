package org.longspan.probes;

import java.util.Arrays;

/** The median of the last numbers that were taken, those that are not finite left out. */
final class TrailingMedian {

    private final double[] ring;
    private int taken;

    TrailingMedian(int window) {
        this.ring = new double[window];
    }

    void take(double value) {
        if (Double.isFinite(value)) {
            ring[taken % ring.length] = value;
            taken++;
        }
    }

    /** Returns how many numbers the median is that of. */
    int count() {
        return Math.min(taken, ring.length);
    }

    /** Returns the median, or NaN before the first number. */
    double median() {
        return Spread.median(Arrays.copyOf(ring, count()));
    }
}

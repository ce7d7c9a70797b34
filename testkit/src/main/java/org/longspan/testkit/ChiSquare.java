package org.longspan.testkit;

/** Pearson's test of whether counts come from a uniform distribution. */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * Returns how many standard deviations the counts are from what equally probable cells give: X² of k - 1 degrees
     * of freedom through the cube root of Wilson and Hilferty (1931), about N(0, 1) where they are uniform. Counts
     * that are too even give a value far below 0.
     */
    public static double deviate(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        double expected = (double) total / counts.length;
        double x2 = 0;
        for (long count : counts) {
            x2 += (count - expected) * (count - expected) / expected;
        }
        double k = counts.length - 1.0;
        return (Math.cbrt(x2 / k) - (1 - 2 / (9 * k))) / Math.sqrt(2 / (9 * k));
    }
}

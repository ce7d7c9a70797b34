package org.longspan.reports.inference;

/** The confidence level of a two-sided interval. */
final class Level {

    private Level() {}

    /** Returns the probability beyond each end, (1 - level)/2. */
    static double tail(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + ", expected one between 0 and 1, such as 0.95");
        }
        return (1 - level) / 2;
    }
}

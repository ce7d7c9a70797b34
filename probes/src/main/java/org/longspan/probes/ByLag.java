package org.longspan.probes;

import java.util.Arrays;

/** Samples of log₁₀ of a size at every lag from 0 on; -∞ where nothing of it is left over the floor. */
final class ByLag {

    /** How many powers of ten below its start a size is at its horizon. */
    static final double FADED = 3;

    private final double[][] sizes; // of each lag, with room to spare
    private final int[] counts;
    private final Spread[] spreads; // of each lag, or null where a sample came after it was asked for

    ByLag(int lags) {
        this.sizes = new double[lags][16];
        this.counts = new int[lags];
        this.spreads = new Spread[lags];
    }

    void add(int lag, double size) {
        if (counts[lag] == sizes[lag].length) {
            sizes[lag] = Arrays.copyOf(sizes[lag], 2 * counts[lag]);
        }
        sizes[lag][counts[lag]++] = size;
        spreads[lag] = null;
    }

    Spread at(int lag) {
        if (spreads[lag] == null) {
            spreads[lag] = Spread.ofLogs(Arrays.copyOf(sizes[lag], counts[lag]));
        }
        return spreads[lag];
    }

    /**
     * Returns the slope per step of the median over the lags from 1 on, up to the first at which it is under the floor.
     */
    double slope() {
        Line line = new Line();
        for (int k = 1; k < counts.length && Double.isFinite(at(k).median()); k++) {
            line.add(k, at(k).median());
        }
        return line.slope();
    }

    /** Returns the first lag at which the median has fallen to 10⁻³ of that at lag 1, or NaN if there is none. */
    double horizon() {
        double start = counts.length > 1 ? at(1).median() : Double.NaN;
        for (int k = 2; k < counts.length; k++) {
            if (at(k).median() <= start - FADED) {
                return k;
            }
        }
        return Double.NaN;
    }

    /** Returns the quartiles of every lag that any sample has; NaN where they are under the floor. */
    Table table(String name) {
        Table.Builder table = new Table.Builder(name, "lag", "samples", "lower", "median", "upper");
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                Spread at = at(k);
                table.row(k, counts[k], at.lower(), at.median(), at.upper());
            }
        }
        return table.build();
    }
}

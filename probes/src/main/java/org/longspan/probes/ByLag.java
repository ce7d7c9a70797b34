package org.longspan.probes;

import java.util.ArrayList;
import java.util.List;

/** Samples of log₁₀ of a size at every lag from 0 on; -∞ where nothing of it is left over the floor. */
final class ByLag {

    /** How many powers of ten below its start a size is at its horizon. */
    static final double FADED = 3;

    private final List<List<Double>> logs = new ArrayList<>();
    private final Spread[] spreads; // of each lag, or null where a sample came after it was asked for

    ByLag(int lags) {
        this.spreads = new Spread[lags];
        for (int k = 0; k < lags; k++) {
            logs.add(new ArrayList<>());
        }
    }

    void add(int lag, double size) {
        logs.get(lag).add(StrictMath.log10(size));
        spreads[lag] = null;
    }

    Spread at(int lag) {
        if (spreads[lag] == null) {
            spreads[lag] = Spread.of(logs.get(lag));
        }
        return spreads[lag];
    }

    /**
     * Returns the slope per step of the median over the lags from 1 on, up to the first at which it is under the floor.
     */
    double slope() {
        Line line = new Line();
        for (int k = 1; k < logs.size() && Double.isFinite(at(k).median()); k++) {
            line.add(k, at(k).median());
        }
        return line.slope();
    }

    /** Returns the first lag at which the median has fallen to 10⁻³ of that at lag 1, or NaN if there is none. */
    double horizon() {
        double start = logs.size() > 1 ? at(1).median() : Double.NaN;
        for (int k = 2; k < logs.size(); k++) {
            if (at(k).median() <= start - FADED) {
                return k;
            }
        }
        return Double.NaN;
    }

    /** Returns the quartiles of every lag that any sample has; NaN where they are under the floor. */
    Table table(String name) {
        Table.Builder table = new Table.Builder(name, "lag", "samples", "lower", "median", "upper");
        for (int k = 0; k < logs.size(); k++) {
            if (!logs.get(k).isEmpty()) {
                Spread at = at(k);
                table.row(k, logs.get(k).size(), orNothing(at.lower()), orNothing(at.median()), orNothing(at.upper()));
            }
        }
        return table.build();
    }

    static double orNothing(double log) {
        return Double.isFinite(log) ? log : Double.NaN;
    }
}

package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.longspan.harness.record.CurvePoint;
import org.longspan.reports.summary.Run;

/**
 * One column of the learning curves of some runs, thinned to what can be drawn.
 *
 * @param updates at which values are read, ascending
 * @param values by run and update; NaN where a run has none
 */
record Curve(long[] updates, double[][] values) {

    private static final int MOST_POINTS = 64;
    private static final int FEW_POINTS = 32;

    /** Reads one quantity of every run; a value that is missing or not positive is NaN. */
    static Curve of(List<Run> runs, Function<CurvePoint, Double> quantity) {
        return of(runs, quantity, MOST_POINTS);
    }

    /** Reads fewer points, for a figure of many runs. */
    static Curve brief(List<Run> runs, Function<CurvePoint, Double> quantity) {
        return of(runs, quantity, FEW_POINTS);
    }

    private static Curve of(List<Run> runs, Function<CurvePoint, Double> quantity, int most) {
        long[] updates = thin(
                most,
                runs.stream()
                        .flatMap(run -> run.stored().result().curve().stream())
                        .mapToLong(CurvePoint::updates)
                        .distinct()
                        .sorted()
                        .toArray());
        double[][] values = new double[runs.size()][updates.length];
        for (int r = 0; r < runs.size(); r++) {
            Arrays.fill(values[r], Double.NaN);
            for (CurvePoint point : runs.get(r).stored().result().curve()) {
                int at = Arrays.binarySearch(updates, point.updates());
                Double value = quantity.apply(point);
                if (at >= 0 && value != null && value > 0 && Double.isFinite(value)) {
                    values[r][at] = value;
                }
            }
        }
        return new Curve(updates, values);
    }

    private static long[] thin(int most, long[] all) {
        int every = (all.length + most - 1) / most;
        if (every <= 1) {
            return all;
        }
        List<Long> kept = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (i % every == 0 || i == all.length - 1) {
                kept.add(all[i]);
            }
        }
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * Returns the median over the runs at each update; a run that has ended keeps its last value, one that
     * diverged counts as infinite from then on. NaN where the median is infinite or there is no value yet.
     */
    double[] median(List<Run> runs) {
        double[] median = new double[updates.length];
        double[] last = new double[runs.size()];
        Arrays.fill(last, Double.NaN);
        for (int i = 0; i < updates.length; i++) {
            for (int r = 0; r < last.length; r++) {
                if (!Double.isNaN(values[r][i])) {
                    last[r] = values[r][i];
                } else if (runs.get(r).diverged() && ended(r, i)) {
                    last[r] = Double.POSITIVE_INFINITY;
                }
            }
            median[i] = middle(last);
        }
        return median;
    }

    private boolean ended(int run, int from) {
        for (int i = from; i < updates.length; i++) {
            if (!Double.isNaN(values[run][i])) {
                return false;
            }
        }
        return true;
    }

    /** The median, of two middle values their geometric mean, since the axis is logarithmic. */
    private static double middle(double[] values) {
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        double middle = Math.sqrt(known[(known.length - 1) / 2]) * Math.sqrt(known[known.length / 2]);
        return Double.isInfinite(middle) ? Double.NaN : middle;
    }

    /** Returns the smallest and the largest value, or {fallback, fallback} if there is none. */
    double[] range(double fallback) {
        double low = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .min()
                .orElse(fallback);
        double high = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(fallback);
        return new double[] {low, high};
    }
}

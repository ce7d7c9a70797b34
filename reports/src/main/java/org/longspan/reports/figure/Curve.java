package org.longspan.reports.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.StepSummary;
import org.longspan.reports.summary.Run;

/**
 * One column of the learning curves of some runs, thinned to what can be drawn.
 *
 * @param updates at which values are read, ascending
 * @param values by run and update; NaN where a run has none
 */
record Curve(long[] updates, double[][] values) {

    /** Looks that a figure reads; a box shows no more. */
    static final int MOST_POINTS = 64;

    private static final int MOST_STEPS = 32;

    /** Reads one quantity of every run; a value that is missing or not positive is NaN. */
    static Curve of(List<Run> runs, Function<CurvePoint, Double> quantity) {
        return at(looks(runs, MOST_POINTS), runs, quantity);
    }

    /** Reads one quantity of every run at {@code updates}; a value that is missing or not positive is NaN. */
    static Curve at(long[] updates, List<Run> runs, Function<CurvePoint, Double> quantity) {
        return read(updates, runs, quantity.andThen(value -> value != null && value > 0 ? value : null));
    }

    /**
     * Reads one quantity of the steps of every run. At each update it is that of the steps before the run's last look so
     * far; NaN before the first step, after the run's end and where it is missing.
     */
    static Curve ofSteps(List<Run> runs, Function<StepSummary, Double> quantity) {
        long[] updates = looks(runs, MOST_STEPS);
        double[][] values = new double[runs.size()][updates.length];
        for (int r = 0; r < runs.size(); r++) {
            Arrays.fill(values[r], Double.NaN);
            List<CurvePoint> curve = runs.get(r).curve();
            int next = 0;
            for (int i = 0; i < updates.length && !curve.isEmpty(); i++) {
                while (next < curve.size() && curve.get(next).updates() <= updates[i]) {
                    next++;
                }
                boolean trains = updates[i] <= curve.get(curve.size() - 1).updates();
                if (trains && next > 0 && curve.get(next - 1).updates() > 0) {
                    Double value = quantity.apply(curve.get(next - 1).steps());
                    values[r][i] = value == null ? Double.NaN : value;
                }
            }
        }
        return new Curve(updates, values);
    }

    private static Curve read(long[] updates, List<Run> runs, Function<CurvePoint, Double> quantity) {
        double[][] values = new double[runs.size()][updates.length];
        for (int r = 0; r < runs.size(); r++) {
            Arrays.fill(values[r], Double.NaN);
            for (CurvePoint point : runs.get(r).curve()) {
                int at = Arrays.binarySearch(updates, point.updates());
                Double value = quantity.apply(point);
                if (at >= 0 && value != null && Double.isFinite(value)) {
                    values[r][at] = value;
                }
            }
        }
        return new Curve(updates, values);
    }

    /** Returns the updates at which {@code runs} were looked at, about {@code most} of them. */
    static long[] looks(List<Run> runs, int most) {
        long[] all = runs.stream()
                .flatMap(run -> looks(run).stream())
                .mapToLong(CurvePoint::updates)
                .distinct()
                .sorted()
                .toArray();
        int every = Math.max(1, (all.length + most - 1) / most);
        return IntStream.range(0, all.length)
                .filter(i -> i % every == 0 || i == all.length - 1)
                .mapToLong(i -> all[i])
                .toArray();
    }

    /** Without the end of a run that diverged, which lies between the looks of the others. */
    private static List<CurvePoint> looks(Run run) {
        List<CurvePoint> curve = run.curve();
        return run.diverged() && !curve.isEmpty() ? curve.subList(0, curve.size() - 1) : curve;
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

    /** Returns the median over the runs that have a value at each update; NaN where fewer than half of all have. */
    double[] medianOfHalf() {
        return ofHalf(known -> known[(known.length - 1) / 2] / 2 + known[known.length / 2] / 2);
    }

    /** Returns the mean over the runs that have a value at each update; NaN where fewer than half of all have. */
    double[] meanOfHalf() {
        return ofHalf(known -> Arrays.stream(known).average().orElseThrow());
    }

    private double[] ofHalf(ToDoubleFunction<double[]> middle) {
        double[] of = new double[updates.length];
        for (int i = 0; i < of.length; i++) {
            int at = i;
            double[] known = Arrays.stream(values)
                    .mapToDouble(v -> v[at])
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            boolean half = known.length > 0 && 2 * known.length >= values.length;
            of[i] = half ? middle.applyAsDouble(known) : Double.NaN;
        }
        return of;
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
}

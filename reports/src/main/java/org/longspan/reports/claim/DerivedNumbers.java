package org.longspan.reports.claim;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.claim.Derived;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.summary.Run;

/** Numbers that follow from the tables of a probe and from the run; NaN where they lack something. */
final class DerivedNumbers {

    /** The places of steps in the table of cliffs, as gradient-tail numbers them. */
    private static final int UNCLIPPED = 1;

    private static final int CLIPPED = 2;

    /** The share of the updates at each end of the norms. */
    private static final double END = 0.1;

    /** Fewer updates have no tenth. */
    private static final int FEWEST_UPDATES = 20;

    private static final int LATER = 20;

    private DerivedNumbers() {}

    static double of(Derived number, Measured measured, Run run) {
        return switch (number) {
            case LOST_BY_UNCLIPPED -> steps(measured, run, UNCLIPPED);
            case LOST_BY_CLIPPED -> steps(measured, run, CLIPPED);
            case RAISED_IN_LOWEST ->
                measured.table("updates").map(table -> raised(table, true)).orElse(Double.NaN);
            case RAISED_IN_HIGHEST ->
                measured.table("updates").map(table -> raised(table, false)).orElse(Double.NaN);
            case UPDATE_OVER_BOUND ->
                measured.table("updates").map(table -> overBound(table, run)).orElse(Double.NaN);
            case ESCAPED ->
                measured.table("updates").map(DerivedNumbers::escaped).orElse(Double.NaN);
            case EXPONENTIAL_OVER_LINEAR ->
                measured.table("signal").map(DerivedNumbers::exponential).orElse(Double.NaN);
        };
    }

    private static double steps(Measured measured, Run run, int kind) {
        Optional<Table> table = measured.table("steps");
        return table.isEmpty() ? Double.NaN : lost(table.get(), run.chance(), kind);
    }

    /**
     * Returns 1 if the step of that kind, at the first cliff where the loss is at most half of {@code chance}, ends over
     * half-way between that loss and chance.
     */
    static double lost(Table steps, double chance, int kind) {
        double[] kinds = steps.column("kind");
        double[] before = steps.column("batch loss before");
        double[] after = steps.column("validation loss");
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == kind && before[i] <= chance / 2) {
                // a loss that is no number any more is lost, too
                return after[i] <= (before[i] + chance) / 2 ? 0 : 1;
            }
        }
        return Double.NaN;
    }

    /** Returns the share of the updates at one end of the norms whose loss was higher behind the step. */
    static double raised(Table updates, boolean lowest) {
        double[] norm = updates.column("gradient norm");
        double[] before = updates.column("loss before");
        double[] after = updates.column("loss after");
        int[] order = IntStream.range(0, norm.length)
                .filter(i -> !Double.isNaN(norm[i]) && !Double.isNaN(before[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(norm[a], norm[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (order.length < FEWEST_UPDATES) {
            return Double.NaN;
        }
        int count = (int) (END * order.length);
        int[] end =
                lowest ? Arrays.copyOf(order, count) : Arrays.copyOfRange(order, order.length - count, order.length);
        return Arrays.stream(end).filter(i -> !(after[i] <= before[i])).count() / (double) count;
    }

    /** A threshold is a multiple of the measured unit. */
    private static double overBound(Table updates, Run run) {
        Settings clipping = run.trial().clipping().settings();
        Settings optimizer = run.trial().optimizer().settings();
        boolean known = clipping.values().get("threshold") instanceof Double
                && optimizer.values().get("learning-rate") instanceof Double
                && !run.stored().result().thresholdUnits().isEmpty();
        if (!known) {
            return Double.NaN;
        }
        double threshold = (Double) clipping.values().get("threshold")
                * run.stored().result().thresholdUnits().get(0);
        double rate = (Double) optimizer.values().get("learning-rate");
        return Arrays.stream(updates.column("update norm"))
                .filter(norm -> !Double.isNaN(norm))
                .map(norm -> norm / (rate * threshold))
                .max()
                .orElse(Double.NaN);
    }

    /** Returns 1 if the gradient is finite 20 updates after the first that was not; NaN if all are finite. */
    static double escaped(Table updates) {
        double[] norm = updates.column("gradient norm");
        for (int i = 0; i < norm.length; i++) {
            if (Double.isNaN(norm[i])) {
                return i + LATER < norm.length && !Double.isNaN(norm[i + LATER]) ? 1 : 0;
            }
        }
        return Double.NaN;
    }

    /** Returns R² of log₁₀‖δ_k‖ on k less R² of ‖δ_k‖ on k, of the medians at the lags from 1 on. */
    static double exponential(Table signal) {
        double[] lag = signal.column("lag");
        double[] log = signal.column("median");
        int[] taken = IntStream.range(0, lag.length)
                .filter(i -> lag[i] >= 1 && !Double.isNaN(log[i]))
                .toArray();
        double[] x = Arrays.stream(taken).mapToDouble(i -> lag[i]).toArray();
        double[] y = Arrays.stream(taken).mapToDouble(i -> log[i]).toArray();
        double[] size = Arrays.stream(y).map(value -> StrictMath.pow(10, value)).toArray();
        return LeastSquares.of(x, y).r2() - LeastSquares.of(x, size).r2();
    }
}

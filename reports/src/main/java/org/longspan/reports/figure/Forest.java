package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.longspan.reports.statistics.Interval;

/**
 * Estimates and their intervals on one axis, a row each. It reads from left to right, or upright from bottom to top,
 * with its rows side by side: then what is called a row here is a column.
 *
 * <pre>{@code
 * Forest forest = Forest.across(Forest.hull(intervals, 0.05), 5, 200, 500);
 * forest.grid(svg, top, bottom);
 * forest.row(svg, y, estimate, Optional.of(interval), true);
 * }</pre>
 *
 * @param axis of the estimates
 * @param step from tick to tick
 * @param upright whether the axis stands
 */
record Forest(Axis axis, double step, boolean upright) {

    private static final double[] STEPS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
    private static final double RADIUS = 3.4;
    private static final double HAIR = 1e-9;

    /** Returns a plot from the pixel {@code start} to the pixel {@code end} at its right, of at most {@code most} ticks. */
    static Forest across(Interval values, int most, double start, double end) {
        return of(values, most, start, end, false);
    }

    /** Returns a plot from the pixel {@code bottom} to the pixel {@code top}, of at most {@code most} ticks. */
    static Forest upright(Interval values, int most, double bottom, double top) {
        return of(values, most, bottom, top, true);
    }

    /** Values are widened to whole steps. */
    private static Forest of(Interval values, int most, double start, double end, boolean upright) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && ticks(values, STEPS[i]) <= most; i--) {
            step = STEPS[i];
        }
        Axis axis = Axis.linear(first(values, step) * step, last(values, step) * step, start, end);
        return new Forest(axis, step, upright);
    }

    private static int ticks(Interval values, double step) {
        return last(values, step) - first(values, step) + 1;
    }

    private static int first(Interval values, double step) {
        return (int) Math.floor(values.low() / step + HAIR);
    }

    private static int last(Interval values, double step) {
        return (int) Math.ceil(values.high() / step - HAIR);
    }

    /** Returns the values from the least end to the greatest, and at least all from {@code low} to {@code high}. */
    static Interval hull(List<Interval> intervals, double low, double high) {
        double least = intervals.stream().mapToDouble(Interval::low).min().orElse(low);
        double greatest = intervals.stream().mapToDouble(Interval::high).max().orElse(high);
        return new Interval(Math.min(low, least), Math.max(high, greatest));
    }

    /** Returns the values that have ticks. */
    List<Double> ticks() {
        int first = (int) Math.round(axis.from() / step);
        int last = (int) Math.round(axis.to() / step);
        return IntStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
    }

    /** Draws a line at each tick through rows between the pixels {@code from} and {@code to}; that of zero is strong. */
    Forest grid(Svg svg, double from, double to) {
        for (double tick : ticks()) {
            rule(svg, tick, from, to, tick == 0 ? "axis" : "grid");
        }
        return this;
    }

    /** Draws a line at {@code value} through rows between the pixels {@code from} and {@code to}. */
    Forest rule(Svg svg, double value, double from, double to, String classes) {
        double at = axis.at(value);
        if (upright) {
            svg.line(from, at, to, at, classes);
        } else {
            svg.line(at, from, at, to, classes);
        }
        return this;
    }

    /** Shades the values of {@code range} behind rows between the pixels {@code from} and {@code to}. */
    Forest shade(Svg svg, Interval range, double from, double to) {
        double low = axis.at(range.low());
        double high = axis.at(range.high());
        if (upright) {
            svg.rect(from, high, to - from, low - high, 0, "strip");
        } else {
            svg.rect(low, from, high - low, to - from, 0, "strip");
        }
        return this;
    }

    /** Writes each tick's value, on the line {@code at} or, upright, ending there. */
    Forest labels(Svg svg, double at, DoubleFunction<String> words) {
        for (double tick : ticks()) {
            if (upright) {
                svg.text(at, axis.at(tick) + 4, "end small soft", words.apply(tick));
            } else {
                svg.text(axis.at(tick), at, "mid small soft", words.apply(tick));
            }
        }
        return this;
    }

    /** Returns a tick as a number with its sign: {@code +0.1}. */
    String signed(double tick) {
        String number = plain(Math.abs(tick));
        return tick == 0 ? "0" : (tick < 0 ? "−" : "+") + number;
    }

    /** Returns a tick as a number: {@code 0.1}. */
    String plain(double tick) {
        int digits = step < 0.01 ? 3 : step < 0.1 ? 2 : 1;
        return tick == 0 ? "0" : String.format(Locale.ROOT, "%." + digits + "f", tick);
    }

    /**
     * Draws an estimate in the group's colour, with its interval if it has one.
     *
     * @param at pixel of the row
     * @param filled whether its mark is a disc, or else a ring
     */
    void row(Svg svg, double at, double value, Optional<Interval> interval, boolean filled) {
        interval.ifPresent(ends -> {
            double low = axis.at(ends.low());
            double high = axis.at(ends.high());
            if (upright) {
                svg.line(at, low, at, high, "interval");
            } else {
                svg.line(low, at, high, at, "interval");
            }
        });
        double mark = axis.at(value);
        svg.circle(upright ? at : mark, upright ? mark : at, RADIUS, filled ? "disc" : "ring");
    }
}

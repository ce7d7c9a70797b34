package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.longspan.harness.record.CurvePoint;
import org.longspan.reports.summary.Run;

/**
 * A small chart of something against updates, which stands in a box of {@value #BOX} pixels.
 *
 * @param across updates, from 0
 * @param up what is shown
 */
record UpdatePlot(Axis across, Axis up) {

    /** Width of the box that it stands in: five stand side by side on a page. */
    static final double BOX = 216;

    /** Few updates are fewer than this part of the budget. */
    private static final int FEW = 8;

    private static final double LEFT = 42;
    private static final double RIGHT = BOX - 4;

    /**
     * Returns the chart of one optimizer's runs. Its axis goes to the budget of updates, so that optimizers can be
     * compared; where an update costs so many gradients that the longest run makes few, it ends with that run.
     */
    static UpdatePlot of(long budget, List<Run> runs, Axis up) {
        long longest = runs.stream()
                .filter(one -> one.last() != null)
                .mapToLong(one -> one.last().updates())
                .max()
                .orElse(budget);
        boolean few = longest < budget / FEW && runs.stream().anyMatch(one -> !one.diverged());
        return new UpdatePlot(Axis.linear(0, Math.max(1, few ? longest : budget), LEFT, RIGHT), up);
    }

    /** Draws the axis of updates without its words, and a line of the grid and a word at each tick. */
    UpdatePlot frame(Svg svg, List<Double> ticks, DoubleFunction<String> words) {
        Trace grid = new Trace();
        for (double tick : ticks) {
            grid.line(LEFT, up.at(tick), RIGHT, up.at(tick));
            svg.text(LEFT - 6, up.at(tick) + 4, "end small soft", words.apply(tick));
        }
        svg.trace(grid, "grid", "", Tags.NONE);
        svg.line(LEFT, up.start(), RIGHT, up.start(), "axis");
        return this;
    }

    /** Draws the words of the axis of updates. */
    UpdatePlot updates(Svg svg) {
        svg.text(LEFT, up.start() + 16, "small soft", "0");
        svg.text(RIGHT, up.start() + 16, "end small soft", TextFormat.count((long) across.to(), "update"));
        return this;
    }

    /** Draws a line across at {@code value}. */
    UpdatePlot level(Svg svg, double value, String classes) {
        svg.line(LEFT, up.at(value), RIGHT, up.at(value), classes);
        return this;
    }

    /** Returns the line of {@code values}, as simple as it may be; where a value is NaN it is not interrupted. */
    List<double[]> line(long[] updates, double[] values) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < updates.length; i++) {
            if (!Double.isNaN(values[i])) {
                points.add(point(updates[i], values[i]));
            }
        }
        return Simplified.of(points);
    }

    /** Returns the line of one run, as simple as it may be; a value that is missing or not positive is left out. */
    List<double[]> line(Run one, Function<CurvePoint, Double> quantity) {
        List<double[]> points = new ArrayList<>();
        for (CurvePoint point : one.curve()) {
            Double value = quantity.apply(point);
            if (value != null && value > 0) {
                points.add(point(point.updates(), value));
            }
        }
        return Simplified.of(points);
    }

    /** At a whole pixel: a box of this size shows no more, and the line takes half the characters. */
    private double[] point(long updates, double value) {
        return new double[] {Math.rint(across.at(updates)), Math.rint(up.at(value))};
    }
}

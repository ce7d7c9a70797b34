package org.longspan.reports.phenomena;

import java.util.List;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.Trace;

/**
 * An axis that is logarithmic to both sides of 0. What is nearer to 0 than a power of ten stands at 0.
 *
 * @param nearest exponent of that power
 * @param below exponent at {@code start}, of a negative number
 * @param above exponent at {@code end}
 * @param start pixel
 * @param end pixel
 */
record MirroredAxis(int nearest, int below, int above, double start, double end) {

    /** Powers of ten of one side, at most. */
    private static final int MOST = 6;

    /** Pixels from 0 to the nearest power, at least: their words stand below each other. */
    private static final double ROOM = 12;

    /** Returns the axis that holds {@code values}; a side has two powers of ten at least. */
    static MirroredAxis holding(List<Double> values, double start, double end) {
        int above = exponent(values.stream().mapToDouble(x -> x).max().orElse(1));
        int below = exponent(-values.stream().mapToDouble(x -> x).min().orElse(-1));
        double least =
                values.stream().mapToDouble(Math::abs).filter(x -> x > 0).min().orElse(1);
        int greatest = Math.max(above, below);
        int nearest = Math.max((int) Math.floor(StrictMath.log10(least)), greatest - MOST);
        nearest = Math.min(nearest, greatest - 1);
        return new MirroredAxis(nearest, Math.max(below, nearest + 1), Math.max(above, nearest + 1), start, end);
    }

    /** Returns the exponent of the power of ten at or over a value; the least of all for what is not positive. */
    private static int exponent(double value) {
        return value > 0 ? (int) Math.ceil(StrictMath.log10(value)) : Integer.MIN_VALUE / 2;
    }

    /** Returns the pixel of {@code value}; values outside stop at the ends. */
    double at(double value) {
        double away = value == 0 ? 0 : Math.max(0, StrictMath.log10(Math.abs(value)) - nearest + step());
        return line().at(value < 0 ? -away : away);
    }

    /** Returns how far the nearest power is from 0, as a part of the way from one power to the next. */
    private double step() {
        return Math.max(0.7, ROOM * (above + below - 2 * nearest) / (Math.abs(end - start) - 2 * ROOM));
    }

    private Axis line() {
        return Axis.linear(nearest - below - step(), above - nearest + step(), start, end);
    }

    /** Draws a line of the grid at each power, or at every second where there are many, and one at 0. */
    void frame(Svg svg, double left, double right) {
        Trace grid = new Trace();
        int every = Math.max(1, (above - nearest + below - nearest + 6) / 7);
        for (int exponent = nearest; exponent <= Math.max(above, below); exponent++) {
            if ((exponent - nearest) % every == 0) {
                double power = StrictMath.pow(10, exponent);
                if (exponent <= above) {
                    tick(svg, grid, power, left, right, PowerAxis.power(exponent));
                }
                if (exponent <= below) {
                    tick(svg, grid, -power, left, right, "\u2212" + PowerAxis.power(exponent));
                }
            }
        }
        svg.trace(grid, "grid", "", Tags.NONE);
        svg.line(left, at(0), right, at(0), "ref");
        svg.text(left - 6, at(0) + 4, "end small soft", "0");
    }

    private void tick(Svg svg, Trace grid, double value, double left, double right, String words) {
        grid.line(left, at(value), right, at(value));
        svg.text(left - 6, at(value) + 4, "end small soft", words);
    }
}

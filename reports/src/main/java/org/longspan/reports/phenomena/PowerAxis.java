package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.Trace;

/**
 * A logarithmic axis over logarithms to the base 10, from a power of ten that is written to another.
 *
 * @param from exponent at {@code start}
 * @param to exponent at {@code end}, greater
 * @param every how far apart the exponents are that are written, a divisor of both ends
 * @param start pixel
 * @param end pixel
 */
record PowerAxis(int from, int to, int every, double start, double end) {

    private static final int[] STEPS = {1, 2, 3, 5, 10, 20, 50, 100};
    private static final int MOST_STEPS = 6;
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Returns the axis that holds {@code logs}, from the power of ten below them to the one above. */
    static PowerAxis holding(List<Double> logs, double start, double end) {
        double least = finite(logs).min().orElse(0);
        double greatest = finite(logs).max().orElse(0);
        for (int every : STEPS) {
            int from = every * (int) Math.floor(least / every);
            int to = Math.max(from + every, every * (int) Math.ceil(greatest / every));
            if ((to - from) / every <= MOST_STEPS || every == STEPS[STEPS.length - 1]) {
                return new PowerAxis(from, to, every, start, end);
            }
        }
        throw new AssertionError("the widest step holds all");
    }

    private static DoubleStream finite(List<Double> logs) {
        return logs.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
    }

    /** Returns the pixel of 10 to the power of {@code log}; values outside stop at the ends. */
    double at(double log) {
        return Axis.linear(from, to, start, end).at(log);
    }

    /** Returns the exponents that are written, both ends among them. */
    List<Integer> ticks() {
        List<Integer> ticks = new ArrayList<>();
        for (int exponent = from; exponent <= to; exponent += every) {
            ticks.add(exponent);
        }
        return ticks;
    }

    /** Draws a line of the grid at each tick, and its power of ten at the left. */
    void frame(Svg svg, double left, double right) {
        Trace grid = new Trace();
        for (int exponent : ticks()) {
            grid.line(left, at(exponent), right, at(exponent));
            svg.text(left - 6, at(exponent) + 4, "end small soft", power(exponent));
        }
        svg.trace(grid, "grid", "", Tags.NONE);
    }

    /** Returns 10 to the power of {@code exponent} as text: {@code 10⁻³}. */
    static String power(int exponent) {
        StringBuilder text = new StringBuilder("10").append(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(DIGITS.charAt(digit - '0'));
        }
        return text.toString();
    }
}

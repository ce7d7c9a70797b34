package org.longspan.reports.phenomena;

import java.util.List;
import java.util.function.DoubleFunction;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.Trace;

/**
 * Two axes in a box, in pixels of that box.
 *
 * @param across to the right
 * @param up upwards: its start is the lower pixel
 */
record Chart(Axis across, Axis up) {

    /** Returns the pixel of two values. */
    double[] at(double x, double y) {
        return new double[] {across.at(x), up.at(y)};
    }

    double left() {
        return across.start();
    }

    double right() {
        return across.end();
    }

    double top() {
        return up.end();
    }

    double bottom() {
        return up.start();
    }

    /** Draws a line of the grid and a word at each tick of the upward axis, and the line at its foot. */
    Chart rows(Svg svg, List<Double> ticks, DoubleFunction<String> words) {
        Trace grid = new Trace();
        for (double tick : ticks) {
            grid.line(left(), up.at(tick), right(), up.at(tick));
        }
        svg.trace(grid, "grid", "", Tags.NONE);
        svg.line(left(), bottom(), right(), bottom(), "axis");
        return words(svg, ticks, words);
    }

    /** Draws a word at each tick of the upward axis. */
    Chart words(Svg svg, List<Double> ticks, DoubleFunction<String> words) {
        for (double tick : ticks) {
            svg.text(left() - 6, up.at(tick) + 4, "end small soft", words.apply(tick));
        }
        return this;
    }

    /** Draws a short line and a word at each tick of the axis to the right. */
    Chart columns(Svg svg, List<Double> ticks, DoubleFunction<String> words) {
        svg.lines(ticks.stream().map(across::at).toList(), bottom(), bottom() + 4, "axis");
        for (double tick : ticks) {
            svg.text(across.at(tick), bottom() + 16, "mid small soft", words.apply(tick));
        }
        return this;
    }

    /** Draws a line around. */
    Chart border(Svg svg) {
        Trace box = new Trace().box(left(), top(), right() - left(), bottom() - top());
        svg.trace(box, "axis", "", Tags.NONE);
        return this;
    }
}

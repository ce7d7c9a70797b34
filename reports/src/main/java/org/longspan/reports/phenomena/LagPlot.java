package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Simplified;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.figure.Trace;

/**
 * A chart of logarithms against lags.
 *
 * @param across lags, from 0
 * @param up logarithms to the base 10
 */
record LagPlot(Axis across, PowerAxis up) {

    /** Draws the axes and the grid. */
    LagPlot frame(Svg svg) {
        up.frame(svg, across.start(), across.end());
        svg.line(across.start(), up.start(), across.end(), up.start(), "axis");
        return this;
    }

    /** Writes the ends of the axis of lags and what it is. */
    LagPlot lags(Svg svg) {
        svg.text(across.start(), up.start() + 16, "small soft", "0");
        svg.text((across.start() + across.end()) / 2, up.start() + 16, "mid small soft", "lag k, in steps");
        svg.text(across.end(), up.start() + 16, "end small soft", TextFormat.count((long) across.to()));
        return this;
    }

    /** Draws the medians over runs; the line is interrupted where nothing is left. */
    LagPlot line(Svg svg, SortedMap<Integer, Middle> logs, String classes) {
        Trace trace = new Trace();
        List<double[]> points = new ArrayList<>();
        for (Map.Entry<Integer, Middle> at : logs.entrySet()) {
            if (Double.isFinite(at.getValue().median())) {
                points.add(point(at.getKey(), at.getValue().median()));
            } else {
                trace.line(Simplified.of(points));
                points = new ArrayList<>();
            }
        }
        svg.trace(trace.line(Simplified.of(points)), classes, "", Tags.NONE);
        return this;
    }

    /** Fills what lies between two medians over runs, down to {@code least} where the lower one has nothing left. */
    LagPlot band(Svg svg, SortedMap<Integer, Middle> lower, SortedMap<Integer, Middle> upper, double least) {
        List<double[]> above = new ArrayList<>();
        List<double[]> below = new ArrayList<>();
        for (Map.Entry<Integer, Middle> at : upper.entrySet()) {
            if (Double.isFinite(at.getValue().median())) {
                above.add(point(at.getKey(), at.getValue().median()));
                below.add(
                        0,
                        point(
                                at.getKey(),
                                Math.max(least, lower.get(at.getKey()).median())));
            }
        }
        List<double[]> around = new ArrayList<>(Simplified.of(above));
        around.addAll(Simplified.of(below));
        svg.trace(new Trace().line(around), "spread", "", Tags.NONE);
        return this;
    }

    /** Draws the quartiles over runs at some lags. */
    LagPlot bars(Svg svg, SortedMap<Integer, Middle> logs, List<Integer> lags) {
        List<double[]> bars = new ArrayList<>();
        for (int lag : lags) {
            Middle at = logs.getOrDefault(lag, Middle.NONE);
            if (Double.isFinite(at.upper())) {
                bars.add(new double[] {across.at(lag), up.at(at.lower()), up.at(at.upper())});
            }
        }
        svg.bars(bars, "whisker");
        return this;
    }

    /** Returns the points of the medians at some lags, where there is one. */
    List<double[]> points(SortedMap<Integer, Middle> logs, List<Integer> lags) {
        return lags.stream()
                .filter(lag ->
                        Double.isFinite(logs.getOrDefault(lag, Middle.NONE).median()))
                .map(lag -> point(lag, logs.get(lag).median()))
                .toList();
    }

    /** Returns where a line ends, its last point, or nothing. */
    List<double[]> end(SortedMap<Integer, Middle> logs) {
        List<double[]> points = points(logs, List.copyOf(logs.keySet()));
        return points.isEmpty() ? points : points.subList(points.size() - 1, points.size());
    }

    private double[] point(int lag, double log) {
        return new double[] {across.at(lag), up.at(log)};
    }
}

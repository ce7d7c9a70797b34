package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.longspan.reports.statistics.Interval;

/** Draws a number with its intervals of 90 and 95 % over the region where it is expected. */
public final class IntervalFigure {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 74;
    private static final double EDGE = 24;
    private static final double TOP = 8;
    private static final double BASE = 48;
    private static final double ROOM = 0.12; // of the span, beside the outermost end

    private IntervalFigure() {}

    /**
     * What is drawn.
     *
     * @param value the number
     * @param narrow of 90 %
     * @param wide of 95 %
     * @param low lower end of the expected region, -∞ if it has none
     * @param high upper end, ∞ if it has none
     */
    public record Shown(double value, Interval narrow, Interval wide, double low, double high) {

        /** Returns an axis from {@code start} to {@code end} with room beside all that is drawn. */
        public Axis axis(double start, double end) {
            double[] ends = DoubleStream.of(wide.low(), wide.high(), value, low, high)
                    .filter(Double::isFinite)
                    .toArray();
            double least = DoubleStream.of(ends).min().orElse(0);
            double greatest = DoubleStream.of(ends).max().orElse(1);
            double room = Math.max(ROOM * (greatest - least), 1e-6 * Math.max(1, Math.abs(greatest)));
            return Axis.linear(least - room, greatest + room, start, end);
        }

        /** Draws it on {@code axis} between two heights. */
        public void draw(Svg svg, Axis axis, double top, double base) {
            double middle = (top + base) / 2;
            svg.rect(axis.at(low), top, axis.at(high) - axis.at(low), base - top, 0, "expected");
            svg.line(axis.start(), base, axis.end(), base, "axis");
            svg.line(axis.at(wide.low()), middle, axis.at(wide.high()), middle, "interval undecided");
            svg.line(axis.at(narrow.low()), middle, axis.at(narrow.high()), middle, "band-line");
            svg.circle(axis.at(value), middle, 4, "fill");
        }
    }

    /** Returns the figure. */
    public static Figure of(String id, String title, Shown shown, String caption) {
        Axis axis = shown.axis(EDGE, WIDTH - EDGE);
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, caption);
        shown.draw(svg, axis, TOP, BASE);
        for (double tick : ticks(axis.from(), axis.to())) {
            svg.line(axis.at(tick), BASE, axis.at(tick), BASE + 4, "axis");
            svg.text(axis.at(tick), BASE + 17, "mid small soft", TextFormat.precise(tick));
        }
        return new Figure(id, title, svg.end(), caption, HOW, csv(shown));
    }

    private static final List<String> HOW = List.of(
            "The shaded region is where the claim expects the number. The dot is the number, the thick line its interval of "
                    + "90 %, the thin one that of 95 %.",
            "Thick line inside the region: supported. Thin line outside of it: refuted. Else the runs do not decide.");

    /** Returns round values within, about six. */
    static List<Double> ticks(double from, double to) {
        double step = StrictMath.pow(10, Math.floor(StrictMath.log10((to - from) / 3)));
        for (double times : new double[] {5, 2}) {
            if ((to - from) / (step * times) >= 4) {
                step *= times;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(from / step); i * step <= to; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static String csv(Shown shown) {
        return new Csv("value", "low 90", "high 90", "low 95", "high 95", "expected from", "expected to")
                .row(
                        shown.value,
                        shown.narrow.low(),
                        shown.narrow.high(),
                        shown.wide.low(),
                        shown.wide.high(),
                        finite(shown.low),
                        finite(shown.high))
                .toString();
    }

    private static Object finite(double end) {
        return Double.isFinite(end) ? end : "";
    }
}

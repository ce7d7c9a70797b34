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
    private static final double MIDDLE = 26;
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
    public record Shown(double value, Interval narrow, Interval wide, double low, double high) {}

    /** Returns the figure. */
    public static Figure of(String id, String title, Shown shown, String caption) {
        double[] ends = DoubleStream.of(shown.wide.low(), shown.wide.high(), shown.value, shown.low, shown.high)
                .filter(Double::isFinite)
                .toArray();
        double least = DoubleStream.of(ends).min().orElse(0);
        double greatest = DoubleStream.of(ends).max().orElse(1);
        double room = Math.max(ROOM * (greatest - least), 1e-6 * Math.max(1, Math.abs(greatest)));
        Axis axis = Axis.linear(least - room, greatest + room, EDGE, WIDTH - EDGE);
        Svg svg = new Svg(id, WIDTH, HEIGHT, title, caption);
        double from = axis.at(shown.low);
        double to = axis.at(shown.high);
        svg.rect(from, 8, to - from, BASE - 8, 0, "expected");
        svg.line(EDGE, BASE, WIDTH - EDGE, BASE, "axis");
        svg.line(axis.at(shown.wide.low()), MIDDLE, axis.at(shown.wide.high()), MIDDLE, "interval undecided");
        svg.line(axis.at(shown.narrow.low()), MIDDLE, axis.at(shown.narrow.high()), MIDDLE, "band-line");
        svg.circle(axis.at(shown.value), MIDDLE, 4, "fill");
        for (double tick : ticks(least - room, greatest + room)) {
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

package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.longspan.reports.inference.StepFunction;
import org.longspan.reports.summary.ArrangedRun;

/**
 * Draws shares that rise in steps, a line an optimizer, in boxes side by side. Two dozen lines of equal weight cannot be
 * told apart: those of the leading optimizers are strong, each with its dash, and named at their ends; the others are
 * thin and grey, named by their tips and where there is room.
 *
 * @param run that the optimizers belong to
 * @param optimizers a name a line
 * @param standing a number a line, the higher the better; a line of 0 never leads
 * @param across the x axis, whatever its pixels
 * @param ticks values that it marks
 * @param unit what it counts
 */
record StepChart(
        ArrangedRun run, List<String> optimizers, List<Double> standing, Axis across, List<Double> ticks, String unit) {

    /** The widest that is whole on a telephone. */
    private static final double WIDTH = 340;

    private static final double BETWEEN = 30;
    private static final double ROOM = 3 * WIDTH + 2 * BETWEEN;
    private static final double LEFT = 46;
    private static final double TOP = 44;
    private static final double PLOT = 250;
    private static final double BELOW = 40;
    private static final double LINE = 13;
    private static final int LEADING = 6;
    private static final int LONGEST = 22;

    /** What a picture is called. */
    record Head(String id, String title) {}

    /** The lines of one box under its two lines of title, and what a tip says behind a line's last share. */
    record Panel(String title, String below, List<StepFunction> curves, String tip) {}

    /** The lines in the order of their standing, ties as in the run. */
    List<Integer> order() {
        return IntStream.range(0, optimizers.size())
                .boxed()
                .sorted(Comparator.comparing((Integer line) -> -standing.get(line)))
                .toList();
    }

    /** How many lines are strong. */
    int leading() {
        return (int) standing.stream().filter(s -> s > 0).limit(LEADING).count();
    }

    /** Returns the legend: every optimizer, the one of the greatest {@code value} first. */
    private Legend legend(double room, List<Double> value, DoubleFunction<String> words) {
        Legend legend = new Legend(room);
        List<Integer> order = order();
        order.stream()
                .sorted(Comparator.comparing((Integer line) -> -value.get(line)))
                .forEach(line -> {
                    String name = optimizers.get(line);
                    legend.key(
                            22,
                            name + " " + words.apply(value.get(line)),
                            "",
                            (svg, x, y) -> svg.open(look(order.indexOf(line)))
                                    .line(x, y, x + 22, y, weight(order.indexOf(line)))
                                    .close(),
                            Tags.ofOptimizer(run, name));
                });
        return legend;
    }

    /** Returns the picture of a box a panel, under a legend with a {@code value} for each optimizer, said in words. */
    String picture(Head head, List<Panel> panels, List<Double> value, DoubleFunction<String> words) {
        Flow flow = new Flow(BETWEEN, 26);
        panels.forEach(panel -> flow.add(WIDTH, TOP + PLOT + BELOW, svg -> draw(svg, panel)));
        double room = flow.room(ROOM);
        return flow.picture(
                head.id(),
                head.title(),
                "Step lines, one for each optimizer, rising from left to right. Numbers in the CSV.",
                legend(room, value, words),
                room);
    }

    private String look(int place) {
        return place < leading() ? "l" + place : "l-rest";
    }

    private String weight(int place) {
        return place < leading() ? "thick" : "thin";
    }

    private void draw(Svg svg, Panel panel) {
        double right = Math.min(
                                LONGEST,
                                optimizers.stream()
                                        .mapToInt(String::length)
                                        .max()
                                        .orElse(0))
                        * 6.0
                + 12;
        Axis x = new Axis(across.logarithmic(), across.from(), across.to(), LEFT, WIDTH - right);
        Axis y = Axis.linear(0, 1, TOP + PLOT, TOP);
        svg.heading(WIDTH, panel.title(), panel.below());
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            svg.line(x.start(), y.at(share), x.end(), y.at(share), share == 0 ? "axis" : "grid");
            svg.text(x.start() - 6, y.at(share) + 4, "end small soft", TextFormat.percent(share));
        }
        for (double value : ticks) {
            svg.line(x.at(value), y.start(), x.at(value), y.start() + 4, "axis");
            svg.text(x.at(value), y.start() + 17, "mid small soft", words(value));
        }
        svg.text((x.start() + x.end()) / 2, y.start() + 33, "mid small soft", unit);
        List<Integer> order = order();
        for (int place = order.size() - 1; place >= 0; place--) { // the leading ones on top
            line(svg, panel, order.get(place), place, x, y);
        }
        names(svg, panel, order, x.end(), y);
    }

    private static String words(double value) {
        return value > 0 && value < 10 ? TextFormat.precise(value) : TextFormat.brief(value);
    }

    private void line(Svg svg, Panel panel, int line, int place, Axis x, Axis y) {
        StepFunction curve = panel.curves().get(line);
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {x.start(), y.at(curve.at(across.from()))});
        double[] at = curve.x();
        double[] share = curve.share();
        for (int i = 0; i < at.length && at[i] <= across.to(); i++) {
            points.add(new double[] {x.at(at[i]), y.at(share[i])});
        }
        String tip = optimizers.get(line) + ": " + TextFormat.percent(curve.at(across.to())) + panel.tip();
        svg.open("line " + look(place), tip, Tags.ofOptimizer(run, optimizers.get(line)));
        svg.steps(points, x.end(), weight(place)).close();
    }

    /** Names at the ends: all of the leading ones, set apart where they end close, then others where there is room. */
    private void names(Svg svg, Panel panel, List<Integer> order, double end, Axis y) {
        List<Integer> leading = order.subList(0, leading()).stream()
                .sorted(Comparator.comparing((Integer line) -> -last(panel, line)))
                .toList();
        double[] at =
                leading.stream().mapToDouble(line -> y.at(last(panel, line))).toArray();
        spread(at, y.start());
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            name(svg, leading.get(i), order.indexOf(leading.get(i)), end, new double[] {
                y.at(last(panel, leading.get(i))), at[i]
            });
            taken.add(at[i]);
        }
        for (int place = leading.size(); place < order.size(); place++) {
            double own = y.at(last(panel, order.get(place)));
            if (taken.stream().allMatch(other -> Math.abs(other - own) >= LINE)) {
                name(svg, order.get(place), place, end, new double[] {own, own});
                taken.add(own);
            }
        }
    }

    private double last(Panel panel, int line) {
        return panel.curves().get(line).at(across.to());
    }

    /** Moves heights, ascending, apart: down where they are too close, and up again from {@code floor}. */
    private static void spread(double[] at, double floor) {
        for (int i = 1; i < at.length; i++) {
            at[i] = Math.max(at[i], at[i - 1] + LINE);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], i == at.length - 1 ? floor : at[i + 1] - LINE);
        }
    }

    /** A name at a height, led to from where its line ends. */
    private void name(Svg svg, int line, int place, double end, double[] fromTo) {
        String name = optimizers.get(line);
        svg.open("line " + look(place), name, Tags.ofOptimizer(run, name));
        svg.line(end, fromTo[0], end + 8, fromTo[1], "thin");
        String said = TextFormat.within(name, 11, LONGEST * 6.0);
        svg.text(end + 11, fromTo[1] + 4, place < leading() ? "small" : "small soft", said)
                .close();
    }
}

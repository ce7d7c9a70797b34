package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Csv;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.TextFormat;

/**
 * The cliff of one recurrent unit: its error over weight and bias as a relief and as a map, and two descents that meet
 * it, of which one is clipped. No run is needed for it.
 */
public final class UnitCliffFigure {

    /** Name of the table of E: {@code w}, {@code b}, {@code error}, on a grid. */
    public static final String SURFACE = "surface";

    /** Name of the table of the descent without clipping: {@code update, w, b, error, gradient norm}. */
    public static final String UNCLIPPED = "unclipped path";

    /** Name of the table of the descent with clipping, of the same columns. */
    public static final String CLIPPED = "clipped path";

    /** Name of the table of the place where the fixed points part: {@code w} and {@code b}. */
    public static final String WALL = "wall";

    private static final String ID = "unit-cliff";
    private static final double BOX = 340;
    private static final double HEIGHT = 316;
    private static final double HEAD = 22;
    private static final double FOOT = 36; // below an axis to the right, for its words
    private static final double HIGHEST = 0.45; // E is less everywhere on the figure
    private static final Tones TONES = new Tones(new double[] {0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32});

    private final Landscape land;
    private final Table unclipped;
    private final Table clipped;
    private final Table wall;
    private final int jump; // the update without clipping at which ‖g‖ is greatest

    private UnitCliffFigure(List<Table> tables) {
        this.land = Landscape.of(named(tables, SURFACE), "w", "b", "error");
        this.unclipped = named(tables, UNCLIPPED);
        this.clipped = named(tables, CLIPPED);
        this.wall = named(tables, WALL);
        this.jump = greatest(unclipped.column("gradient norm"));
    }

    private static Table named(List<Table> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name + " of the cliff of one unit"));
    }

    private static int greatest(double[] values) {
        int greatest = 0;
        for (int k = 1; k < values.length; k++) {
            greatest = values[k] > values[greatest] ? k : greatest;
        }
        return greatest;
    }

    /**
     * Returns the figure, if there are tables.
     *
     * @throws IllegalArgumentException if some are there and others not
     */
    public static Optional<Figure> of(List<Table> tables) {
        return tables.isEmpty() ? Optional.empty() : Optional.of(new UnitCliffFigure(tables).figure());
    }

    private Figure figure() {
        int last = clipped.rows() - 1;
        String caption = String.format(
                Locale.ROOT,
                "The cliff of one unit: x(t) = w σ(x(t−1)) + b from x(0) = 0.5 over 50 steps, and its error E = (σ(x(50))"
                        + " − 0.7)². From w = %s, b = %s, gradient descent at rate 0.03 meets the wall at update %d, where"
                        + " ‖g‖ = %s: without clipping that step lands at w = %s, b = %s, and E is %s from there on."
                        + " Clipped to a norm of 1 it stays near, and ends with E = %s after %s.",
                Ticks.text(unclipped.column("w")[0]),
                Ticks.text(unclipped.column("b")[0]),
                jump + 1,
                TextFormat.count(Math.round(unclipped.column("gradient norm")[jump])),
                Ticks.text(unclipped.column("w")[jump + 1]),
                Ticks.text(unclipped.column("b")[jump + 1]),
                Ticks.text(unclipped.column("error")[last]),
                Ticks.text(clipped.column("error")[last]),
                TextFormat.count(last, "update"));
        List<String> how = List.of(
                "Left: E as a relief, low ground in front, a plateau behind, and a wall between them. Middle: the same"
                        + " from above, in tones that go up by factors of two. Right: E and the norm of its gradient along"
                        + " both descents, at the foot where it is 0. A ring is a start, a disc an end; in the relief the clipped descent"
                        + " is a mote an update.",
                "The dashed line is where x(0) lies on the border between what falls to the lower fixed point of"
                        + " x = w σ(x) + b and what rises to the upper one: b = 0.5 − w σ(0.5) for w over 4.2553, and left"
                        + " of it the place where the upper fixed points meet. The wall stands there, and its steepness"
                        + " grows exponentially with the number of steps.",
                "No run is needed for this picture; it shows what gradient clipping is for. After R. Pascanu, T. Mikolov"
                        + " and Y. Bengio (2013), On the difficulty of training recurrent neural networks, figure 6, and"
                        + " I. Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, figures 8.3 and 10.17. Such"
                        + " paths are chaotic: their outcome can be relied on, their single places cannot.");
        return new Figure(ID, "The cliff of one unit", svg(), caption, how, csv());
    }

    private String svg() {
        Flow flow = new Flow(28, 24)
                .add(BOX, HEIGHT, this::relief)
                .add(BOX, HEIGHT, this::map)
                .add(BOX, HEIGHT, this::courses);
        return flow.picture(
                ID,
                "The cliff of one unit",
                "The error of one recurrent unit over weight and bias as a wire frame and as a map, with a descent that a"
                        + " cliff throws away and one that clipping keeps. Numbers in the CSV.",
                legend(),
                Flow.PAGE);
    }

    private Legend legend() {
        Legend legend = new Legend(Flow.PAGE)
                .key(24, "without clipping", Descent.UNCLIPPED::key)
                .key(24, "clipped to a norm of 1", Descent.CLIPPED::key)
                .key(24, "where the fixed points part", (svg, x, y) -> svg.line(x, y, x + 24, y, "ref dash"));
        TONES.key(legend, "E", TextFormat::precise);
        return legend;
    }

    private void relief(Svg svg) {
        Relief relief = new Relief(land, error -> error / HIGHEST, BOX, HEIGHT);
        int i = land.across().length - 1;
        int j = land.up().length - 1;
        svg.text(0, 12, "small soft", "E over w and b, seen from its low side");
        relief.draw(svg);
        double[] left = relief.at(0, j, 0);
        double[] right = relief.at(i, j, 0);
        svg.text(left[0], left[1] + 16, "small soft", "w = " + Ticks.text(land.across()[0]));
        svg.text(right[0], right[1] + 16, "end small soft", Ticks.text(land.across()[i]));
        svg.text(right[0] + 8, right[1] - 2, "small soft", "b = " + Ticks.text(land.up()[j]));
        double[] back = relief.at(0, 0, land.heights()[0][0]);
        svg.text(back[0] - 8, back[1] + 4, "end small soft", "b = " + Ticks.text(land.up()[0]));
        List<double[]> thrown = relief(relief, unclipped, jump);
        double[] edge = edge();
        Descent.UNCLIPPED.leap(
                svg,
                thrown.get(jump),
                relief.at(Landscape.place(land.across(), edge[0]), Landscape.place(land.up(), edge[1]), 0.09));
        Descent.UNCLIPPED.draw(svg, thrown);
        Descent.CLIPPED.motes(svg, relief(relief, clipped, clipped.rows() - 1));
    }

    /** The pixels of a path up to an update, with it. */
    private List<double[]> relief(Relief relief, Table path, int last) {
        double[] w = path.column("w");
        double[] b = path.column("b");
        double[] error = path.column("error");
        List<double[]> pixels = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            pixels.add(relief.at(Landscape.place(land.across(), w[k]), Landscape.place(land.up(), b[k]), error[k]));
        }
        return pixels;
    }

    /** Where the step that is thrown far leaves the figure. */
    private double[] edge() {
        double[] w = {unclipped.column("w")[jump], unclipped.column("w")[jump + 1]};
        double[] b = {unclipped.column("b")[jump], unclipped.column("b")[jump + 1]};
        double share = Math.min(1, Math.min(share(land.across(), w), share(land.up(), b)));
        return new double[] {w[0] + share * (w[1] - w[0]), b[0] + share * (b[1] - b[0])};
    }

    private static double share(double[] places, double[] way) {
        double border = way[1] > way[0] ? places[places.length - 1] : places[0];
        return way[1] == way[0] ? Double.POSITIVE_INFINITY : (border - way[0]) / (way[1] - way[0]);
    }

    private void map(Svg svg) {
        Chart chart = new Chart(
                Axis.linear(land.across()[0], land.across()[land.across().length - 1], 38, BOX - 6),
                Axis.linear(land.up()[0], land.up()[land.up().length - 1], HEIGHT - FOOT, HEAD));
        svg.text(0, 12, "small soft", "b");
        TONES.draw(svg, land, chart);
        List<double[]> border = map(chart, wall, wall.rows() - 1);
        svg.polyline(border, "halo").open("c0").polyline(border, "ref dash").close();
        chart.border(svg)
                .words(svg, List.of(-3.0, -2.75, -2.5, -2.25, -2.0), Ticks::text)
                .columns(svg, List.of(4.4, 4.8, 5.2, 5.6), Ticks::text);
        svg.text(BOX - 6, HEIGHT - 4, "end small soft", "w");
        List<double[]> thrown = map(chart, unclipped, jump);
        double[] edge = edge();
        Descent.UNCLIPPED.leap(svg, thrown.get(jump), chart.at(edge[0], edge[1]));
        Descent.UNCLIPPED.draw(svg, thrown);
        Descent.CLIPPED.draw(svg, map(chart, clipped, clipped.rows() - 1));
    }

    private static List<double[]> map(Chart chart, Table path, int last) {
        double[] w = path.column("w");
        double[] b = path.column("b");
        return IntStream.rangeClosed(0, last)
                .mapToObj(k -> chart.at(w[k], b[k]))
                .toList();
    }

    private void courses(Svg svg) {
        double half = (HEIGHT - FOOT - 2 * HEAD) / 2;
        Axis updates = Axis.linear(0, clipped.rows() - 1, 44, BOX - 14);
        Chart norms = new Chart(updates, Axis.log(0.1, 1e4, HEAD + half, HEAD));
        Chart errors = new Chart(updates, Axis.log(1e-4, 1, HEIGHT - FOOT, HEIGHT - FOOT - half));
        svg.text(0, 12, "small soft", "‖g‖");
        norms.rows(svg, norms.up().decades(), Axis::decade);
        svg.text(0, errors.top() - 10, "small soft", "E");
        errors.rows(svg, errors.up().decades(), Axis::decade);
        errors.columns(
                svg,
                IntStream.rangeClosed(0, 5).mapToObj(i -> i * updates.to() / 5).toList(),
                x -> TextFormat.count(Math.round(x)));
        svg.text(BOX - 14, HEIGHT - 4, "end small soft", "update");
        Descent.CLIPPED.line(svg, course(norms, clipped, "gradient norm"), "fine");
        Descent.CLIPPED.line(svg, course(errors, clipped, "error"), "fine");
        Descent.UNCLIPPED.line(svg, course(norms, unclipped, "gradient norm"), "thick");
        Descent.UNCLIPPED.line(svg, course(errors, unclipped, "error"), "thick");
    }

    private static List<double[]> course(Chart chart, Table path, String column) {
        double[] values = path.column(column);
        List<double[]> pixels = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            pixels.add(chart.at(k, values[k]));
        }
        return pixels;
    }

    private String csv() {
        Csv csv = new Csv("what", "update", "w", "b", "error", "gradient_norm");
        for (Table path : List.of(unclipped, clipped)) {
            double[] w = path.column("w");
            double[] b = path.column("b");
            double[] error = path.column("error");
            double[] norm = path.column("gradient norm");
            for (int k = 0; k < path.rows(); k++) {
                csv.row(path.name(), k, w[k], b[k], error[k], norm[k]);
            }
        }
        for (int k = 0; k < wall.rows(); k++) {
            csv.row(wall.name(), "", wall.column("w")[k], wall.column("b")[k], "", "");
        }
        return csv.toString();
    }
}

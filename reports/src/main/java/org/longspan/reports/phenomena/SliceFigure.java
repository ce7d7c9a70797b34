package org.longspan.reports.phenomena;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.TextFormat;

/** The loss on a plane through the highest cliff of a run, with its path and that of its pair; a box a run, at most six. */
public final class SliceFigure {

    private static final double BOX = 340;
    private static final double LEFT = 46;
    private static final double TOP = 56;
    private static final double SIDE = 280;
    private static final double SCALE = TOP + SIDE + 44; // of the tones
    private static final double HEIGHT = SCALE + 42;
    private static final int LEVELS = 7;
    private static final int FEW_DIGITS = 4; // of a whole number under a tone
    private static final int RELIEFS = 2; // of so many runs there is a wire frame too

    private final Chosen<Plane> chosen;
    private final Family family;

    private SliceFigure(List<Plane> planes, Family family) {
        this.chosen = Chosen.of(planes, plane -> plane.run().model(), SliceFigure::worth);
        this.family = family;
    }

    /** A cliff in a run that has lost its way before has no shape to show. */
    private static double worth(Plane plane) {
        return plane.found().number("loss") < Norms.LOST ? plane.height() : -1;
    }

    /** Returns the figure of the runs on one task of one length, if any had a cliff that was looked at. */
    public static Optional<Figure> of(List<Probed> runs) {
        List<Plane> planes = Plane.of(runs);
        return planes.isEmpty()
                ? Optional.empty()
                : Optional.of(new SliceFigure(planes, Family.of(Plane.PROBE, runs)).figure());
    }

    private Figure figure() {
        String caption =
                family.on() + ": the validation loss on a plane through θ at the highest cliff of a run: a is the"
                        + " distance along its gradient, b along its last update made orthogonal to it, on symmetric-logarithmic"
                        + " axes. " + cliffs() + " A path is projected onto the plane."
                        + chosen.said("with the highest cliff where its loss is under a million");
        List<String> how = List.of(
                "The cliff stands at the cross of the axes. Going left, against the gradient, is the way down that the"
                        + " step takes; where the tones change over a short way, the ground is steep. The axes are dense"
                        + " near 0, where the run's own step ends, and reach as far as its paths, so straight ways look"
                        + " bent.",
                "The full line is what the run did, from some updates before the cliff to 40 after it; the dashed line is"
                        + " its pair, which parts from it at the cliff and goes on without clipping, or with it if the run"
                        + " does not clip. A ring is a start, a disc an end. A line that leaves the low ground in one"
                        + " stroke was thrown. Tones go up by equal ratios, in each box its own.",
                "The picture shows two directions of very many. The share outside says how much of the way from the"
                        + " cliff lies in others: of a path with a share near 1 it shows next to nothing. After"
                        + " I. Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, figures 8.3 and 10.17.");
        return new Figure(
                family.id(),
                "The loss around the highest cliff: " + family.on(),
                svg(),
                caption,
                how,
                new SliceCsv(chosen.shown()).text());
    }

    /** Where each cliff is and how high, for few runs. */
    private String cliffs() {
        List<String> said = new ArrayList<>();
        for (Plane plane : chosen.shown()) {
            said.add(plane.run().model() + " (" + plane.run().arm() + ") at update "
                    + TextFormat.count(Math.round(plane.found().number("update")) + 1) + ", ‖g‖ = "
                    + TextFormat.precise(plane.found().number("gradient norm")) + ", "
                    + TextFormat.precise(plane.height()) + " times the trailing median");
        }
        return "Cliffs: " + String.join("; ", said) + ".";
    }

    private String svg() {
        Flow flow = new Flow(28, 26);
        for (Plane plane : chosen.shown()) {
            flow.add(BOX, HEIGHT, svg -> map(svg, plane));
            if (chosen.shown().size() <= RELIEFS) {
                flow.add(BOX, HEIGHT, svg -> relief(svg, plane));
            }
        }
        double room = flow.room(Flow.PAGE);
        return flow.picture(
                family.id(),
                "The loss around the highest cliff: " + family.on(),
                "Maps of the loss over two directions, one for each run, with the path of the run and of its pair. Numbers"
                        + " in the CSV.",
                legend(room),
                room);
    }

    private Legend legend(double room) {
        Legend legend = new Legend(room);
        for (Descent descent : Descent.values()) {
            legend.key(24, descent.words(), descent::key);
        }
        legend.key(
                24,
                "dashed: not what the run did",
                (svg, x, y) ->
                        svg.open("c0").line(x, y, x + 24, y, "medium dash").close());
        return legend;
    }

    private void map(Svg svg, Plane plane) {
        Landscape land = plane.land();
        Chart chart = new Chart(
                Axis.linear(0, land.across().length - 1, LEFT, LEFT + SIDE),
                Axis.linear(0, land.up().length - 1, TOP + SIDE, TOP));
        svg.open("", "", plane.run().tags());
        svg.heading(BOX, plane.run().model(), plane.run().arm());
        svg.text(0, TOP - 10, "small soft", "b, along the last update");
        Tones tones = Tones.ofRatios(plane.losses(), LEVELS);
        tones.draw(svg, land, chart);
        double[] zero = chart.at(place(land.across(), 0), place(land.up(), 0));
        svg.line(zero[0], chart.top(), zero[0], chart.bottom(), "axis dash");
        svg.line(chart.left(), zero[1], chart.right(), zero[1], "axis dash");
        chart.border(svg);
        for (double b : ticks(land.up())) {
            svg.text(LEFT - 6, chart.at(0, place(land.up(), b))[1] + 4, "end small soft", number(b));
        }
        for (double a : ticks(land.across())) {
            svg.text(chart.at(place(land.across(), a), 0)[0], chart.bottom() + 15, "mid small soft", number(a));
        }
        svg.text(LEFT + SIDE, chart.bottom() + 29, "end small soft", "a, along the gradient");
        svg.text(0, SCALE + 9, "small soft", "loss");
        tones.scale(svg, LEFT, SCALE, SIDE / (LEVELS + 1), level -> brief(level, tones));
        svg.text(0, HEIGHT - 4, "small soft", outside(plane));
        paths(plane).forEach(path -> path.draw(svg, path.pixels(land, chart::at)));
        svg.close();
    }

    private static String outside(Plane plane) {
        return "outside the plane: " + TextFormat.percent(Plane.outside(plane.own())) + " of its way, "
                + TextFormat.percent(Plane.outside(plane.pair())) + " of its pair's";
    }

    private void relief(Svg svg, Plane plane) {
        Landscape land = plane.land().thinned();
        Tones tones = Tones.ofRatios(plane.losses(), LEVELS);
        double low = StrictMath.log(tones.levels()[0]);
        double high = StrictMath.log(tones.levels()[LEVELS - 1]);
        Relief relief = new Relief(
                land,
                loss -> Math.max(-0.1, Math.min(1, (StrictMath.log(Math.max(loss, 1e-300)) - low) / (high - low))),
                BOX,
                HEIGHT - 40);
        svg.open("", "", plane.run().tags());
        svg.text(0, 12, "small soft", "the same loss as a relief, logarithmic");
        relief.draw(svg);
        svg.close();
    }

    /** A path on the plane and how it is drawn. */
    private record Path(Descent descent, boolean pair, Table table) {

        private interface Pixel {
            double[] at(double i, double j);
        }

        List<double[]> pixels(Landscape land, Pixel pixel) {
            double[] a = table.column("a");
            double[] b = table.column("b");
            List<double[]> pixels = new ArrayList<>();
            for (int k = 0; k < a.length; k++) {
                pixels.add(pixel.at(place(land.across(), a[k]), place(land.up(), b[k])));
            }
            return pixels;
        }

        void draw(Svg svg, List<double[]> pixels) {
            if (pair) {
                descent.drawDashed(svg, pixels);
            } else {
                descent.draw(svg, pixels);
            }
        }
    }

    private static List<Path> paths(Plane plane) {
        Descent own = plane.pairClips() ? Descent.UNCLIPPED : Descent.CLIPPED;
        Descent pair = plane.pairClips() ? Descent.CLIPPED : Descent.UNCLIPPED;
        return List.of(new Path(pair, true, plane.pair()), new Path(own, false, plane.own()));
    }

    private static double place(double[] places, double value) {
        return Landscape.place(places, value);
    }

    /** Returns 0 and the powers of ten on both sides that stand far enough apart. */
    private static List<Double> ticks(double[] places) {
        List<Double> ticks = new ArrayList<>(List.of(0.0));
        double last = place(places, 0);
        double least = places.length / 8.0;
        double reach = places[places.length - 1];
        for (int e = -12; e <= 12; e++) {
            double power = StrictMath.pow(10, e);
            if (power <= reach && place(places, power) - last >= least) {
                last = place(places, power);
                ticks.add(power);
                ticks.add(-power);
            }
        }
        return ticks;
    }

    /** As few digits as tell levels at that ratio apart. */
    private static String brief(double value, Tones tones) {
        double ratio = tones.levels()[1] / tones.levels()[0];
        int digits = ratio < 1.1 ? 3 : ratio < 3 ? 2 : 1;
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < FEW_DIGITS
                ? TextFormat.precise(rounded.doubleValue())
                : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static String number(double value) {
        return (value < 0 ? "−" : "") + (value == 0 ? "0" : Axis.decade(Math.abs(value)));
    }
}

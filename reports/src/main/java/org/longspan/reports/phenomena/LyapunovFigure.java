package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Csv;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.figure.Trace;

/**
 * Whether a network's dynamics let a disturbance grow or fade, over training: the largest Lyapunov exponent beside the
 * logarithms of spectral radius and largest singular value of the recurrent matrices; a box a model.
 */
public final class LyapunovFigure {

    /** Name of the probe. */
    static final String PROBE = "lyapunov";

    private static final double WIDTH = 340;
    private static final double LEFT = 42;
    private static final double RIGHT = 252;
    private static final double SIDES = 66; // for the words of the two sides of 0
    private static final double TOP = 46;
    private static final double BOTTOM = TOP + 170;
    private static final double HEIGHT = BOTTOM + 22;

    private final Family family;
    private final Axis up;
    private final Axis across;
    private final long first;

    private LyapunovFigure(Family family) {
        this.family = family;
        List<Double> drawn = family.pooled().stream()
                .flatMap(LyapunovFigure::drawn)
                .filter(Double::isFinite)
                .toList();
        double least = Math.min(0, drawn.stream().mapToDouble(x -> x).min().orElse(0));
        double greatest = Math.max(0, drawn.stream().mapToDouble(x -> x).max().orElse(0));
        double room = Math.max(0.02, 0.12 * (greatest - least));
        this.up = Axis.linear(least - room, greatest + room, BOTTOM, TOP);
        this.first = family.pooled().stream()
                .mapToLong(Pooled::madeUpdates)
                .filter(updates -> updates > 0)
                .min()
                .orElse(1);
        long last =
                family.pooled().stream().mapToLong(Pooled::madeUpdates).max().orElse(1);
        this.across = Axis.log(first, first + Math.max(1, last), LEFT + SIDES, RIGHT - 8);
    }

    private static Stream<Double> drawn(Pooled one) {
        return Stream.concat(
                Stream.of(GrowthRate.values())
                        .flatMap(rate ->
                                Stream.of(rate.at(one).lower(), rate.at(one).upper())),
                Stream.of(
                        one.number("exponent lower").median(),
                        one.number("exponent upper").median()));
    }

    /** Returns the figure of the runs on one task of one length, if any was measured. */
    public static Optional<Figure> of(List<Probed> probed) {
        Family family = Family.of(PROBE, probed);
        return family.pooled().isEmpty() ? Optional.empty() : Optional.of(new LyapunovFigure(family).figure());
    }

    /** Returns the place of a number of updates: by its logarithm, and 0 as far before the first as it is before its double. */
    private double at(long updates) {
        return across.at(updates + first);
    }

    private Figure figure() {
        long sequences = family.pooled().stream()
                .flatMap(one -> one.found().stream())
                .flatMap(found -> found.table("exponents").stream())
                .mapToLong(table -> table.rows())
                .max()
                .orElse(0);
        String caption = family.on() + ": the largest Lyapunov exponent λ, the logarithm of the factor by which a small"
                + " disturbance of the state grows in a step, over training; updates on a logarithmic axis. Median over "
                + TextFormat.count(sequences, "validation sequence") + "; shaded: their quartiles. Beside it the"
                + " logarithms of the spectral radius ρ and of the largest singular value σ of the recurrent matrix, of"
                + " the greatest where there are several."
                + (family.pools() ? " Of several runs, medians over runs, and thin bars their quartiles." : "")
                + family.counted() + family.lacking();
        List<String> how = List.of(
                "Above 0 a disturbance grows from step to step, and with it a gradient that flows back: it explodes."
                        + " Below 0 both fade: the network forgets, and the gradient vanishes. A network that can hold"
                        + " something for long stays near 0.",
                "In a linear network λ is ln ρ: signals grow or fade as powers of the largest eigenvalue. Where λ lies"
                        + " below ln ρ, the slopes of the activations take the rest: a unit that is saturated passes"
                        + " little on. ln σ is the most that the matrix can stretch anything in a single step.",
                "Gates and several layers have several matrices, none of which is the network's Jacobian: there ln ρ"
                        + " and ln σ describe weights only, and λ alone says what a disturbance does.");
        return new Figure(family.id(), "Growth or decay: " + family.on(), svg(), caption, how, csv());
    }

    private String svg() {
        Flow flow = new Flow(24, 24);
        family.models().forEach(model -> flow.add(WIDTH, HEIGHT, svg -> box(svg, model)));
        double room = flow.room(Flow.PAGE);
        Legend legend = new Legend(room);
        for (GrowthRate rate : GrowthRate.values()) {
            if (family.pooled().stream()
                    .anyMatch(one -> Double.isFinite(rate.at(one).median()))) {
                legend.key(28, rate.words(), (svg, x, y) -> {
                    svg.open(rate.colour()).line(x, y, x + 28, y, "thick");
                    rate.shape().draw(svg, List.of(new double[] {x + 14, y}));
                    svg.close();
                });
            }
        }
        return flow.picture(
                family.id(),
                "Growth or decay: " + family.on(),
                "Line charts, one for each model: Lyapunov exponent, spectral radius and largest singular value over"
                        + " training. Numbers in the CSV.",
                legend,
                room);
    }

    private void box(Svg svg, String model) {
        List<Pooled> moments = family.of(model).stream()
                .sorted(Comparator.comparingLong(Pooled::madeUpdates))
                .toList();
        svg.open("", "", family.tags(model));
        svg.heading(WIDTH, model, "growth in a step, natural logarithm");
        frame(svg);
        ticks(svg, moments);
        EndLabels ends = new EndLabels();
        band(svg, moments);
        for (GrowthRate rate : List.of(GrowthRate.SINGULAR, GrowthRate.RADIUS, GrowthRate.EXPONENT)) { // λ lies on top
            line(svg, moments, rate, ends);
        }
        ends.draw(svg, RIGHT + 6, TOP - 6, BOTTOM + 8);
        svg.close();
    }

    private void frame(Svg svg) {
        Trace grid = new Trace();
        for (double tick : Ticks.within(up.from(), up.to(), 8)) {
            grid.line(LEFT, up.at(tick), RIGHT, up.at(tick));
            svg.text(LEFT - 6, up.at(tick) + 4, "end small soft", Ticks.text(tick));
        }
        svg.trace(grid, "grid", "", Tags.NONE);
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis").line(LEFT, up.at(0), RIGHT, up.at(0), "ref");
        if (up.at(0) - TOP > 16) {
            svg.text(LEFT + 4, up.at(0) - 5, "small soft", "↑ grows");
        }
        if (BOTTOM - up.at(0) > 16) {
            svg.text(LEFT + 4, up.at(0) + 13, "small soft", "↓ decays");
        }
    }

    /** Writes the numbers of updates of one model's moments, those that have room. */
    private void ticks(Svg svg, List<Pooled> moments) {
        double free = Double.POSITIVE_INFINITY;
        for (long updates :
                new TreeSet<>(moments.stream().map(Pooled::madeUpdates).toList()).descendingSet()) {
            double half = TextFormat.width(TextFormat.count(updates), 11) / 2;
            if (at(updates) + half < free) {
                svg.line(at(updates), BOTTOM, at(updates), BOTTOM + 4, "axis");
                svg.text(at(updates), BOTTOM + 17, "mid small soft", TextFormat.count(updates));
                free = at(updates) - half - 2;
            }
        }
        svg.text(WIDTH, BOTTOM + 17, "end small soft", "updates");
    }

    private void band(Svg svg, List<Pooled> moments) {
        List<double[]> around = new ArrayList<>();
        for (Pooled one : moments) {
            around.add(new double[] {
                at(one.madeUpdates()), up.at(one.number("exponent upper").median())
            });
        }
        for (int i = moments.size() - 1; i >= 0; i--) {
            Pooled one = moments.get(i);
            around.add(new double[] {
                at(one.madeUpdates()), up.at(one.number("exponent lower").median())
            });
        }
        svg.open(GrowthRate.EXPONENT.colour())
                .trace(new Trace().line(around), "spread", "", Tags.NONE)
                .close();
    }

    private void line(Svg svg, List<Pooled> moments, GrowthRate rate, EndLabels ends) {
        List<double[]> points = new ArrayList<>();
        List<double[]> bars = new ArrayList<>();
        Middle last = Middle.NONE;
        for (Pooled one : moments) {
            Middle at = rate.at(one);
            if (Double.isFinite(at.median())) {
                last = at;
                points.add(new double[] {at(one.madeUpdates()), up.at(at.median())});
                bars.add(new double[] {at(one.madeUpdates()), up.at(at.lower()), up.at(at.upper())});
            }
        }
        if (points.isEmpty()) {
            return;
        }
        svg.open(rate.colour()).polyline(points, "thick");
        if (moments.stream().anyMatch(one -> one.runs() > 1)) {
            svg.bars(bars, "whisker");
        }
        rate.shape().draw(svg, points);
        svg.close();
        double[] end = points.get(points.size() - 1);
        ends.add(end[0] + 2, end[1], rate.colour(), List.of(rate.brief() + " = " + Ticks.signed(last.median())));
    }

    private String csv() {
        Csv csv = new Csv(
                "model",
                "moment",
                "updates",
                "runs",
                "quantity",
                "median",
                "runs_lower",
                "runs_upper",
                "lower",
                "upper");
        for (Pooled one : family.pooled()) {
            for (GrowthRate rate : GrowthRate.values()) {
                Middle at = rate.at(one);
                if (Double.isFinite(at.median())) {
                    boolean exponent = rate == GrowthRate.EXPONENT;
                    csv.row(
                            one.model(),
                            one.moment(),
                            one.madeUpdates(),
                            one.runs(),
                            rate.brief(),
                            at.median(),
                            at.lower(),
                            at.upper(),
                            exponent ? Csv.known(one.number("exponent lower").median()) : "",
                            exponent ? Csv.known(one.number("exponent upper").median()) : "");
                }
            }
        }
        return csv.toString();
    }
}

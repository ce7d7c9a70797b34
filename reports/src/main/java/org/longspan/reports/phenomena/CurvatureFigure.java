package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.TextFormat;

/**
 * How second derivatives vanish beside first ones: slope and curvature of the loss in the state of earlier steps, their
 * ratios, and the share of sequences that curve downwards; a box a model and moment.
 */
public final class CurvatureFigure {

    /** Name of the probe. */
    static final String PROBE = "curvature-by-lag";

    private static final double WIDE = 340; // three stand in a row
    private static final double NARROW = 264; // four
    private static final double LEFT = 42;
    private static final double WORDS = 74;
    private static final double SIZES = 46;
    private static final double SIZES_END = SIZES + 140;
    private static final double RATIOS = SIZES_END + 30;
    private static final double RATIOS_END = RATIOS + 84;
    private static final double SHARES = RATIOS_END + 28;
    private static final double SHARES_END = SHARES + 26;
    private static final double HEIGHT = SHARES_END + 22;

    /** More boxes would say too much: of each model the first moment and the last one are shown. */
    private static final int MOST = 16;

    private static final String SIGNAL = "c0";
    private static final String HESSIAN = "c1";
    private static final String GAUSS_NEWTON = "c2";

    private final Family family;
    private final List<CurvatureNumbers> all;
    private final double width;
    private final Axis across;
    private final PowerAxis sizes;
    private final PowerAxis ratios;

    private CurvatureFigure(Family family) {
        this.family = family;
        this.width = family.moments().size() <= 3 ? WIDE : NARROW;
        this.all = family.pooled().stream().map(CurvatureNumbers::of).toList();
        int lags = all.stream()
                .map(CurvatureNumbers::signal)
                .filter(of -> !of.isEmpty())
                .mapToInt(SortedMap::lastKey)
                .max()
                .orElse(1);
        this.across = Axis.linear(0, lags, LEFT, width - WORDS);
        this.sizes = PowerAxis.holding(
                medians(one -> Stream.of(one.signal(), one.hessian(), one.gaussNewton())), SIZES_END, SIZES);
        this.ratios = PowerAxis.holding(
                medians(one -> Stream.of(one.hessianRatio(), one.gaussNewtonRatio())), RATIOS_END, RATIOS);
    }

    private List<Double> medians(Function<CurvatureNumbers, Stream<SortedMap<Integer, Middle>>> lines) {
        return all.stream()
                .flatMap(lines)
                .flatMap(line -> line.values().stream())
                .map(Middle::median)
                .toList();
    }

    /** Returns the figure of the runs on one task of one length, if any was measured. */
    public static Optional<Figure> of(List<Probed> probed) {
        Family family = Family.of(PROBE, probed);
        return family.pooled().isEmpty() ? Optional.empty() : Optional.of(new CurvatureFigure(family).figure());
    }

    private Figure figure() {
        long sequences = family.pooled().stream()
                .flatMap(one -> one.byLag("curvature", of -> of.column("samples")).values().stream())
                .mapToLong(at -> (long) at.median())
                .max()
                .orElse(0);
        String caption = family.on() + ": the loss as a function of the state k steps before its end. Above: the size"
                + " of its gradient g and of its curvature along g, κᴴ of the Hessian and κᴳ of the Gauss-Newton"
                + " matrix, medians over " + TextFormat.count(sequences, "validation sequence")
                + ", logarithmic axis. Middle: the ratios of these medians to that of ‖g‖. Below: the share of"
                + " sequences with κᴴ under 0, where the loss curves downwards. β: the slope of log |κ| on log ‖g‖"
                + " over lags from 5 on, where ‖g‖ spans three powers of ten, else –." + leftOut() + pooling()
                + family.counted()
                + family.lacking();
        List<String> how = List.of(
                "The chapter hopes that second derivatives vanish with first ones, so that their ratio may remain"
                        + " relatively constant and a second-order method, which divides by the curvature, undoes the"
                        + " vanishing. A level line in the middle chart says that it does: β = 1.",
                "The Gauss-Newton matrix holds the Jacobian twice, so its curvature falls twice as fast as the gradient,"
                        + " and its ratio falls with the lag: β = 2. The Hessian has a further term that holds the"
                        + " Jacobian once, and β may be near 1. Where a network has one output and squared error e,"
                        + " κᴳ is ‖g‖²/(2e²) by algebra, and β of κᴳ is no finding.",
                "κᴴ may be negative, and then a plain Newton step goes uphill; κᴳ never is.");
        return new Figure(
                family.id(), "Curvature by lag: " + family.on(), svg(), caption, how, CurvatureNumbers.csv(all));
    }

    private String leftOut() {
        return shown().size() == all.size() ? "" : " Of each model its first and its last moment; the CSV has all.";
    }

    private String pooling() {
        return family.pools()
                ? " Of several runs, medians over runs are drawn, and of |κ| thin bars as the quartiles over runs."
                : "";
    }

    /** Returns what has a box, model by model: of many models the first and the last moment. */
    private List<CurvatureNumbers> shown() {
        return family.models().stream()
                .flatMap(model -> {
                    List<CurvatureNumbers> of = all.stream()
                            .filter(one -> one.pooled().model().equals(model))
                            .toList();
                    return all.size() <= MOST || of.size() < 3
                            ? of.stream()
                            : Stream.of(of.get(0), of.get(of.size() - 1));
                })
                .toList();
    }

    private String svg() {
        Flow flow = new Flow(28, 26);
        shown().forEach(one -> flow.add(width, HEIGHT, svg -> box(svg, one)));
        double room = flow.room(Flow.PAGE);
        Legend legend = new Legend(room)
                .key(28, "‖g‖, gradient", (svg, x, y) -> line(svg, x, y, SIGNAL, Shape.DISC))
                .key(28, "|κᴴ|, curvature of the Hessian", (svg, x, y) -> line(svg, x, y, HESSIAN, Shape.RING))
                .key(
                        28,
                        "|κᴳ|, of the Gauss-Newton matrix",
                        (svg, x, y) -> line(svg, x, y, GAUSS_NEWTON, Shape.TRIANGLE));
        return flow.picture(
                family.id(),
                "Curvature by lag: " + family.on(),
                "Line charts, one for each model and moment: sizes of gradient and curvature, their ratios and the share"
                        + " of negative curvature against the lag. Numbers in the CSV.",
                legend,
                room);
    }

    private static void line(Svg svg, double x, double y, String colour, Shape shape) {
        svg.open(colour).line(x, y, x + 28, y, "thick");
        shape.draw(svg, List.of(new double[] {x + 14, y}));
        svg.close();
    }

    private void box(Svg svg, CurvatureNumbers one) {
        svg.open("", "", family.tags(one.pooled().model()));
        svg.heading(width, one.pooled().model(), family.words(one.pooled().moment()));
        LagPlot above = new LagPlot(across, sizes).frame(svg);
        EndLabels ends = new EndLabels();
        curve(svg, above, one, ends, new Curve(one.signal(), SIGNAL, Shape.DISC, List.of("‖g‖")));
        curve(svg, above, one, ends, new Curve(one.hessian(), HESSIAN, Shape.RING, beta(one, "|κᴴ|", "hessian")));
        curve(
                svg,
                above,
                one,
                ends,
                new Curve(one.gaussNewton(), GAUSS_NEWTON, Shape.TRIANGLE, beta(one, "|κᴳ|", "gauss-newton")));
        ends.draw(svg, across.end() + 12, SIZES - 6, SIZES_END + 8);
        svg.text(0, RATIOS - 10, "small soft", "ratio to ‖g‖");
        LagPlot middle = new LagPlot(across, ratios).frame(svg);
        EndLabels ratioEnds = new EndLabels();
        curve(svg, middle, one, ratioEnds, new Curve(one.hessianRatio(), HESSIAN, Shape.RING, List.of("|κᴴ| / ‖g‖")));
        curve(
                svg,
                middle,
                one,
                ratioEnds,
                new Curve(one.gaussNewtonRatio(), GAUSS_NEWTON, Shape.TRIANGLE, List.of("|κᴳ| / ‖g‖")));
        ratioEnds.draw(svg, across.end() + 12, RATIOS - 6, RATIOS_END + 8);
        if (one.hasHessian()) {
            shares(svg, one);
        } else {
            middle.lags(svg);
        }
        svg.close();
    }

    /** A line of a chart, with the words at its end. */
    private record Curve(SortedMap<Integer, Middle> logs, String colour, Shape shape, List<String> words) {}

    private void curve(Svg svg, LagPlot plot, CurvatureNumbers one, EndLabels ends, Curve curve) {
        List<Integer> lags = List.copyOf(curve.logs().keySet());
        svg.open(curve.colour());
        plot.line(svg, curve.logs(), "thick");
        if (one.pooled().runs() > 1) {
            plot.bars(svg, curve.logs(), lags);
        }
        List<Integer> marked = lags.stream().filter(lag -> apart(lag, lags)).toList();
        curve.shape().draw(svg, plot.points(curve.logs(), marked));
        svg.close();
        plot.end(curve.logs()).forEach(end -> ends.add(end[0], end[1], curve.colour(), curve.words()));
    }

    /** Marks at lags that lie close to each other would be one smear: the first ones are left out. */
    private boolean apart(int lag, List<Integer> lags) {
        int next = lags.stream().filter(other -> other > lag).findFirst().orElse(Integer.MAX_VALUE);
        return next == Integer.MAX_VALUE || across.at(next) - across.at(lag) >= 9;
    }

    private static List<String> beta(CurvatureNumbers one, String name, String curvature) {
        double beta = one.exponent(curvature).median();
        return List.of(name, Double.isNaN(beta) ? "β –" : "β " + String.format(Locale.ROOT, "%.2f", beta));
    }

    private void shares(Svg svg, CurvatureNumbers one) {
        Axis up = Axis.linear(0, 1, SHARES_END, SHARES);
        List<double[]> bars = new ArrayList<>();
        for (Map.Entry<Integer, Middle> at : one.negative().entrySet()) {
            if (at.getValue().median() > 0) {
                bars.add(new double[] {
                    across.at(at.getKey()), up.at(0), up.at(at.getValue().median())
                });
            }
        }
        svg.text(0, SHARES - 9, "small soft", "share of sequences with κᴴ < 0");
        svg.text(LEFT - 6, SHARES + 5, "end small soft", "1");
        svg.text(LEFT - 6, SHARES_END + 4, "end small soft", "0");
        svg.line(LEFT, SHARES, across.end(), SHARES, "grid");
        svg.line(LEFT, SHARES_END, across.end(), SHARES_END, "axis");
        svg.open(HESSIAN).bars(bars, "interval").close();
        new LagPlot(across, new PowerAxis(0, 1, 1, SHARES_END, SHARES)).lags(svg);
    }
}

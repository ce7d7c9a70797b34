package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Colour;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.TextFormat;

/**
 * How a loss at the end reaches back: the size of the signal by lag and that of the Jacobian alone, a box a moment,
 * models beside each other; and for models that hand on several states, such as h and c of an LSTM, these apart.
 */
public final class SignalFigure {

    /** Name of the probe. */
    static final String PROBE = "signal-by-lag";

    /** As many models stand in a box. */
    private static final int MODELS = 3;

    private static final double WIDE = 340; // three stand in a row
    private static final double NARROW = 264; // four
    private static final double LEFT = 42;
    private static final double WORDS = 98;
    private static final double TOP = 46;
    private static final double BOTTOM = TOP + 170;
    private static final double HEIGHT = BOTTOM + 22;

    /** In powers of ten: what is as near to the floor shows it. */
    private static final double NEAR = 2;

    private static final String[] PARTS = {"thick", "thick dash", "dotted", "thin"};

    private final Family family;
    private final double width;
    private final double right;
    private final Axis across;
    private final PowerAxis up;
    private final double floor;
    private final boolean floored;

    private SignalFigure(Family family) {
        this.family = family;
        int lags = 1;
        List<Double> logs = new ArrayList<>();
        boolean faded = false;
        for (Pooled one : family.pooled()) {
            for (String table : SignalCsv.tables(one)) {
                boolean whole = !table.equals(SignalCsv.JACOBIAN);
                for (String column : whole ? List.of("lower", "median", "upper") : List.of("median")) {
                    SortedMap<Integer, Middle> line = one.logByLag(table, column);
                    line.values().forEach(at -> logs.add(at.median()));
                    lags = Math.max(lags, line.isEmpty() ? 0 : line.lastKey());
                }
            }
            faded |= SignalCsv.fades(one);
        }
        this.floor = family.pooled().stream()
                .mapToDouble(one -> one.number("floor").median())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        boolean near = logs.stream().anyMatch(log -> Double.isFinite(log) && log < floor + NEAR);
        this.floored = Double.isFinite(floor) && (faded || near);
        if (floored) {
            logs.add(floor - 0.5); // the floor is not the axis
        }
        this.up = PowerAxis.holding(logs, BOTTOM, TOP);
        this.width = family.moments().size() <= 3 ? WIDE : NARROW;
        this.right = width - WORDS;
        this.across = Axis.linear(0, lags, LEFT, right);
    }

    /** Returns the figure of the runs on one task of one length, if any was measured. */
    public static Optional<Figure> of(List<Probed> probed) {
        Family family = Family.of(PROBE, probed);
        return family.pooled().isEmpty() ? Optional.empty() : Optional.of(new SignalFigure(family).figure());
    }

    private Figure figure() {
        String floorSaid = !Double.isFinite(floor)
                ? ""
                : " An element under " + PowerAxis.power((int) Math.rint(floor)) + " is set to zero"
                        + (floored ? ": at that line, the floor, signals end." : "; no line comes near.");
        String caption = family.on() + ": ‖δ‖, the size of the signal δ = ∂ℓ/∂s(τ-k) that flows back from the last"
                + " loss ℓ, at step τ, into the state k steps before, on a logarithmic axis. Thick: the median over"
                + " " + sequences() + " validation sequences; shaded: their quartiles. Dashed: the Jacobian"
                + " alone, ‖Jᵀv‖ of J = ∂s(τ)/∂s(τ-k) for random directions v." + pooling() + floorSaid
                + family.counted() + family.lacking();
        List<String> how = List.of(
                "A straight line is exponential decay or growth: each step back multiplies the signal by about the same"
                        + " factor, which is written at the line's end (10 to the power of the slope of the median)."
                        + " Below 1 the gradient vanishes, above 1 it explodes. This is the product of Jacobians of the"
                        + " chapter, one factor a step.",
                "The horizon is the lag at which the signal has fallen to a thousandth of its size at lag 1. What the"
                        + " network should have remembered from before it hardly moves the weights.",
                "The dashed line knows nothing of the loss. Where it runs along the thick one, the network's own"
                        + " dynamics explain how the signal fades. Nothing is clipped here, and these are not gradients"
                        + " of weights, in which the signals of all steps are summed.");
        return new Figure(
                family.id(), "Signal by lag: " + family.on(), svg(), caption, how, SignalCsv.of(family.pooled()));
    }

    private String sequences() {
        return TextFormat.count(family.pooled().stream()
                .mapToLong(one -> SignalCsv.samples(one, "signal"))
                .max()
                .orElse(0));
    }

    private String pooling() {
        return family.pools()
                ? " Of several runs, lines, shades, factors and horizons are medians over runs, and thin bars quartiles over runs."
                : "";
    }

    private String svg() {
        Flow flow = new Flow(24, 24);
        for (String moment : family.moments()) {
            List<Pooled> at = family.at(moment);
            for (int from = 0; from < at.size(); from += MODELS) {
                List<Pooled> models = at.subList(from, Math.min(at.size(), from + MODELS));
                flow.add(width, HEIGHT, svg -> models(svg, moment, models));
            }
        }
        for (String model : family.models()) {
            for (Pooled one : family.of(model)) {
                if (SignalCsv.parts(one).size() > 1) {
                    flow.add(width, HEIGHT, svg -> parts(svg, one));
                }
            }
        }
        double room = flow.room(Flow.PAGE);
        return flow.picture(
                family.id(),
                "Signal by lag: " + family.on(),
                "Line charts, one for each moment: the logarithm of the size of the signal against the lag. Numbers in"
                        + " the CSV.",
                legend(room),
                room);
    }

    private Legend legend(double room) {
        Legend legend = new Legend(room);
        for (String model : family.models()) {
            legend.key(
                    28,
                    model,
                    "",
                    (svg, x, y) -> {
                        svg.open(colour(model)).line(x, y, x + 28, y, "thick");
                        shape(model).draw(svg, List.of(new double[] {x + 14, y}));
                        svg.close();
                    },
                    family.tags(model));
        }
        legend.key(
                24,
                "quartiles over sequences",
                (svg, x, y) ->
                        svg.open("c0").rect(x, y - 5, 24, 10, 0, "spread").close());
        legend.key(
                24,
                "Jacobian alone",
                (svg, x, y) -> svg.open("c0").line(x, y, x + 24, y, "beside").close());
        if (family.pools()) {
            legend.key(
                    8,
                    "quartiles over runs",
                    (svg, x, y) -> svg.open("c0")
                            .line(x + 4, y - 6, x + 4, y + 6, "whisker")
                            .close());
        }
        if (floored) {
            legend.key(24, "floor", (svg, x, y) -> svg.line(x, y, x + 24, y, "target"));
        }
        return legend;
    }

    private LagPlot plot(Svg svg, String first, String second) {
        svg.heading(width, first, second);
        LagPlot plot = new LagPlot(across, up).frame(svg).lags(svg);
        if (floored) {
            svg.line(LEFT, up.at(floor), right, up.at(floor), "target");
        }
        return plot;
    }

    private void models(Svg svg, String moment, List<Pooled> models) {
        LagPlot plot = plot(svg, sentence(family.words(moment)), "‖δ‖, size of the signal");
        for (Pooled one : models) {
            svg.open(colour(one.model()), "", family.tags(one.model()));
            plot.band(svg, one.logByLag("signal", "lower"), one.logByLag("signal", "upper"), floor);
            svg.close();
        }
        EndLabels labels = new EndLabels();
        for (Pooled one : models) {
            SortedMap<Integer, Middle> line = one.logByLag("signal", "median");
            List<Integer> lags = marked(family.models().indexOf(one.model()));
            svg.open(colour(one.model()), one.model() + ": " + String.join(", ", said(one)), family.tags(one.model()));
            plot.line(svg, one.logByLag(SignalCsv.JACOBIAN, "median"), "beside");
            plot.line(svg, line, "thick");
            if (one.runs() > 1) {
                plot.bars(svg, line, lags);
            }
            shape(one.model()).draw(svg, plot.points(line, lags));
            svg.close();
            List<String> words = new ArrayList<>(List.of(TextFormat.within(one.model(), 11, WORDS - 12)));
            words.addAll(said(one));
            plot.end(line).forEach(end -> labels.add(end, colour(one.model()), words, family.tags(one.model())));
        }
        labels.draw(svg, right + 12, TOP - 8, BOTTOM + 8);
    }

    private void parts(Svg svg, Pooled one) {
        svg.open("", "", family.tags(one.model()));
        LagPlot plot = plot(svg, one.model() + ": states apart", family.words(one.moment()));
        List<String> parts = SignalCsv.parts(one);
        EndLabels labels = new EndLabels();
        svg.open(colour(one.model()));
        for (int p = 0; p < parts.size(); p++) {
            SortedMap<Integer, Middle> line = one.logByLag(parts.get(p), "median");
            String words = SignalCsv.part(parts.get(p), parts);
            plot.band(svg, one.logByLag(parts.get(p), "lower"), one.logByLag(parts.get(p), "upper"), floor);
            plot.line(svg, line, PARTS[p % PARTS.length]);
            plot.end(line).forEach(end -> labels.add(end[0], end[1], colour(one.model()), List.of(words)));
        }
        svg.close();
        labels.draw(svg, right + 12, TOP - 8, BOTTOM + 8);
        svg.close();
    }

    /** Returns what is written at the end of a line: the factor of a step, and the horizon. */
    private List<String> said(Pooled one) {
        double slope = one.number("signal slope").median();
        double horizon = SignalCsv.horizon(one, "signal horizon").median();
        return List.of(
                Double.isNaN(slope) ? "no slope" : "× " + factor(slope) + " a step",
                "horizon "
                        + (Double.isFinite(horizon)
                                ? TextFormat.precise(horizon)
                                : "> " + TextFormat.count((long) across.to())));
    }

    private static String factor(double slope) {
        double factor = StrictMath.pow(10, slope);
        return factor < 10 ? String.format(Locale.ROOT, "%.3f", factor) : TextFormat.precise(factor);
    }

    /** Returns the lags at which a line has marks: about six, those of another model elsewhere. */
    private List<Integer> marked(int model) {
        List<Integer> lags = new ArrayList<>();
        double every = Math.max(1, across.to() / 6);
        for (double lag = every * (model % MODELS + 1) / MODELS; lag < across.to(); lag += every) {
            lags.add((int) Math.round(lag));
        }
        return lags;
    }

    private String colour(String model) {
        return Colour.ofModel(family.place(model));
    }

    private Shape shape(String model) {
        return Shape.at(family.models().indexOf(model));
    }

    static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

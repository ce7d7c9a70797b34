package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Csv;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.TextFormat;

/**
 * What clipping does to the mean of a gradient, over the size of a batch; a box a model and clipping, lines of 0.1, 1
 * and 10 units of the threshold.
 */
public final class ClipBiasFigure {

    /** Name of the probe. */
    static final String PROBE = "clip-bias";

    private static final double BOX = 262;
    private static final double LEFT = 42;
    private static final double TOP = 42;
    private static final double BAND = 62;
    private static final double BETWEEN = 30;
    private static final int BANDS = 4;
    private static final double HEIGHT = TOP + BANDS * (BAND + BETWEEN) + 10;
    private static final int MOST = 16; // boxes
    private static final double LEAST_BIAS = 1e-3; // under it the halves of the pool are noise

    private final Family family;
    private final List<Box> boxes = new ArrayList<>();
    private final int all;
    private final List<Double> units;
    private final Axis sizes;
    private final double leastCosine;
    private final Axis slopes; // of weights, its pixels any

    /** One clipping at one θ of one model, or at those of several runs. */
    private record Box(Pooled at, String clipping) {

        /** Returns the medians over runs of a column at each size of the batch, for one threshold. */
        Map<Double, Double> line(double unit, String column) {
            Map<Double, List<Double>> values = new LinkedHashMap<>();
            for (Measured found : at.found()) {
                found.table(clipping).ifPresent(table -> {
                    for (int row = 0; row < table.rows(); row++) {
                        if (table.column("units")[row] == unit) {
                            values.computeIfAbsent(table.column("batch")[row], b -> new ArrayList<>())
                                    .add(table.column(column)[row]);
                        }
                    }
                });
            }
            Map<Double, Double> line = new LinkedHashMap<>();
            values.forEach((batch, of) -> line.put(batch, Middle.of(of).median()));
            return line;
        }
    }

    private ClipBiasFigure(Family family) {
        this.family = family;
        List<Box> every = new ArrayList<>();
        for (String model : family.models()) {
            List<Pooled> of = family.of(model);
            Pooled last = of.get(of.size() - 1);
            clippings(last).forEach(clipping -> every.add(new Box(last, clipping)));
        }
        this.boxes.addAll(every.subList(0, Math.min(MOST, every.size())));
        this.all = every.size();
        this.units = values("units");
        List<Double> batches = values("batch");
        this.sizes = Axis.log(
                batches.get(0), Math.max(batches.get(batches.size() - 1), 2 * batches.get(0)), LEFT + 6, BOX - 10);
        double cosine = range("batch cosine least", "cosine").getMin();
        this.leastCosine = Math.max(-1, Math.floor(10 * Math.min(0.9, cosine)) / 10);
        DoubleSummaryStatistics weights = range("weight by own norm", "weight by largest other norm");
        this.slopes = Axis.linear(
                Math.floor(4 * Math.min(-0.25, weights.getMin())) / 4, Math.max(0.05, weights.getMax()), 0, 1);
    }

    private static Set<String> clippings(Pooled pooled) {
        Set<String> names = new LinkedHashSet<>();
        pooled.found().forEach(found -> found.tables().forEach(table -> names.add(table.name())));
        return names;
    }

    private List<Double> values(String column) {
        TreeSet<Double> values = new TreeSet<>();
        for (Box box : boxes) {
            for (Measured found : box.at().found()) {
                for (double value :
                        found.table(box.clipping()).map(of -> of.column(column)).orElse(new double[0])) {
                    values.add(value);
                }
            }
        }
        return List.copyOf(values);
    }

    private DoubleSummaryStatistics range(String... columns) {
        DoubleSummaryStatistics range = new DoubleSummaryStatistics();
        for (String column : columns) {
            for (Box box : boxes) {
                for (double unit : units) {
                    box.line(unit, column).values().stream()
                            .filter(value -> !Double.isNaN(value))
                            .forEach(range::accept);
                }
            }
        }
        return range;
    }

    /** Returns the figure of the runs on one task of one length, if any was measured. */
    public static Optional<Figure> of(List<Probed> runs) {
        Family family = Family.of(PROBE, runs);
        boolean any = family.pooled().stream()
                .flatMap(pooled -> pooled.found().stream())
                .flatMap(found -> found.tables().stream())
                .anyMatch(table -> table.rows() > 0);
        return any ? Optional.of(new ClipBiasFigure(family).figure()) : Optional.empty();
    }

    private Figure figure() {
        String caption = family.on()
                + ": what clipping does to the mean of gradients at one θ, the last that was looked"
                + " at, over the size B of a batch; lines of 0.1, 1 and 10 units of its threshold. From above: distance"
                + " of the mean of clipped gradients from the clipped mean, over the length of the latter, with their"
                + " cosine below it; cosine of a batch's gradient g with clip(g), the median and the least of the"
                + " batches; and how the weight of an example in the clipped mean falls with norms."
                + (boxes.size() < all ? " Shown: " + boxes.size() + " of " + all + " boxes; the CSV has all." : "")
                + family.counted() + family.lacking();
        List<String> how = List.of(
                "Clipping each batch and then averaging is not averaging and then clipping. The distance says how far"
                        + " apart the two are; where it falls with B, larger batches make clipping honest. A line at the"
                        + " foot is under a thousandth, or not told from 0. The scheme that clips single examples has"
                        + " no such bias from B.",
                "A cosine of g with clip(g) of 1 means that clipping keeps the direction, as clipping by the joint norm"
                        + " does; over 0 the clipped step still descends. Element-wise clipping turns a gradient, the more"
                        + " the lower its threshold.",
                "The weight is the factor that an example's gradient keeps. Lines in the lowest panel are slopes of its"
                        + " logarithm on that of a norm: thick, the largest norm among the others of its batch; thin, its"
                        + " own. Below 0, who shares a batch with a large gradient counts less; −1 would be in"
                        + " proportion. Clippings of the signal have none.");
        return new Figure(family.id(), "What clipping does to the mean: " + family.on(), svg(), caption, how, csv());
    }

    private String svg() {
        Flow flow = new Flow(30, 26);
        boxes.forEach(box -> flow.add(BOX, HEIGHT, svg -> draw(svg, box)));
        Legend legend = new Legend(flow.room(Flow.PAGE));
        for (double unit : units) {
            legend.key(
                    28,
                    TextFormat.precise(unit) + (unit == 1 ? " unit" : " units"),
                    (svg, x, y) -> svg.open(colour(unit))
                            .line(x, y, x + 28, y, "thick")
                            .close());
        }
        legend.key(
                28,
                "thin: the least; by its own norm",
                (svg, x, y) -> svg.open("c0").line(x, y, x + 28, y, "fine").close());
        double room = flow.room(Flow.PAGE);
        return flow.picture(
                family.id(),
                "What clipping does to the mean: " + family.on(),
                "Line charts over the size of a batch, a box for each model and clipping: bias, cosines and weights."
                        + " Numbers in the CSV.",
                legend,
                room);
    }

    private String colour(double unit) {
        return "l" + Math.min(5, units.indexOf(unit));
    }

    private void draw(Svg svg, Box box) {
        svg.heading(
                BOX,
                box.clipping(),
                box.at().model() + ", " + family.words(box.at().moment()));
        Chart bias = band(svg, 0, "distance of the mean of clips, relative", Axis.log(LEAST_BIAS, 10, 0, 1));
        bias.rows(svg, List.of(0.001, 0.1, 10.0), Axis::decade);
        lines(svg, bias, box, "relative bias", "thick");
        Chart cosine = band(svg, 1, "its cosine with the clipped mean", Axis.linear(leastCosine, 1, 0, 1));
        cosine.rows(svg, List.of(leastCosine, (1 + leastCosine) / 2, 1.0), Ticks::text);
        lines(svg, cosine, box, "cosine", "thick");
        Chart turned = band(svg, 2, "cos(g, clip g): median and least", Axis.linear(leastCosine, 1, 0, 1));
        turned.rows(svg, List.of(leastCosine, (1 + leastCosine) / 2, 1.0), Ticks::text);
        lines(svg, turned, box, "batch cosine median", "thick");
        lines(svg, turned, box, "batch cosine least", "fine");
        Chart weight = band(svg, 3, "weight: slope by norms", slopes);
        weight.rows(svg, List.of(weight.up().from(), 0.0), Ticks::text);
        lines(svg, weight, box, "weight by largest other norm", "thick");
        lines(svg, weight, box, "weight by own norm", "fine");
        List<Double> batches = values("batch");
        weight.columns(svg, batches, size -> (size == batches.get(0) ? "B = " : "") + TextFormat.precise(size));
    }

    private Chart band(Svg svg, int band, String name, Axis up) {
        double top = TOP + BETWEEN / 2 + band * (BAND + BETWEEN);
        svg.text(0, top - 9, "small soft", name);
        return new Chart(sizes, new Axis(up.logarithmic(), up.from(), up.to(), top + BAND, top));
    }

    private void lines(Svg svg, Chart chart, Box box, String column, String classes) {
        for (double unit : units) {
            List<double[]> points = new ArrayList<>();
            box.line(unit, column).forEach((batch, value) -> {
                if (!Double.isNaN(value)) {
                    points.add(chart.at(batch, value));
                }
            });
            svg.open(colour(unit)).polyline(points, classes).close();
        }
    }

    private String csv() {
        List<String> columns = family.pooled().stream()
                .flatMap(pooled -> pooled.found().stream())
                .flatMap(found -> found.tables().stream())
                .findFirst()
                .map(table -> List.copyOf(table.columns().keySet()))
                .orElse(List.of());
        List<String> heads = new ArrayList<>(List.of("model", "moment", "updates", "clipping"));
        columns.forEach(column -> heads.add(column.replace(' ', '_')));
        Csv csv = new Csv(heads.toArray(String[]::new));
        for (Pooled pooled : family.pooled()) {
            for (int run = 0; run < pooled.runs(); run++) {
                for (Table table : pooled.found().get(run).tables()) {
                    for (int row = 0; row < table.rows(); row++) {
                        List<Object> values = new ArrayList<>(List.of(
                                pooled.model(),
                                pooled.moment(),
                                pooled.updates().get(run),
                                table.name()));
                        for (String column : columns) {
                            double value = table.column(column)[row];
                            values.add(Double.isNaN(value) ? "" : value);
                        }
                        csv.row(values.toArray());
                    }
                }
            }
        }
        return csv.toString();
    }
}

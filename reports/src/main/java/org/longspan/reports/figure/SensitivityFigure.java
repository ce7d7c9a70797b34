package org.longspan.reports.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.RateRange;

/** The validation result of every tuning run against its learning rate, clipped and not. */
public final class SensitivityFigure {

    private static final double WIDTH = 204;
    private static final double LEFT = 32;
    private static final double TOP = 20;
    private static final double STRIP = 12;
    private static final double BOTTOM = 122;
    private static final double HEIGHT = 142;
    private static final double ROOM = 5 * WIDTH + 4 * 18;
    private static final double WORST = RatePoint.WORST;

    /** With more tuning runs the numbers are those of parts of the range. */
    private static final int MOST_ROWS = 1_000;

    private final ArrangedRun run;
    private final String task;
    private final String model;
    private final String id;
    private final List<String> optimizers;
    private final double best;

    private SensitivityFigure(ArrangedRun run, String task, String model, String id, Order order) {
        this.run = run;
        this.task = task;
        this.model = model;
        this.id = id;
        this.optimizers = order.optimizers(run.optimizersOf(model)).stream()
                .filter(this::hasRate)
                .toList();
        this.best = points(cells(null, 0)).stream()
                .filter(p -> !p.diverged())
                .mapToDouble(RatePoint::result)
                .min()
                .orElse(0.1);
    }

    /** Returns the figure of one task and model, if an optimizer that trains it has a learning rate. */
    public static Optional<Figure> of(ArrangedRun run, String task, String model, String id, Order order) {
        SensitivityFigure figure = new SensitivityFigure(run, task, model, id, order);
        return figure.optimizers.isEmpty() ? Optional.empty() : Optional.of(figure.figure());
    }

    private Figure figure() {
        String caption = String.format(
                Locale.ROOT,
                "%s on %s: final validation loss over chance (upward) against the learning rate, for the %s%s that"
                        + " ran, all blocks together. Both axes are logarithmic; the strip above holds runs that diverged.%s",
                model,
                task,
                TextFormat.count(points(cells(null, 0)).size(), "trial"),
                run.selects() ? " of tuning" : "",
                withoutRate());
        List<String> how = List.of(
                "Each mark is one run of one setting. Large: it solved the task. Small: it did not. A "
                        + "cross in the strip above: it diverged. Dark marks are without clipping, blue ones with, "
                        + "whatever the scheme; a line joins the best of them in each twelfth of the range.",
                "The wider the basin of large marks, the less an optimizer's result hangs on its learning rate. In a "
                        + "block all schemes were given the same learning rates: at one rate, only clipping differs.",
                "The dashed line is chance."
                        + (run.tuned()
                                ? " These runs chose the settings; they are in no solved rate of this report."
                                : ""));
        return new Figure(id, model + " on " + task, svg(), caption, how, csv());
    }

    /** Whether its learning rate is tuned, or has been set to anything. */
    private boolean hasRate(String optimizer) {
        return RateRange.ofLearningRate(run, optimizer).isPresent()
                || !points(cells(optimizer, 0)).isEmpty();
    }

    /** Says of which optimizers there is no panel. */
    private String withoutRate() {
        List<String> without = run.optimizersOf(model).stream()
                .filter(optimizer -> !optimizers.contains(optimizer))
                .toList();
        if (without.isEmpty()) {
            return "";
        }
        return " " + String.join(", ", without) + (without.size() == 1 ? " has" : " have")
                + " no learning rate to tune and so no panel.";
    }

    private String svg() {
        List<TaskEntry> entries = run.entries(task);
        Flow flow = new Flow(18, 16);
        for (TaskEntry entry : entries) {
            for (String optimizer : optimizers) {
                flow.add(WIDTH, HEIGHT, svg -> box(svg, entry, optimizer));
            }
        }
        double room = flow.room(ROOM);
        Legend legend = legend(room);
        return flow.picture(
                id,
                "Learning-rate sensitivity of " + model + " on " + task,
                "Scatter plots of the final validation loss against the learning rate, one for each optimizer and "
                        + "length. Numbers in the CSV.",
                legend,
                room);
    }

    private Legend legend(double room) {
        Legend legend = new Legend(room);
        if (run.unclipped().isPresent()) {
            legend.key(8, "no clipping, solved", (svg, x, y) -> key(svg, "c0", 4, x, y))
                    .key(8, "not solved", (svg, x, y) -> key(svg, "c0", 1.7, x, y));
        }
        if (!Pooling.schemes(run).isEmpty()) {
            legend.key(8, "clipped, solved", (svg, x, y) -> key(svg, "c1", 4, x, y))
                    .key(8, "not solved", (svg, x, y) -> key(svg, "c1", 1.7, x, y));
        }
        return legend.key(
                        8,
                        "diverged",
                        (svg, x, y) ->
                                svg.open("c0").cross(x + 4, y, 3.5, "cross").close())
                .key(22, "chance", (svg, x, y) -> svg.line(x, y, x + 22, y, "ref dash"));
    }

    private static void key(Svg svg, String colour, double r, double x, double y) {
        svg.open(colour).circle(x + 4, y, r, "disc").close();
    }

    private void box(Svg svg, TaskEntry entry, String optimizer) {
        double[] range = range(optimizer);
        Axis across = Axis.log(range[0], range[1], LEFT + 6, WIDTH - 12);
        Axis up = Axis.log(Math.min(0.5, Math.max(best / 1.3, 1e-4)), WORST, BOTTOM, TOP + STRIP + 4);
        svg.open("", "", Tags.ofOptimizer(run, optimizer).on(run, run.problem(model, entry)));
        svg.text(0, 12, "strong", TextFormat.within(optimizer, 12.6, WIDTH - 60));
        if (run.lengths(task).size() > 1) {
            svg.text(WIDTH, 12, "end small soft", "T = " + entry.task().length());
        }
        svg.rect(LEFT, TOP, WIDTH - LEFT, STRIP, 2, "strip");
        svg.lines(across.decades().stream().map(across::at).toList(), TOP + STRIP + 4, BOTTOM, "grid");
        svg.line(LEFT, BOTTOM, WIDTH, BOTTOM, "axis");
        svg.line(LEFT, up.at(1), WIDTH, up.at(1), "ref dash");
        for (double tick : up.decades()) {
            if (tick <= 1) {
                svg.text(LEFT - 5, up.at(tick) + 4, "end small soft", Axis.decade(tick));
            }
        }
        for (double tick : across.decades()) {
            svg.text(across.at(tick), BOTTOM + 15, "mid small soft", Axis.decade(tick));
        }
        List<RatePoint> points = points(cells(optimizer, entry.task().length()));
        if (points.isEmpty()) {
            svg.text((LEFT + WIDTH) / 2, 90, "mid small soft", "no trial ran");
        }
        for (boolean clipped : new boolean[] {true, false}) {
            List<RatePoint> of = points.stream()
                    .filter(p -> run.clips(p.run().arm().clipping()) == clipped)
                    .sorted(Comparator.comparing(RatePoint::rate))
                    .toList();
            double aside = clipped ? 1 : -1;
            if (!of.isEmpty()) {
                Tags tags = clipped
                        ? Tags.NONE
                        : Tags.ofClipping(run, run.unclipped().orElseThrow());
                svg.open(clipped ? "c1" : "c0", "", tags);
                svg.polyline(basin(of, range, across, up), "basin");
                svg.dots(
                        places(of, p -> !p.diverged() && !p.solved(), across, aside, p -> up.at(p.result())), "specks");
                svg.dots(places(of, RatePoint::solved, across, aside, p -> up.at(p.result())), "dots");
                svg.crosses(places(of, RatePoint::diverged, across, aside, p -> TOP + STRIP / 2), 3, "cross");
                svg.close();
            }
        }
        svg.close();
    }

    /** Where the marks are, to a pixel, each place once. */
    private static List<double[]> places(
            List<RatePoint> points,
            Predicate<RatePoint> wanted,
            Axis across,
            double aside,
            ToDoubleFunction<RatePoint> y) {
        return points.stream()
                .filter(wanted)
                .map(p -> List.of(Math.round(across.at(p.rate()) + aside), Math.round(y.applyAsDouble(p))))
                .distinct()
                .map(at -> new double[] {at.get(0), at.get(1)})
                .toList();
    }

    /** The best result in each part of the range; a gap where all diverged is bridged. */
    private static List<double[]> basin(List<RatePoint> points, double[] range, Axis across, Axis up) {
        return RateBin.of(points, range).stream()
                .filter(bin -> Double.isFinite(bin.best()))
                .map(bin -> new double[] {across.at(bin.middle()), up.at(bin.best())})
                .toList();
    }

    /** Cells of the task and model, of one optimizer if given, of one length if that is not 0. */
    private List<CellResult> cells(String optimizer, int length) {
        return run.cells(c -> c.problem().task().equals(task)
                && c.problem().model().equals(model)
                && (optimizer == null
                        || c.arm().optimizer().equals(optimizer)
                                && (length == 0 || c.problem().length() == length)));
    }

    private List<RatePoint> points(List<CellResult> cells) {
        return RatePoint.of(run, cells);
    }

    private double[] range(String optimizer) {
        Optional<RateRange> tuned = RateRange.ofLearningRate(run, optimizer);
        if (tuned.isPresent()) {
            return new double[] {tuned.get().from(), tuned.get().to()};
        }
        double[] rates = points(cells(null, 0)).stream()
                .mapToDouble(RatePoint::rate)
                .sorted()
                .toArray();
        return rates.length == 0 ? new double[] {1e-4, 1} : new double[] {rates[0] / 2, rates[rates.length - 1] * 2};
    }

    private String csv() {
        List<RatePoint> points = points(cells(null, 0));
        return points.size() > MOST_ROWS ? bins() : rows(points);
    }

    private static String rows(List<RatePoint> points) {
        Csv csv = new Csv(
                "trial", "length", "optimizer", "clipping", "learning_rate", "outcome", "final_loss_over_chance");
        for (RatePoint p : points) {
            csv.row(
                    p.run().stored().id(),
                    p.run().problem().length(),
                    p.run().arm().optimizer(),
                    p.run().arm().clipping(),
                    TextFormat.precise(p.rate()),
                    Outcomes.word(p.run().outcome()),
                    p.diverged() ? null : TextFormat.precise(p.result()));
        }
        return csv.toString();
    }

    private String bins() {
        Csv csv = new Csv(
                "length", "optimizer", "clipped", "rate_from", "rate_to", "trials", "solved", "diverged", "best");
        for (TaskEntry entry : run.entries(task)) {
            for (String optimizer : optimizers) {
                for (boolean clipped : new boolean[] {false, true}) {
                    List<RatePoint> of = points(cells(optimizer, entry.task().length())).stream()
                            .filter(p -> run.clips(p.run().arm().clipping()) == clipped)
                            .toList();
                    for (RateBin bin : RateBin.of(of, range(optimizer))) {
                        csv.row(
                                entry.task().length(),
                                optimizer,
                                clipped,
                                TextFormat.precise(bin.from()),
                                TextFormat.precise(bin.to()),
                                bin.points().size(),
                                bin.solved(),
                                bin.diverged(),
                                Double.isFinite(bin.best()) ? TextFormat.precise(bin.best()) : null);
                    }
                }
            }
        }
        return csv.toString();
    }
}

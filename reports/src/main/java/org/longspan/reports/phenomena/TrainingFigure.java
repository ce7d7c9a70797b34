package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.StepSummary;
import org.longspan.reports.figure.Axis;
import org.longspan.reports.figure.Csv;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.Flow;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.summary.Run;

/** How one run learned: its losses, and the sizes of its gradients and updates, against updates. */
public final class TrainingFigure {

    private static final String ID = "training";
    private static final double WIDTH = 340;
    private static final double LEFT = 48;
    private static final double TOP = 38;
    private static final double HEIGHT = 190;
    private static final double BELOW = 40;
    private static final double MARGIN = 1.15; // beyond the least and the greatest value
    private static final double DECADES = 8; // of an axis at most: what diverges is not all

    private final Run run;
    private final List<CurvePoint> curve;
    private final Axis updates;

    /** A line of a box. */
    private record Line(String name, String colour, String look, Function<CurvePoint, Double> value) {}

    private static final List<Line> LOSSES = List.of(
            new Line("training loss", "c8", "thin", point -> point.steps().trainLoss()),
            new Line("validation loss", "c1", "thick", CurvePoint::validationLoss));

    private static final List<Line> SIZES = List.of(
            new Line("greatest ‖g‖", "c2", "thin", of(StepSummary::gradientNormMax)),
            new Line("median ‖g‖", "c2", "thick", of(StepSummary::gradientNorm)),
            new Line("median ‖u‖ of updates", "c3", "run dash", of(StepSummary::updateNorm)));

    private TrainingFigure(Run run) {
        this.run = run;
        this.curve = run.curve();
        this.updates = Axis.linear(0, Math.max(1, run.last().updates()), LEFT, WIDTH - 6);
    }

    private static Function<CurvePoint, Double> of(Function<StepSummary, Double> value) {
        return point -> value.apply(point.steps());
    }

    /** Returns the figure, empty for a run that was not trained. */
    public static Optional<Figure> of(Run run) {
        boolean trained = run.last() != null && run.last().updates() > 0;
        return trained ? Optional.of(new TrainingFigure(run).figure()) : Optional.empty();
    }

    private Figure figure() {
        TaskEntry task = run.problem().entry();
        String target = target() > 0 ? ", dotted: solved, at " + TextFormat.precise(target()) : "";
        String caption = run.problem() + ": left, losses (" + task.lossUnit() + "), dashed: chance, "
                + TextFormat.precise(run.chance()) + target + "; right, the norms of gradients before any clipping and"
                + " of updates. A point for each of " + TextFormat.count(curve.size(), "look") + " at the run, "
                + TextFormat.count(run.trial().evaluation().everyUpdates(), "update") + " apart.";
        List<String> how = List.of(
                "Training and validation loss lie together, because no sequence is ever used twice: the gap is noise."
                        + " A long plateau at chance and a fall are how networks learn long spans; so nothing stops"
                        + " early.",
                "The greatest gradient between two looks over their median shows how heavy the tail is. With plain"
                        + " gradient descent ‖u‖ is the learning rate times ‖g‖, so an unclipped cliff is a long step.");
        return new Figure(ID, "How it learned", svg(), caption, how, csv());
    }

    private double target() {
        TaskEntry task = run.problem().entry();
        return task.solvable() && task.measureIsLoss() ? task.solvedAtMost() : 0;
    }

    private String svg() {
        Legend legend = new Legend(2 * WIDTH + 40);
        for (Line line : List.of(LOSSES.get(1), LOSSES.get(0), SIZES.get(1), SIZES.get(0), SIZES.get(2))) {
            legend.key(
                    22,
                    line.name,
                    (svg, x, y) -> svg.open(line.colour)
                            .line(x, y, x + 22, y, line.look)
                            .close());
        }
        Flow flow = new Flow(40, 24);
        flow.add(WIDTH, TOP + HEIGHT + BELOW, svg -> draw(svg, "Loss", LOSSES));
        flow.add(WIDTH, TOP + HEIGHT + BELOW, svg -> draw(svg, "Gradients and updates", SIZES));
        double room = flow.room(2 * WIDTH + 40);
        return flow.picture(
                ID,
                "How it learned",
                "Two line charts against updates: losses, and norms of gradients and updates. Numbers in the CSV.",
                legend,
                room);
    }

    private void draw(Svg svg, String title, List<Line> lines) {
        boolean ofLosses = lines == LOSSES;
        double[] drawn = lines.stream()
                .flatMapToDouble(line -> curve.stream().map(line.value).mapToDouble(TrainingFigure::positive))
                .filter(Double::isFinite)
                .toArray();
        svg.heading(WIDTH, title, "");
        if (drawn.length == 0) {
            svg.text(LEFT, TOP + HEIGHT / 2, "soft", "nothing finite was measured");
            return;
        }
        Chart chart = new Chart(updates, axis(drawn, ofLosses));
        chart.rows(svg, chart.up().rounds(), Axis::decade).columns(svg, ticks(), TextFormat::brief);
        svg.text((chart.left() + chart.right()) / 2, chart.bottom() + 33, "mid small soft", "updates");
        if (ofLosses) {
            svg.line(
                    chart.left(),
                    chart.up().at(run.chance()),
                    chart.right(),
                    chart.up().at(run.chance()),
                    "ref dash");
            if (target() > 0) {
                svg.line(
                        chart.left(),
                        chart.up().at(target()),
                        chart.right(),
                        chart.up().at(target()),
                        "target");
            }
        }
        for (Line line : lines) {
            svg.open(line.colour).polyline(points(chart, line), line.look).close();
        }
    }

    private Axis axis(double[] drawn, boolean ofLosses) {
        double low = DoubleStream.of(drawn).min().orElseThrow();
        double high = DoubleStream.of(drawn).max().orElseThrow();
        if (ofLosses) {
            low = Math.min(low, target() > 0 ? target() : run.chance());
            high = Math.max(high, run.chance());
        }
        high = Math.min(high, low * StrictMath.pow(10, DECADES));
        return Axis.log(low / MARGIN, Math.max(high, 2 * low) * MARGIN, TOP + HEIGHT, TOP);
    }

    private List<Double> ticks() {
        double last = updates.to();
        double step = StrictMath.pow(10, Math.floor(StrictMath.log10(last)));
        step = last / step >= 5 ? 2 * step : last / step >= 2 ? step : step / 2;
        List<Double> ticks = new ArrayList<>();
        for (double tick = 0; tick <= last; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static double positive(Double value) {
        return value == null || !(value > 0) ? Double.NaN : value;
    }

    private List<double[]> points(Chart chart, Line line) {
        return curve.stream()
                .filter(point -> Double.isFinite(positive(line.value.apply(point))))
                .map(point -> chart.at(point.updates(), line.value.apply(point)))
                .toList();
    }

    private String csv() {
        Csv csv = new Csv(
                "updates",
                "sequence_forwards",
                "validation_loss",
                "training_loss",
                "gradient_norm_median",
                "gradient_norm_greatest",
                "update_norm_median",
                "clipped_share");
        for (CurvePoint point : curve) {
            StepSummary steps = point.steps();
            csv.row(
                    point.updates(),
                    point.sequenceForwards(),
                    point.validationLoss(),
                    steps.trainLoss(),
                    steps.gradientNorm(),
                    steps.gradientNormMax(),
                    steps.updateNorm(),
                    steps.clippedShare());
        }
        return csv.toString();
    }
}

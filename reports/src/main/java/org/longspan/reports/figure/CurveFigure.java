package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * Learning curves of one problem: a column an optimizer, a colour a clipping scheme, every evaluation run thin and
 * the median thick; above the validation loss, below the gradient's norm before and after clipping.
 */
public final class CurveFigure {

    private static final double PANEL_WIDTH = 188;
    private static final double LOSS_HEIGHT = 150;
    private static final double NORM_HEIGHT = 96;
    private static final double BETWEEN = 20;
    private static final double LEFT = 52;
    private static final double BAND = LOSS_HEIGHT + NORM_HEIGHT + 96;

    private final ArrangedRun run;
    private final Problem problem;
    private final String id;
    private final int across;
    private final List<String> optimizers;
    private final List<Run> runs;
    private final Axis lossRange;
    private final Axis normRange;

    private CurveFigure(ArrangedRun run, Problem problem, String id) {
        this.run = run;
        this.problem = problem;
        this.id = id;
        this.optimizers = run.optimizersOf(problem.model());
        this.across = Math.min(optimizers.size(), 5);
        this.runs = run.cells(c -> c.problem().equals(problem)).stream()
                .flatMap(c -> c.evaluation().stream())
                .toList();
        TaskEntry entry = problem.entry();
        double[] loss = Curve.of(runs, CurvePoint::validationLoss).range(entry.chance());
        double low = target() > 0 ? Math.min(loss[0], target()) : loss[0];
        this.lossRange = bounds(
                Math.max(low / 1.3, entry.chance() * 1e-4),
                Math.min(Math.max(loss[1], entry.chance()) * 1.3, entry.chance() * 20));
        double[] norm = Curve.of(runs, point -> point.steps().gradientNorm()).range(1);
        double[] clipped = Curve.of(runs, point -> point.steps().clippedNorm()).range(norm[0]);
        double top = Math.max(norm[1], clipped[1]) * 1.3;
        double bottom = Math.min(norm[0], clipped[0]) / 1.3;
        this.normRange = bounds(Math.max(bottom, 1e-8), Math.min(Math.max(top, 1e-7), 1e6));
    }

    /** Returns the figure of one problem, {@code id} being unique in the page. */
    public static Figure of(ArrangedRun run, Problem problem, String id) {
        CurveFigure figure = new CurveFigure(run, problem, id);
        TaskEntry entry = problem.entry();
        String target = !entry.solvable()
                ? ""
                : entry.measureIsLoss()
                        ? " Dotted: the target, " + TextFormat.precise(entry.solvedAtMost()) + "."
                        : " Solved means " + entry.measure() + " ≤ " + TextFormat.precise(entry.solvedAtMost())
                                + ", which is not a line in the loss.";
        String caption = String.format(
                Locale.ROOT,
                "%s. Above: validation loss (%s) against updates; below: median ‖g‖ between evaluations, before"
                        + " clipping (thin) and after (thick). %s thin, the median of each arm thick. Dashed: chance, %s ="
                        + " %s.%s Both vertical axes are logarithmic; budget %s.",
                problem,
                entry.lossUnit(),
                figure.runs.size() == 1
                        ? "The one evaluation run"
                        : "Every one of " + TextFormat.count(figure.runs.size()) + " evaluation runs",
                entry.chanceFormula(),
                TextFormat.precise(entry.chance()),
                target,
                TextFormat.count(run.manifest().rules().budget().updates(), "update"));
        List<String> how = List.of(
                "A thin line is one run with the settings that selection chose. It ends where the run solved, diverged "
                        + "(a cross) or had spent its budget. Runs sit at chance, often for long, and then fall: that "
                        + "is why nothing here stops early on a plateau.",
                "A thick line is the median over an arm's runs. A run that has ended keeps its last value in it; a run "
                        + "that diverged counts as infinite, so the line ends where half of the runs are gone.",
                "A colour that is missing lies under another: a clipping that never acts gives the very bits of none. "
                        + "Where there are more schemes than colours, the lines of the later ones are dashed.",
                "Below, thin against thick of one colour: the gap is what clipping took away. Without clipping the two "
                        + "are one.");
        return new Figure(id, problem.toString(), figure.svg(), caption, how, figure.csv());
    }

    private double target() {
        TaskEntry entry = problem.entry();
        return entry.solvable() && entry.measureIsLoss() ? entry.solvedAtMost() : 0;
    }

    private static Axis bounds(double low, double high) {
        double top = Math.max(high, low * 10);
        return Axis.log(low, top, 0, 1);
    }

    private String svg() {
        int bands = (optimizers.size() + across - 1) / across;
        double width = LEFT + across * (PANEL_WIDTH + BETWEEN);
        Legend legend = legend(width);
        Svg svg = new Svg(
                id,
                Math.max(width, legend.width()),
                legend.height() + bands * BAND,
                "Learning curves: " + problem,
                "Validation loss and gradient norm against updates, one chart for each optimizer. Numbers in the CSV.");
        legend.draw(svg);
        for (int i = 0; i < optimizers.size(); i++) {
            double x = LEFT + i % across * (PANEL_WIDTH + BETWEEN);
            column(svg, optimizers.get(i), x, legend.height() + i / across * BAND, i % across == 0);
        }
        return svg.end();
    }

    private Legend legend(double width) {
        Legend legend = new Legend(width);
        for (int c = 0; c < run.clippings().size(); c++) {
            String colour = Colour.ofClipping(c);
            legend.key(
                    18,
                    run.clippings().get(c),
                    (svg, x, y) ->
                            svg.open(colour).line(x, y, x + 18, y, "thick").close());
        }
        return legend;
    }

    private void column(Svg svg, String optimizer, double x, double top, boolean labels) {
        double budget = Math.max(1, run.manifest().rules().budget().updates());
        Axis across = Axis.linear(0, budget, x, x + PANEL_WIDTH);
        Axis loss = Axis.log(lossRange.from(), lossRange.to(), top + 28 + LOSS_HEIGHT, top + 28);
        double normTop = top + 28 + LOSS_HEIGHT + 22;
        Axis norm = Axis.log(normRange.from(), normRange.to(), normTop + NORM_HEIGHT, normTop);
        svg.text(x, top + 16, "strong", optimizer);
        frame(svg, loss, x, labels);
        frame(svg, norm, x, labels);
        if (labels) {
            svg.text(0, top + 16, "small soft", "loss");
            svg.text(0, normTop - 7, "small soft", "‖g‖");
        }
        svg.line(
                x,
                loss.at(problem.entry().chance()),
                x + PANEL_WIDTH,
                loss.at(problem.entry().chance()),
                "ref dash");
        if (target() > 0) {
            svg.line(x, loss.at(target()), x + PANEL_WIDTH, loss.at(target()), "ref dots");
        }
        svg.text(x, normTop + NORM_HEIGHT + 16, "small soft", "0");
        svg.text(
                x + PANEL_WIDTH,
                normTop + NORM_HEIGHT + 16,
                "end small soft",
                TextFormat.count((long) budget, "update"));
        if (runs.stream().noneMatch(r -> r.arm().optimizer().equals(optimizer))) {
            svg.text(x + PANEL_WIDTH / 2, top + 28 + LOSS_HEIGHT / 2, "mid small soft", "no run");
        }
        for (int c = run.clippings().size() - 1; c >= 0; c--) {
            Arm arm = new Arm(optimizer, run.clippings().get(c));
            List<Run> of = run.cell(arm, problem).evaluation();
            svg.open(Colour.ofClipping(c), arm.toString());
            lines(svg, of, CurvePoint::validationLoss, across, loss, "thin", "thick");
            lines(svg, of, point -> point.steps().gradientNorm(), across, norm, "", "thin");
            lines(svg, of, point -> point.steps().clippedNorm(), across, norm, "", "thick");
            svg.close();
        }
    }

    private static void frame(Svg svg, Axis axis, double x, boolean labels) {
        svg.line(x, axis.start(), x + PANEL_WIDTH, axis.start(), "axis");
        for (double tick : axis.decades()) {
            svg.line(x, axis.at(tick), x + PANEL_WIDTH, axis.at(tick), "grid");
            if (labels) {
                svg.text(x - 8, axis.at(tick) + 4, "end small soft", Axis.decade(tick));
            }
        }
    }

    private static void lines(
            Svg svg,
            List<Run> runs,
            Function<CurvePoint, Double> quantity,
            Axis across,
            Axis up,
            String each,
            String all) {
        Curve curve = Curve.of(runs, quantity);
        if (!each.isEmpty()) {
            for (int r = 0; r < runs.size(); r++) {
                List<double[]> points = points(curve.updates(), curve.values()[r], across, up);
                svg.polyline(points, each);
                if (runs.get(r).diverged() && !points.isEmpty()) {
                    double[] last = points.get(points.size() - 1);
                    svg.cross(last[0], last[1], 3, "cross");
                }
            }
        }
        svg.polyline(points(curve.updates(), curve.median(runs), across, up), all);
    }

    private static List<double[]> points(long[] updates, double[] values, Axis across, Axis up) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < updates.length; i++) {
            if (!Double.isNaN(values[i])) {
                points.add(new double[] {across.at(updates[i]), up.at(values[i])});
            }
        }
        return points;
    }

    private String csv() {
        Curve loss = Curve.of(runs, CurvePoint::validationLoss);
        Curve before = Curve.of(runs, point -> point.steps().gradientNorm());
        Curve after = Curve.of(runs, point -> point.steps().clippedNorm());
        Curve penalty = Curve.of(runs, point -> point.steps().signalPenalty());
        List<Object> header = new ArrayList<>(List.of("trial", "optimizer", "clipping", "repetition", "quantity"));
        for (long update : loss.updates()) {
            header.add(update);
        }
        Csv csv = new Csv(header.stream().map(Object::toString).toArray(String[]::new));
        for (int r = 0; r < runs.size(); r++) {
            csv.row(row(runs.get(r), "validation_loss", loss.values()[r]));
            csv.row(row(runs.get(r), "gradient_norm", before.values()[r]));
            csv.row(row(runs.get(r), "clipped_norm", after.values()[r]));
            if (!DoubleStream.of(penalty.values()[r]).allMatch(Double::isNaN)) { // most regularizers have none
                csv.row(row(runs.get(r), "signal_penalty", penalty.values()[r]));
            }
        }
        return csv.toString();
    }

    private static Object[] row(Run run, String quantity, double[] values) {
        List<Object> row = new ArrayList<>(List.of(
                run.stored().id(),
                run.arm().optimizer(),
                run.arm().clipping(),
                run.trial().repetition(),
                quantity));
        for (double value : values) {
            row.add(Double.isNaN(value) ? "" : TextFormat.precise(value));
        }
        return row.toArray();
    }
}

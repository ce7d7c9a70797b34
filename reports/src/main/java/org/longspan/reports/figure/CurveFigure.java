package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest.TaskEntry;
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
    private final List<CurveGroup> groups;
    private final double chance;
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
        this.groups = CurveGroup.of(run, problem);
        this.chance = runs.stream()
                .mapToDouble(Run::chance)
                .average()
                .orElse(problem.entry().chance());
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
                "%s. Above: validation loss (%s) against updates; below: median ‖g‖ between looks, before"
                        + " clipping (thin) and after (thick). %s%s%s Both vertical axes are logarithmic; budget %s.",
                problem,
                entry.lossUnit(),
                figure.drawn(),
                figure.chanceInWords(),
                target,
                TextFormat.count(run.manifest().rules().budget().updates(), "update"));
        List<String> how = List.of(
                "A thin line is one run with the settings that its block chose. It ends where the run solved, diverged "
                        + "(a cross) or had spent its budget. Runs sit at chance, often for long, and then fall: that "
                        + "is why nothing here stops early on a plateau.",
                "A thick line is the median over the runs of its colour. A run that has ended keeps its last value in "
                        + "it; a run that diverged counts as infinite, so the line ends where half of the runs are gone.",
                "A colour that is missing lies under another: a clipping that never acts gives the very bits of none. "
                        + "Where there are more schemes than colours, the lines of the later ones are dashed.",
                "Below, thin against thick of one colour: the gap is what clipping took away. Without clipping the two "
                        + "are one.");
        return new Figure(id, problem.toString(), figure.svg(), caption, how, CurveCsv.of(run, problem, figure.runs));
    }

    private String drawn() {
        if (CurveGroup.pools(run, problem)) {
            String control =
                    groups.get(0).each() ? "every run of " + groups.get(0).name() + " thin; " : "";
            return "Of " + TextFormat.count(runs.size(), "evaluation run") + ": " + control
                    + "medians thick. Every curve is in results.jsonl.";
        }
        String all = runs.size() == 1
                ? "The one evaluation run"
                : "Every one of " + TextFormat.count(runs.size()) + " evaluation runs";
        return all + " thin, the median of each arm thick.";
    }

    /** The mean is drawn: blocks have validation sequences of their own, and chance is measured on each. */
    private String chanceInWords() {
        DoubleSummaryStatistics measured =
                runs.stream().mapToDouble(Run::chance).summaryStatistics();
        String theory = problem.entry().chanceFormula() + " = "
                + TextFormat.precise(problem.entry().chance());
        if (runs.stream().allMatch(run -> run.stored().result().chance() == null)) {
            return " Dashed: chance, " + theory + ".";
        }
        return String.format(
                Locale.ROOT,
                " Dashed: chance on the validation sequences of these runs, %s in the mean, from %s to %s; in theory"
                        + " %s.",
                TextFormat.precise(chance),
                TextFormat.precise(measured.getMin()),
                TextFormat.precise(measured.getMax()),
                theory);
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
        for (CurveGroup group : groups) {
            legend.key(
                    18,
                    group.name(),
                    (svg, x, y) -> svg.open(group.colour())
                            .line(x, y, x + 18, y, "thick")
                            .close());
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
        svg.line(x, loss.at(chance), x + PANEL_WIDTH, loss.at(chance), "ref dash");
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
        for (int g = groups.size() - 1; g >= 0; g--) {
            CurveGroup group = groups.get(g);
            List<Run> of = group.runs(run, optimizer, problem);
            svg.open(group.colour(), optimizer + " × " + group.name());
            lines(svg, of, CurvePoint::validationLoss, across, loss, group.each() ? "thin" : "", "thick");
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

    private void lines(
            Svg svg,
            List<Run> of,
            Function<CurvePoint, Double> quantity,
            Axis across,
            Axis up,
            String each,
            String all) {
        Curve curve = CurveGroup.pools(run, problem) ? Curve.brief(of, quantity) : Curve.of(of, quantity);
        if (!each.isEmpty()) {
            for (int r = 0; r < of.size(); r++) {
                List<double[]> points = points(curve.updates(), curve.values()[r], across, up);
                svg.polyline(points, each);
                if (of.get(r).diverged() && !points.isEmpty()) {
                    double[] last = points.get(points.size() - 1);
                    svg.cross(last[0], last[1], 3, "cross");
                }
            }
        }
        svg.polyline(points(curve.updates(), curve.median(of), across, up), all);
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
}

package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * Learning curves of one problem, the validation loss against updates: a box an optimizer, a colour a clipping, the
 * median of an arm's runs thick and, where these are few, each of them thin.
 */
public final class CurveFigure {

    private static final double TOP = 26;
    private static final double HEIGHT = 128;
    private static final double GAP = 15;
    private static final double ROW_GAP = 18;

    private final ArrangedRun run;
    private final Problem problem;
    private final String id;
    private final List<String> optimizers;
    private final List<Run> runs;
    private final FirstClippings clippings;
    private final double chance;
    private final Axis loss;

    private CurveFigure(ArrangedRun run, Problem problem, String id, Order order) {
        this.run = run;
        this.problem = problem;
        this.id = id;
        this.runs = run.cells(c -> c.problem().equals(problem)).stream()
                .flatMap(c -> c.evaluation().stream())
                .toList();
        this.optimizers = order.optimizers(run.optimizersOf(problem.model())).stream()
                .filter(o -> runs.stream().anyMatch(r -> r.arm().optimizer().equals(o)))
                .toList();
        this.clippings = FirstClippings.of(run, problem);
        this.chance = runs.stream()
                .mapToDouble(Run::chance)
                .average()
                .orElse(problem.entry().chance());
        this.loss = loss();
    }

    /** Returns the figure of one problem, {@code id} being unique in the page. */
    public static Figure of(ArrangedRun run, Problem problem, String id, Order order) {
        CurveFigure figure = new CurveFigure(run, problem, id, order);
        TaskEntry entry = problem.entry();
        String target = !entry.solvable()
                ? ""
                : entry.measureIsLoss()
                        ? " Dotted: the target, " + TextFormat.precise(entry.solvedAtMost()) + "."
                        : " Solved means " + entry.measure() + " ≤ " + TextFormat.precise(entry.solvedAtMost())
                                + ", which is not a line in the loss.";
        String caption = String.format(
                Locale.ROOT,
                "%s: validation loss (%s, logarithmic axis) against updates, a box an optimizer, a colour a clipping."
                        + " %s%s%s%s%s Budget: %s.",
                problem,
                entry.lossUnit(),
                figure.drawn(),
                figure.clippings.said(run.manifest().tuning().control()),
                figure.without(),
                figure.chanceInWords(),
                target,
                TextFormat.count(run.manifest().rules().budget().updates(), "update"));
        List<String> how = List.of(
                "A thick line is the median over the runs of one arm, which is the run itself where there is one. A run"
                        + " that has ended keeps its last value in it; a run that diverged counts as infinite, so the"
                        + " line ends where half of the runs are gone.",
                "A thin line is one run with the settings that its block chose. It ends where the run solved, diverged "
                        + "(a cross) or had spent its budget. Runs sit at chance, often for long, and then fall: that "
                        + "is why nothing here stops early on a plateau.",
                "A colour that is missing lies under another: a clipping that never acts gives the very bits of none. "
                        + "Where there are more schemes than colours, the lines of the later ones are dashed. Losses"
                        + " beyond the axis run along its end. Where an update costs so many gradients that an"
                        + " optimizer makes few, its axis of updates is shorter.");
        return new Figure(id, problem.toString(), figure.svg(), caption, how, CurveCsv.of(run, problem));
    }

    private String drawn() {
        if (!CurveCsv.pools(runs)) {
            String all = runs.size() == 1
                    ? "The one evaluation run"
                    : "Every one of " + TextFormat.count(runs.size()) + " evaluation runs";
            return all + " thin, the median of each arm thick.";
        }
        String control = run.manifest().tuning().control();
        String each = run.clippings().stream().anyMatch(this::isEach) ? "every run of " + control + " thin; " : "";
        return "Of " + TextFormat.count(runs.size(), "evaluation run") + ": " + each
                + "medians thick. Every curve is in results.jsonl.";
    }

    private String without() {
        List<String> without = run.optimizersOf(problem.model()).stream()
                .filter(o -> !optimizers.contains(o))
                .toList();
        return without.isEmpty() ? "" : " Without a run, and so without a box: " + String.join(", ", without) + ".";
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

    /** Holds every line that is drawn, as far as it lies between 1e-4 and 8 times chance. */
    private Axis loss() {
        double[] drawn = run.cells(c -> c.problem().equals(problem)).stream()
                .flatMapToDouble(this::drawn)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double low = DoubleStream.of(drawn).min().orElse(chance);
        double high = DoubleStream.of(drawn).max().orElse(chance);
        double bottom = Math.max((target() > 0 ? Math.min(low, target()) : low) / 1.3, chance * 1e-4);
        double top = Math.min(Math.max(high, chance) * 1.3, chance * 8);
        return Axis.log(bottom, Math.max(top, bottom * 10), TOP + HEIGHT, TOP);
    }

    private DoubleStream drawn(CellResult cell) {
        Curve curve = Curve.of(cell.evaluation(), CurvePoint::validationLoss);
        DoubleStream each = isEach(cell.arm().clipping())
                ? Arrays.stream(curve.values()).flatMapToDouble(DoubleStream::of)
                : DoubleStream.empty();
        return DoubleStream.concat(DoubleStream.of(curve.median(cell.evaluation())), each);
    }

    private String svg() {
        Legend legend = legend();
        Flow flow = new Flow(GAP, ROW_GAP);
        optimizers.forEach(o -> flow.add(UpdatePlot.BOX, TOP + HEIGHT + 20, svg -> box(svg, o)));
        Svg svg = new Svg(
                id,
                Math.max(Flow.PAGE, legend.width()),
                legend.height() + flow.height(Flow.PAGE),
                "Learning curves: " + problem,
                "Validation loss against updates, one chart for each optimizer. Numbers in the CSV.");
        legend.draw(svg);
        flow.draw(svg, legend.height(), Flow.PAGE);
        return svg.end();
    }

    private Legend legend() {
        Legend legend = new Legend(Flow.PAGE);
        if (optimizers.isEmpty()) {
            return legend.key(0, "No evaluation run.", Legend.Mark.NONE);
        }
        legend.key(24, "chance", (svg, x, y) -> svg.line(x, y, x + 24, y, "ref dash"));
        if (target() > 0) {
            legend.key(24, "target", (svg, x, y) -> svg.line(x, y, x + 24, y, "target"));
        }
        clippings.first().forEach(c -> key(legend, c));
        legend.more();
        clippings.others().forEach(c -> key(legend, c));
        return legend;
    }

    private void key(Legend legend, String clipping) {
        legend.key(
                20,
                clipping,
                "",
                (svg, x, y) -> svg.line(x, y, x + 20, y, "run " + colour(clipping)),
                Tags.ofClipping(run, clipping));
    }

    private String colour(String clipping) {
        return Colour.ofClipping(run.clippings().indexOf(clipping));
    }

    private void box(Svg svg, String optimizer) {
        List<Run> its =
                runs.stream().filter(r -> r.arm().optimizer().equals(optimizer)).toList();
        UpdatePlot plot = UpdatePlot.of(run.manifest().rules().budget().updates(), its, loss);
        svg.open("", "", Tags.ofOptimizer(run, optimizer).on(run, problem));
        svg.text(0, 12, "strong", optimizer);
        plot.frame(svg, plot.up().decades(), Axis::decade).updates(svg);
        plot.level(svg, chance, "ref dash");
        if (target() > 0) {
            plot.level(svg, target(), "target");
        }
        List<String> order = new ArrayList<>(clippings.others());
        for (int i = clippings.first().size() - 1; i >= 0; i--) { // the control lies on top
            order.add(clippings.first().get(i));
        }
        order.forEach(clipping -> arm(svg, plot, run.cell(new Arm(optimizer, clipping), problem)));
        svg.close();
    }

    /** Whether each run of {@code clipping} is drawn: a reader can follow so many. */
    private boolean isEach(String clipping) {
        boolean control = clipping.equals(run.manifest().tuning().control());
        return !CurveCsv.pools(
                control
                        ? runs.stream()
                                .filter(r -> r.arm().clipping().equals(clipping))
                                .toList()
                        : runs);
    }

    private void arm(Svg svg, UpdatePlot plot, CellResult cell) {
        String clipping = cell.arm().clipping();
        String classes = colour(clipping) + (clippings.first().contains(clipping) ? "" : " more");
        List<Run> of = cell.evaluation();
        if (of.size() == 1) {
            Run one = of.get(0);
            String tip = clipping + ": " + Outcomes.word(one.outcome());
            svg.trace(trace(plot, of), "run " + classes, tip, tags(one));
            return;
        }
        if (isEach(clipping)) {
            for (String outcome : Outcomes.WORDS) {
                List<Run> so = of.stream()
                        .filter(one -> Outcomes.word(one.outcome()).equals(outcome))
                        .toList();
                if (!so.isEmpty()) {
                    String tip = clipping + ": " + TextFormat.count(so.size(), "run") + ", " + outcome;
                    svg.trace(trace(plot, so), "run slim " + classes, tip, tags(so.get(0)));
                }
            }
        }
        Curve curve = Curve.of(of, CurvePoint::validationLoss);
        svg.trace(
                new Trace().line(plot.line(curve.updates(), curve.median(of))),
                "run " + classes,
                clipping + ": median of " + of.size() + ", " + cell.solved() + " solved",
                Tags.of(run, cell.arm()));
    }

    /** Without its problem, which its box has. */
    private Tags tags(Run one) {
        Tags arm = Tags.of(run, one.arm());
        return new Tags(arm.optimizer(), arm.clipping(), Tags.ANY, Tags.ANY, Outcomes.place(one.outcome()));
    }

    /** The lines of some runs, each with a cross at its end if it diverged. */
    private static Trace trace(UpdatePlot plot, List<Run> of) {
        Trace trace = new Trace();
        for (Run one : of) {
            List<double[]> line = plot.line(one, CurvePoint::validationLoss);
            trace.line(line);
            if (one.diverged() && !line.isEmpty()) {
                double[] last = line.get(line.size() - 1);
                trace.cross(last[0], last[1], 3);
            }
        }
        return trace;
    }
}

package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/** How many trials of each arm diverged, and in what way: a row an arm, a column a model. */
public final class DivergenceFigure {

    private static final double BAR = 300;
    private static final double ROW = 17;
    private static final double HEAD = 30;

    private final ArrangedRun run;
    private final double left;
    private final int most;

    private DivergenceFigure(ArrangedRun run) {
        this.run = run;
        this.left = TextFormat.widest(run.optimizers(), 12) + TextFormat.widest(run.clippings(), 12) + 36;
        int largest = 5;
        for (Arm arm : arms()) {
            for (String model : run.modelNames()) {
                largest = Math.max(
                        largest,
                        causes(runs(arm, model)).values().stream()
                                .mapToInt(i -> i)
                                .sum());
            }
        }
        this.most = largest;
    }

    /** Returns the figure. */
    public static Figure of(ArrangedRun run) {
        DivergenceFigure figure = new DivergenceFigure(run);
        var rules = run.manifest().rules().divergence();
        String caption = String.format(
                Locale.ROOT,
                "Trials that diverged, by arm, model and cause: %s of %s that ran, of tuning and evaluation, in all"
                        + " blocks, tasks and lengths. The number at the end of a bar is how many of the arm's trials it holds.",
                TextFormat.count(run.counts().diverged()),
                TextFormat.count(run.counts().done() - run.counts().skipped(), "trial"));
        List<String> how = List.of(
                "A trial ends as diverged when its weights or, under the policy “fail”, its gradient is not finite; or "
                        + "when the validation loss is over " + TextFormat.precise(rules.chanceMultiple())
                        + " × chance at " + TextFormat.count(rules.farOffInARow(), "look") + " in a row. "
                        + (run.policies().size() == 1 ? "The policy" : "The policies") + " of this run: "
                        + String.join(", ", run.policies()) + ".",
                "Tuning tries learning rates over several decades on purpose, so some trials must diverge; what "
                        + "tells arms apart is how many. A diverged run counts as not solved in every figure.");
        return new Figure("divergence-bars", "Divergences by cause", figure.svg(), caption, how, figure.csv());
    }

    private List<Arm> arms() {
        List<Arm> arms = new ArrayList<>();
        run.optimizers().forEach(o -> run.clippings().forEach(c -> arms.add(new Arm(o, c))));
        return arms;
    }

    private List<Run> runs(Arm arm, String model) {
        return run.cells(c -> c.arm().equals(arm) && c.problem().model().equals(model)).stream()
                .flatMap(c -> Stream.concat(c.tuning().stream(), c.evaluation().stream()))
                .toList();
    }

    private static Map<Outcome.Cause, Integer> causes(List<Run> runs) {
        return CellResult.causes(runs);
    }

    private String svg() {
        double column = Math.max(BAR + 90, TextFormat.widest(run.modelNames(), 13) + 24);
        double width = left + run.modelNames().size() * column;
        Legend legend = legend(width);
        double top = legend.height() + HEAD;
        double height = top + arms().size() * ROW + run.optimizers().size() * 8 + 8;
        Svg svg = new Svg(
                "divergences",
                Math.max(width, legend.width()),
                height,
                "Diverged trials by arm, model and cause",
                "Stacked bars. Numbers in the CSV.");
        legend.draw(svg);
        for (int m = 0; m < run.modelNames().size(); m++) {
            String model = run.modelNames().get(m);
            svg.open("", run.described(model))
                    .text(left + m * column, top - 14, "h2", model)
                    .close();
        }
        double y = top;
        String before = "";
        for (Arm arm : arms()) {
            if (!arm.optimizer().equals(before)) {
                svg.line(0, y, left + run.modelNames().size() * column - 20, y, "grid");
                y += 6;
                svg.text(0, y + 12, "strong", arm.optimizer());
                before = arm.optimizer();
            }
            svg.text(left - 12, y + 12, "end", arm.clipping());
            for (int m = 0; m < run.modelNames().size(); m++) {
                bar(svg, runs(arm, run.modelNames().get(m)), left + m * column, y + 3);
            }
            y += ROW;
            y += arm.clipping().equals(run.clippings().get(run.clippings().size() - 1)) ? 2 : 0;
        }
        return svg.end();
    }

    private static Legend legend(double width) {
        Legend legend = new Legend(width);
        for (Outcome.Cause cause : Outcome.Cause.values()) {
            legend.key(
                    14,
                    Outcomes.cause(cause),
                    (svg, x, y) -> svg.open("d" + cause.ordinal())
                            .rect(x, y - 6, 14, 12, 2, "fill")
                            .close());
        }
        return legend;
    }

    private void bar(Svg svg, List<Run> runs, double x, double y) {
        double at = x;
        int total = 0;
        for (Map.Entry<Outcome.Cause, Integer> e : causes(runs).entrySet()) {
            double w = BAR * e.getValue() / most;
            svg.open("d" + e.getKey().ordinal(), e.getValue() + " × " + Outcomes.cause(e.getKey()));
            svg.rect(at, y, Math.max(1, w - 1), ROW - 6, 1, "fill").close();
            at += w;
            total += e.getValue();
        }
        if (!runs.isEmpty()) {
            svg.text(at + (total > 0 ? 6 : 0), y + 9.5, "small soft", total + " of " + runs.size());
        }
    }

    private String csv() {
        Csv csv = new Csv("optimizer", "clipping", "model", "cause", "trials", "of");
        for (Arm arm : arms()) {
            for (String model : run.modelNames()) {
                List<Run> runs = runs(arm, model);
                causes(runs)
                        .forEach((cause, n) -> csv.row(arm.optimizer(), arm.clipping(), model, cause, n, runs.size()));
            }
        }
        return csv.toString();
    }
}

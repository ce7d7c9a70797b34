package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/**
 * The headline: what clipping moves and what length takes. A column a length, a row an optimizer; in it, for each
 * model, the share of runs solved without clipping and with it, joined by a line.
 */
public final class Reach {

    /** Inner width of a figure on the page; beyond it a reader scrolls. */
    static final double PAGE = 1_140;

    private static final double BETWEEN = 46;
    private static final double TRACK = 16;
    private static final double ROW_GAP = 11;
    private static final double HEAD = 74;
    private static final double FOOT = 26;

    private final ArrangedRun run;
    private final double left;
    private final double right;
    private final double panel;

    private Reach(ArrangedRun run) {
        this.run = run;
        this.left = 24 + TextFormat.widest(run.optimizers(), 12);
        this.right = 14;
        int columns = columns();
        double free = PAGE - left - right - (columns - 1) * BETWEEN;
        this.panel = Math.max(150, Math.min(330, free / columns));
    }

    /** Returns the figure. */
    public static Figure of(ArrangedRun run) {
        Reach reach = new Reach(run);
        Rate all = Rate.of(run.cells());
        String caption = String.format(
                Locale.ROOT,
                "Share of evaluation runs solved, %s, for each optimizer, model, task and length. %s of %s solved."
                        + " Solved means, on %s. Budget: %s a run.",
                Pooling.marks(run, "ring", "disc"),
                TextFormat.count(all.solved()),
                TextFormat.count(all.runs(), "run"),
                reach.targets(),
                TextFormat.count(run.manifest().rules().budget().updates(), "update"));
        if (run.solvableTaskNames().isEmpty()) {
            caption = SolvedCriterion.NONE;
        }
        List<String> how = List.of(
                "Each small track runs from 0 % on the left to 100 % on the right. A ring is the share of runs solved "
                        + "without clipping, a disc the share with clipping; the line between them is what clipping "
                        + "changed. A disc within its ring: nothing. The colour is the model.",
                "Read across: as T grows, what an optimizer could still learn drifts to the left.",
                (run.tuned() ? "Every arm was tuned on its own in each block, on other seeds than these. " : "")
                        + (Pooling.schemes(run).size() > 1 ? "Pooled shares weigh every run alike. " : "")
                        + "The heat maps below show each arm.");
        return new Figure("reach", "How far each one reaches", reach.svg(), caption, how, reach.csv());
    }

    private String targets() {
        return String.join(
                "; on ",
                run.solvableTaskNames().stream()
                        .map(task -> task + ", " + SolvedCriterion.of(run.entries(task)))
                        .toList());
    }

    private int columns() {
        return run.solvableTaskNames().stream()
                .mapToInt(t -> run.lengths(t).size())
                .max()
                .orElse(1);
    }

    private double rowHeight() {
        return run.modelNames().size() * TRACK + ROW_GAP;
    }

    private double bandHeight() {
        return HEAD + run.optimizers().size() * rowHeight() + FOOT;
    }

    private String svg() {
        double width = left + columns() * (panel + BETWEEN) - BETWEEN + right;
        Legend legend = legend(width);
        double height = legend.height() + run.solvableTaskNames().size() * bandHeight();
        Svg svg = new Svg(
                "reach",
                Math.max(width, legend.width()),
                height,
                "Share of runs solved by optimizer, model and length, with and without clipping",
                "Dot plot. The same numbers stand in the table under Does clipping help, and in the CSV.");
        legend.draw(svg);
        double top = legend.height();
        for (String task : run.solvableTaskNames()) {
            svg.text(0, top + 20, "h", task);
            for (int row = 0; row < run.optimizers().size(); row++) {
                double y = top + HEAD + row * rowHeight() + (rowHeight() - ROW_GAP) / 2 + 4;
                svg.text(left - 14, y, "end", run.optimizers().get(row));
            }
            int column = 0;
            for (int length : run.lengths(task)) {
                panel(svg, task, length, left + column++ * (panel + BETWEEN), top);
            }
            top += bandHeight();
        }
        return svg.end();
    }

    private Legend legend(double width) {
        Legend legend = new Legend(width).models(run, 14, (svg, x, y) -> svg.rect(x, y - 5, 14, 10, 2, "fill"));
        if (run.unclipped().isPresent()) {
            legend.key(14, "no clipping", (svg, x, y) -> svg.circle(x + 7, y, 6.2, "ring"));
        }
        if (!Pooling.schemes(run).isEmpty()) {
            legend.key(14, "with clipping", (svg, x, y) -> svg.circle(x + 7, y, 4.2, "dot"));
        }
        return legend;
    }

    private void panel(Svg svg, String task, int length, double x, double top) {
        double bottom = top + HEAD + run.optimizers().size() * rowHeight() - ROW_GAP + 4;
        svg.text(x, top + 48, "h2", "T = " + length);
        Axis axis = Axis.linear(0, 1, x, x + panel);
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            svg.line(axis.at(share), top + HEAD - 10, axis.at(share), bottom, share == 0 ? "axis" : "grid");
        }
        svg.text(x, bottom + 16, "small soft", "0");
        svg.text(axis.at(0.5), bottom + 16, "mid small soft", "50 %");
        svg.text(x + panel, bottom + 16, "end small soft", "100 %");
        for (int row = 0; row < run.optimizers().size(); row++) {
            for (int m = 0; m < run.modelNames().size(); m++) {
                double y = top + HEAD + row * rowHeight() + m * TRACK + TRACK / 2 - 1;
                track(svg, new Spot(task, length, run.optimizers().get(row), m), axis, y);
            }
        }
    }

    private record Spot(String task, int length, String optimizer, int model) {}

    private void track(Svg svg, Spot spot, Axis axis, double y) {
        Rate bare = rate(spot, false);
        Rate clipped = rate(spot, true);
        if (bare.runs() + clipped.runs() == 0) {
            return;
        }
        String tip = run.modelNames().get(spot.model()) + ", " + spot.optimizer() + ", " + spot.task() + ", T = "
                + spot.length() + ": " + bare + " without clipping, " + clipped + " with";
        svg.open(Colour.ofModel(spot.model()), tip);
        if (bare.runs() > 0 && clipped.runs() > 0) {
            svg.line(axis.at(bare.share()), y, axis.at(clipped.share()), y, "join");
        }
        if (bare.runs() > 0) {
            svg.circle(axis.at(bare.share()), y, 6.2, "ring");
        }
        if (clipped.runs() > 0) {
            svg.circle(axis.at(clipped.share()), y, 4.2, "disc");
        }
        svg.close();
    }

    private Rate rate(Spot spot, boolean clipped) {
        List<CellResult> cells = run.cells(c -> c.problem().task().equals(spot.task())
                && c.problem().length() == spot.length()
                && c.problem().model().equals(run.modelNames().get(spot.model()))
                && c.arm().optimizer().equals(spot.optimizer())
                && run.clips(c.arm().clipping()) == clipped);
        return Rate.of(cells);
    }

    private String csv() {
        Csv csv = new Csv(
                "task", "length", "model", "optimizer", "clipped", "runs", "solved", "interval_low", "interval_high");
        for (String task : run.solvableTaskNames()) {
            for (int length : run.lengths(task)) {
                for (int m = 0; m < run.modelNames().size(); m++) {
                    for (String optimizer : run.optimizers()) {
                        for (boolean clipped : new boolean[] {false, true}) {
                            Rate r = rate(new Spot(task, length, optimizer, m), clipped);
                            csv.row(
                                    task,
                                    length,
                                    run.modelNames().get(m),
                                    optimizer,
                                    clipped,
                                    r.runs(),
                                    r.solved(),
                                    TextFormat.precise(r.interval().low()),
                                    TextFormat.precise(r.interval().high()));
                        }
                    }
                }
            }
        }
        return csv.toString();
    }
}

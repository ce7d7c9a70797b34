package org.longspan.reports.figure;

import java.util.List;
import org.longspan.reports.finding.Audits;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.FinalLoss;
import org.longspan.reports.summary.Problem;

/**
 * Optimizers down, clipping schemes across, one panel a model and length: the mean score of each cell. On a task without
 * a solved criterion a cell says how far below chance its median run ended.
 */
public final class HeatMap {

    private static final double TITLE = 24;
    private static final double BETWEEN = 24;
    private static final double BELOW = 26;
    private static final double RISE = Math.sqrt(0.5);

    private final ArrangedRun run;
    private final String task;
    private final List<Problem> problems;
    private final List<CellResult> cells;
    private final HeatMapCell cell;
    private final double names; // how far the names of the clippings rise, and how far to the right
    private final double left;
    private final int across;

    private HeatMap(ArrangedRun run, String task, Audits audits) {
        this.run = run;
        this.task = task;
        this.problems = run.modelsOf(task).stream()
                .flatMap(model -> run.entries(task).stream()
                        .filter(entry -> run.has(model, entry))
                        .map(entry -> run.problem(model, entry)))
                .toList();
        this.cells = run.cells(c -> c.problem().task().equals(task));
        this.cell = new HeatMapCell(run, audits);
        this.names = Math.ceil(TextFormat.widest(run.clippings(), 11) * RISE);
        this.left = Math.ceil(TextFormat.widest(run.optimizers(), 12)) + 12; // whole pixels are short to write
        this.across = across();
    }

    /** Returns the figure of one task. */
    public static Figure of(ArrangedRun run, String task, Audits audits) {
        HeatMap map = new HeatMap(run, task, audits);
        HeatMapWords words = new HeatMapWords(run, task, map.cells);
        return new Figure(map.id(), task, map.svg(), words.caption(), words.howToRead(), map.csv());
    }

    private String id() {
        return "heat-" + task.replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    /** As many panels stand side by side as the page holds. */
    private int across() {
        int panels = problems.size();
        while (panels > 1 && width(panels) > Flow.PAGE) {
            panels--;
        }
        return panels;
    }

    /** The name of the last clipping rises beyond its panel; within the figure, into the room over the next one. */
    private double width(int panels) {
        return left + panels * pitch() - BETWEEN + Math.max(0, names - HeatMapCell.WIDTH / 2);
    }

    /** From a panel to the next one. A panel's title may be wider than its cells. */
    private double pitch() {
        double titles = TextFormat.widest(problems.stream().map(HeatMap::title).toList(), 13);
        return Math.ceil(Math.max(columnX(0, run.clippings().size()), titles)) + BETWEEN;
    }

    private static String title(Problem problem) {
        return problem.model() + ", T = " + problem.length();
    }

    private double head() {
        return TITLE + names + 12;
    }

    private double panelHeight() {
        return head() + run.optimizers().size() * HeatMapCell.HEIGHT + BELOW;
    }

    private String svg() {
        int bands = (problems.size() + across - 1) / across;
        Legend legend = new HeatMapLegend(run, task, cells, cell).legend(width(across));
        Svg svg = new Svg(
                id(),
                Math.max(width(across), legend.width()),
                legend.height() + bands * panelHeight() - BELOW + 4,
                "Heat map of " + task,
                (run.solvable(task) ? "Mean scores" : "Final losses")
                        + " of every optimizer under every clipping scheme, one panel for each model and length. The "
                        + "numbers are in the CSV and in the table of all trials.");
        legend.draw(svg);
        for (int i = 0; i < problems.size(); i++) {
            double x = left + i % across * pitch();
            panel(svg, problems.get(i), x, legend.height() + i / across * panelHeight());
        }
        svg.open("stick");
        svg.rect(0, legend.height() - 4, left - 4, bands * panelHeight() - BELOW + 8, 0, "ground");
        for (int band = 0; band < bands; band++) {
            rows(svg, legend.height() + band * panelHeight() + head());
        }
        svg.close();
        return svg.end();
    }

    private void rows(Svg svg, double top) {
        List<String> optimizers = run.optimizers();
        for (int row = 0; row < optimizers.size(); row++) {
            svg.open("", "", Tags.ofOptimizer(run, optimizers.get(row)));
            svg.text(left - 10, top + row * HeatMapCell.HEIGHT + HeatMapCell.BASELINE, "end", optimizers.get(row));
            svg.close();
        }
    }

    private void panel(Svg svg, Problem problem, double x, double top) {
        svg.open("", run.described(problem.model()), Tags.NONE.on(run, problem));
        svg.text(x, top + 14, "h2", title(problem));
        List<String> clippings = run.clippings();
        for (int column = 0; column < clippings.size(); column++) {
            svg.open("", "", Tags.ofClipping(run, clippings.get(column)));
            double middle = columnX(x, column) + HeatMapCell.WIDTH / 2;
            svg.rising(middle, top + head() - 5, "small", clippings.get(column)).close();
        }
        svg.open("cells mid small");
        for (int row = 0; row < run.optimizers().size(); row++) {
            for (int column = 0; column < clippings.size(); column++) {
                Arm arm = new Arm(run.optimizers().get(row), clippings.get(column));
                double y = top + head() + row * HeatMapCell.HEIGHT;
                cell.draw(svg, run.cell(arm, problem), columnX(x, column), y);
            }
        }
        svg.close().close();
    }

    /** The unclipped column stands a little apart. */
    private double columnX(double x, int column) {
        boolean after = column > 0 && !run.clips(run.clippings().get(0));
        return x + column * HeatMapCell.WIDTH + (after ? 6 : 0);
    }

    private String csv() {
        boolean solvable = run.solvable(task);
        Csv csv = new Csv(
                "model",
                "task",
                "length",
                "optimizer",
                "clipping",
                "state",
                "runs",
                "solved",
                "mean_score",
                "wilson_low",
                "wilson_high",
                "median_cost",
                "median_censored",
                "expected_cost",
                "diverged",
                "median_final_loss_over_chance");
        for (CellResult c : cells) {
            boolean any = c.runs() > 0 && solvable;
            csv.row(
                    c.problem().model(),
                    c.problem().task(),
                    c.problem().length(),
                    c.arm().optimizer(),
                    c.arm().clipping(),
                    c.state(),
                    c.runs(),
                    solvable ? c.solved() : null,
                    any ? c.score().orElseThrow() : null,
                    any ? c.interval().orElseThrow().low() : null,
                    any ? c.interval().orElseThrow().high() : null,
                    any ? (long) c.medianCost().orElseThrow().value() : null,
                    any ? !c.medianCost().orElseThrow().known() : null,
                    c.expectedCost().isPresent() ? Math.round(c.expectedCost().getAsDouble()) : null,
                    c.diverged(),
                    FinalLoss.of(List.of(c))
                            .map(FinalLoss::overChance)
                            .filter(Double::isFinite)
                            .orElse(null));
        }
        return csv.toString();
    }
}

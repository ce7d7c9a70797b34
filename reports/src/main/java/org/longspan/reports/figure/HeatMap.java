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
    private final Order order;
    private final String task;
    private final List<Problem> problems;
    private final List<CellResult> cells;
    private final HeatMapCell cell;
    private final double names; // how far the names of the clippings rise, and how far to the right
    private final double left;

    private HeatMap(ArrangedRun run, String task, Audits audits, Order order) {
        this.run = run;
        this.order = order;
        this.task = task;
        this.problems = run.modelsOf(task).stream()
                .flatMap(model -> run.entries(task).stream()
                        .filter(entry -> run.has(model, entry))
                        .map(entry -> run.problem(model, entry)))
                .toList();
        this.cells = run.cells(c -> c.problem().task().equals(task));
        this.cell = new HeatMapCell(run, audits);
        this.names = Math.ceil(TextFormat.widest(order.clippings(), 11) * RISE);
        this.left = Math.ceil(TextFormat.widest(order.optimizers(), 12)) + 12; // whole pixels are short to write
    }

    /** Returns the figure of one task. */
    public static Figure of(ArrangedRun run, String task, Audits audits, Order order) {
        HeatMap map = new HeatMap(run, task, audits, order);
        HeatMapWords words = new HeatMapWords(run, task, map.cells);
        return new Figure(map.id(), task, map.svg(), words.caption(), words.howToRead(), map.csv());
    }

    private String id() {
        return "heat-" + task.replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    /** The name of the last clipping rises beyond its cells; a title may be wider than they are. */
    private double width(Problem problem) {
        double cells = columnX(order.clippings().size()) + Math.max(0, names - HeatMapCell.WIDTH / 2);
        return Math.ceil(Math.max(cells, left + TextFormat.width(title(problem), 13)));
    }

    private static String title(Problem problem) {
        return problem.model() + ", T = " + problem.length();
    }

    private double head() {
        return TITLE + names + 12;
    }

    private double height() {
        return head() + order.optimizers().size() * HeatMapCell.HEIGHT + 4;
    }

    private String svg() {
        Flow flow = new Flow(BETWEEN, BELOW);
        for (Problem problem : problems) {
            flow.add(width(problem), height(), svg -> panel(svg, problem));
        }
        double room = flow.room(Flow.PAGE);
        return flow.picture(
                id(),
                "Heat map of " + task,
                (run.solvable(task) ? "Mean scores" : "Final losses")
                        + " of every optimizer under every clipping scheme, one panel for each model and length. The "
                        + "numbers are in the CSV and in the table of all trials.",
                new HeatMapLegend(run, task, cells, cell).legend(room),
                room);
    }

    private void panel(Svg svg, Problem problem) {
        svg.open("", run.described(problem.model()), Tags.NONE.on(run, problem));
        List<String> clippings = order.clippings();
        for (int column = 0; column < clippings.size(); column++) {
            svg.open("", "", Tags.ofClipping(run, clippings.get(column)));
            double middle = columnX(column) + HeatMapCell.WIDTH / 2;
            svg.rising(middle, head() - 5, "small", clippings.get(column)).close();
        }
        svg.open("cells mid small");
        for (int row = 0; row < order.optimizers().size(); row++) {
            for (int column = 0; column < clippings.size(); column++) {
                Arm arm = new Arm(order.optimizers().get(row), clippings.get(column));
                double y = head() + row * HeatMapCell.HEIGHT;
                cell.draw(svg, run.cell(arm, problem), columnX(column), y);
            }
        }
        svg.close();
        stuck(svg, title(problem));
        svg.close();
    }

    /** What the page's script keeps in view while one scrolls sideways. */
    private void stuck(Svg svg, String title) {
        List<String> optimizers = order.optimizers();
        svg.open("stick").rect(0, head() - 4, left - 4, height() - head() + 4, 0, "ground");
        svg.text(left, 14, "h2", title);
        for (int row = 0; row < optimizers.size(); row++) {
            svg.open("", "", Tags.ofOptimizer(run, optimizers.get(row)));
            double y = head() + row * HeatMapCell.HEIGHT + HeatMapCell.BASELINE;
            svg.text(left - 10, y, "end", optimizers.get(row)).close();
        }
        svg.close();
    }

    /** The unclipped column stands a little apart. */
    private double columnX(int column) {
        boolean after = column > 0 && !run.clips(order.clippings().get(0));
        return left + column * HeatMapCell.WIDTH + (after ? 6 : 0);
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

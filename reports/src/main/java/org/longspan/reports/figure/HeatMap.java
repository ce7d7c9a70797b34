package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.finding.Audits;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.FinalLoss;
import org.longspan.reports.summary.Problem;

/**
 * Optimizers down, clipping schemes across, one panel a model and length: a cell says how many of its evaluation
 * runs solved, within what interval the rate lies, and what the median cost to solve was. On a task without a solved
 * criterion it says how far below chance the median run ended.
 */
public final class HeatMap {

    private static final double NARROWEST = 60; // sixteen stand side by side
    private static final double WIDEST = 90;
    private static final double HEAD = 58;
    private static final double BETWEEN = 34;

    private final ArrangedRun run;
    private final String task;
    private final List<TaskEntry> entries;
    private final double left;
    private final int across;
    private final double cellWidth;
    private final HeatMapCell cell;
    private final boolean solvable;

    private HeatMap(ArrangedRun run, String task, Audits audits) {
        this.run = run;
        this.task = task;
        this.solvable = run.solvable(task);
        this.entries = run.entries(task);
        String longest = "T = " + entries.get(entries.size() - 1).task().length();
        this.left = Math.max(20 + TextFormat.widest(run.optimizers(), 12), 14 + TextFormat.width(longest, 15));
        this.across = across();
        this.cellWidth = Math.max(NARROWEST, Math.min(WIDEST, widest(across)));
        this.cell = new HeatMapCell(cellWidth, run, audits, HeatMapWords.nothing(run));
    }

    /** Returns the figure of one task. */
    public static Figure of(ArrangedRun run, String task, Audits audits) {
        HeatMap map = new HeatMap(run, task, audits);
        List<CellResult> cells = run.cells(c -> c.problem().task().equals(task));
        HeatMapWords words = new HeatMapWords(run, task, cells);
        return new Figure(map.id(), task, map.svg(), words.caption(), words.howToRead(), map.csv(cells));
    }

    private String id() {
        return "heat-" + task.replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    /** As many panels stand side by side as the page holds with the narrowest cells. */
    private int across() {
        int panels = run.modelsOf(task).size();
        while (panels > 1 && left + panels * (panelWidth(NARROWEST) + BETWEEN) - BETWEEN > Reach.PAGE) {
            panels--;
        }
        return panels;
    }

    /** The widest cells with which that many panels stand side by side on the page. */
    private double widest(int panels) {
        double free = Reach.PAGE - left - panels * 8 - (panels - 1) * BETWEEN;
        return Math.floor(free / panels / run.clippings().size());
    }

    private double panelWidth() {
        return panelWidth(cellWidth);
    }

    /** A model's name stands over its panel, and may be wider than the cells. */
    private double panelWidth(double cell) {
        return Math.max(run.clippings().size() * cell + 8, TextFormat.widest(run.modelsOf(task), 13));
    }

    private double panelHeight() {
        return HEAD + run.optimizers().size() * HeatMapCell.HEIGHT;
    }

    private String svg() {
        List<String> models = run.modelsOf(task);
        int bands = (models.size() + across - 1) / across * entries.size();
        double width = left + across * (panelWidth() + BETWEEN) - BETWEEN + 4;
        Legend legend = legend(width);
        double height = legend.height() + bands * (panelHeight() + 26);
        Svg svg = new Svg(id(), Math.max(width, legend.width()), height, "Heat map of " + task, description());
        legend.draw(svg);
        int band = 0;
        for (int first = 0; first < models.size(); first += across) {
            for (TaskEntry entry : entries) {
                double top = legend.height() + band++ * (panelHeight() + 26);
                band(svg, entry, models.subList(first, Math.min(models.size(), first + across)), top);
            }
        }
        return svg.end();
    }

    private Legend legend(double width) {
        String low = solvable ? "solved: 0 %" : "loss at chance";
        Legend legend = new Legend(width);
        legend.key(TextFormat.width(low, 12) + 11 * 15, solvable ? "100 %" : "0", (svg, x, y) -> scale(svg, low, x, y));
        if (solvable) {
            legend.key(0, "7/10  solved/runs", Legend.Mark.NONE)
                    .key(0, "24k  median cost to solve", Legend.Mark.NONE)
                    .key(
                            44,
                            "95 % interval",
                            (svg, x, y) -> svg.rect(x, y - 0.5, 44, 1, 0, "key")
                                    .rect(x + 12, y - 1.5, 22, 3, 1.5, "key")
                                    .rect(x + 20, y - 4, 2, 8, 0, "key"));
        }
        return legend.key(0, "×2  diverged", Legend.Mark.NONE);
    }

    /** Draws the colours after the word for the palest. */
    private static void scale(Svg svg, String low, double x, double y) {
        svg.text(x, y + 4, "", low);
        for (int step = 0; step <= 10; step++) {
            svg.open("q" + step)
                    .rect(x + TextFormat.width(low, 12) + step * 15, y - 7, 15, 14, 0, "")
                    .close();
        }
    }

    private String description() {
        return (solvable ? "Solved runs" : "Final losses")
                + " of every optimizer under every clipping scheme, one panel for each model and length. The "
                + "numbers are in the CSV and in the table of all trials.";
    }

    private void band(Svg svg, TaskEntry entry, List<String> models, double top) {
        svg.text(0, top + 17, "h", "T = " + entry.task().length());
        for (int row = 0; row < run.optimizers().size(); row++) {
            double y = top + HEAD + row * HeatMapCell.HEIGHT + HeatMapCell.HEIGHT / 2 + 3;
            svg.text(left - 10, y, "end", run.optimizers().get(row));
        }
        for (int m = 0; m < models.size(); m++) {
            double x = left + m * (panelWidth() + BETWEEN);
            if (run.has(models.get(m), entry)) {
                panel(svg, run.problem(models.get(m), entry), x, top);
            }
        }
    }

    private void panel(Svg svg, Problem problem, double x, double top) {
        svg.open("", run.described(problem.model()))
                .text(x, top + 17, "h2", problem.model())
                .close();
        for (int column = 0; column < run.clippings().size(); column++) {
            double cellX = columnX(x, column);
            columnLabel(
                    svg,
                    cellX + cellWidth / 2 - 1,
                    top + HEAD - 8,
                    run.clippings().get(column));
            for (int row = 0; row < run.optimizers().size(); row++) {
                Arm arm = new Arm(run.optimizers().get(row), run.clippings().get(column));
                cell.draw(svg, run.cell(arm, problem), cellX, top + HEAD + row * HeatMapCell.HEIGHT);
            }
        }
    }

    /** The unclipped column stands a little apart. */
    private double columnX(double x, int column) {
        boolean after = column > 0 && !run.clips(run.clippings().get(0));
        return x + column * cellWidth + (after ? 8 : 0);
    }

    /** Breaks a name at its hyphens, so that it stays within its column. */
    private void columnLabel(Svg svg, double x, double bottom, String name) {
        List<String> lines = lines(name);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(x, bottom - 12 * (lines.size() - 1 - i), "mid small", lines.get(i));
        }
    }

    private List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (String part : name.split("(?<=-)")) {
            int last = lines.size() - 1;
            if (last >= 0 && TextFormat.width(lines.get(last) + part, 11) < cellWidth) {
                lines.set(last, lines.get(last) + part);
            } else {
                lines.add(part);
            }
        }
        return lines.size() > 3 ? Arrays.asList(lines.get(0), lines.get(1), lines.get(2) + "…") : lines;
    }

    private String csv(List<CellResult> cells) {
        Csv csv = new Csv(
                "model",
                "task",
                "length",
                "optimizer",
                "clipping",
                "state",
                "runs",
                "solved",
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
                    any ? TextFormat.precise(c.interval().orElseThrow().low()) : null,
                    any ? TextFormat.precise(c.interval().orElseThrow().high()) : null,
                    any ? (long) c.medianCost().orElseThrow().value() : null,
                    any ? !c.medianCost().orElseThrow().known() : null,
                    c.expectedCost().isPresent() ? Math.round(c.expectedCost().getAsDouble()) : null,
                    c.diverged(),
                    FinalLoss.of(List.of(c))
                            .map(FinalLoss::overChance)
                            .filter(Double::isFinite)
                            .map(TextFormat::precise)
                            .orElse(null));
        }
        return csv.toString();
    }
}

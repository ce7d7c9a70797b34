package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.GridCell;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.RunSummary;

/**
 * Optimizers down, clipping schemes across, one panel a model and length: a cell says how many of its evaluation
 * runs solved, within what interval the rate lies, and what the median cost to solve was.
 */
public final class HeatMap {

    private static final double CELL_WIDTH = 74;
    private static final double CELL_HEIGHT = 48;
    private static final double GAP = 2;
    private static final double HEAD = 58;
    private static final double BETWEEN = 34;
    private static final double WIDEST = 1_180;

    private final RunSummary run;
    private final String task;
    private final List<TaskEntry> entries;
    private final double left;
    private final int across;

    private HeatMap(RunSummary run, String task) {
        this.run = run;
        this.task = task;
        this.entries = run.entries(task);
        this.left = 16
                + run.optimizers().stream()
                        .mapToDouble(o -> Text.width(o, 12))
                        .max()
                        .orElse(0);
        boolean fits = left + run.modelNames().size() * (panelWidth() + BETWEEN) <= WIDEST;
        this.across = fits ? run.modelNames().size() : 1;
    }

    /** Returns the figure of one task. */
    public static Figure of(RunSummary run, String task) {
        HeatMap map = new HeatMap(run, task);
        List<GridCell> cells = run.cells(c -> c.problem().task().equals(task));
        long runs = cells.stream().mapToInt(GridCell::runs).sum();
        long solved = cells.stream().mapToInt(GridCell::solved).sum();
        String caption = String.format(
                Locale.ROOT,
                "Runs solved on %s, by optimizer (down) and clipping (across). %s of %s evaluation runs solved, in %s:"
                        + " %s × %s × %s. Solved: %s. Budget: %s updates or %s sequence-forwards a run. Settings were"
                        + " chosen on other seeds.",
                task,
                Text.count(solved),
                Text.count(runs),
                Text.count(cells.size(), "cell"),
                Text.count(run.optimizers().size() * (long) run.clippings().size(), "arm"),
                Text.count(run.modelNames().size(), "model"),
                Text.count(map.entries.size(), "length"),
                Targets.of(map.entries),
                Text.count(run.manifest().budget().updates()),
                Text.count(run.manifest().budget().sequenceForwards()));
        return new Figure("heat-" + task.replace('/', '-'), task, map.svg(), caption, howToRead(), map.csv(cells));
    }

    private static List<String> howToRead() {
        return List.of(
                "Each cell is one arm, an optimizer with a clipping scheme, tuned for that model, task and length. "
                        + "“7/10” says that 7 of its 10 evaluation runs solved the task. The deeper the colour, the "
                        + "larger the share.",
                "The number below is the median cost to solve in sequence-forwards (24k = 24,000): the cost by which "
                        + "half of all runs had solved, those that diverged counted as never. “> 30k” means that "
                        + "fewer than half did within what they were given.",
                "The mark at the bottom is the 95 % Wilson interval of the solved rate on a line from 0 to 100 %, with "
                        + "a tick at the rate itself. Where two cells' intervals overlap by much, their difference "
                        + "may be luck.",
                "“×2” in a corner: two of the runs diverged. “†”: worse than its own special case, so under-tuned "
                        + "rather than worse. A cell with a dashed border was skipped or has no result yet.");
    }

    private double panelWidth() {
        return run.clippings().size() * CELL_WIDTH + 8;
    }

    private double panelHeight() {
        return HEAD + run.optimizers().size() * CELL_HEIGHT;
    }

    private String svg() {
        List<String> models = run.modelNames();
        int bands = (models.size() + across - 1) / across * entries.size();
        double width = left + across * (panelWidth() + BETWEEN) - BETWEEN + 4;
        double height = bands * (panelHeight() + 26);
        Svg svg = new Svg("heat-" + task.replace('/', '-'), width, height, "Heat map of " + task, description());
        int band = 0;
        for (int first = 0; first < models.size(); first += across) {
            for (TaskEntry entry : entries) {
                double top = band++ * (panelHeight() + 26);
                band(svg, entry, models.subList(first, Math.min(models.size(), first + across)), top);
            }
        }
        return svg.end();
    }

    private String description() {
        return "Solved runs of every optimizer under every clipping scheme, one panel for each model and length. The "
                + "numbers are in the CSV and in the table of all trials.";
    }

    private void band(Svg svg, TaskEntry entry, List<String> models, double top) {
        svg.text(0, top + 17, "h", "T = " + entry.task().length());
        for (int row = 0; row < run.optimizers().size(); row++) {
            double y = top + HEAD + row * CELL_HEIGHT + CELL_HEIGHT / 2 + 3;
            svg.text(left - 10, y, "end", run.optimizers().get(row));
        }
        for (int m = 0; m < models.size(); m++) {
            double x = left + m * (panelWidth() + BETWEEN);
            panel(svg, new Problem(models.get(m), entry), x, top);
        }
    }

    private void panel(Svg svg, Problem problem, double x, double top) {
        svg.text(x, top + 17, "h2", problem.model());
        for (int column = 0; column < run.clippings().size(); column++) {
            double cellX = columnX(x, column);
            columnLabel(
                    svg,
                    cellX + CELL_WIDTH / 2 - 1,
                    top + HEAD - 8,
                    run.clippings().get(column));
            for (int row = 0; row < run.optimizers().size(); row++) {
                Arm arm = new Arm(run.optimizers().get(row), run.clippings().get(column));
                cell(svg, run.cell(arm, problem), cellX, top + HEAD + row * CELL_HEIGHT);
            }
        }
    }

    /** The unclipped column stands a little apart. */
    private double columnX(double x, int column) {
        boolean after = column > 0 && !run.clips(run.clippings().get(0));
        return x + column * CELL_WIDTH + (after ? 8 : 0);
    }

    /** Breaks a name at its hyphens, so that it stays within its column. */
    private static void columnLabel(Svg svg, double x, double bottom, String name) {
        List<String> lines = lines(name);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(x, bottom - 12 * (lines.size() - 1 - i), "mid small", lines.get(i));
        }
    }

    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (String part : name.split("(?<=-)")) {
            int last = lines.size() - 1;
            if (last >= 0 && Text.width(lines.get(last) + part, 11) < CELL_WIDTH) {
                lines.set(last, lines.get(last) + part);
            } else {
                lines.add(part);
            }
        }
        return lines.size() > 3 ? Arrays.asList(lines.get(0), lines.get(1), lines.get(2) + "…") : lines;
    }

    private void cell(Svg svg, GridCell cell, double x, double y) {
        double w = CELL_WIDTH - GAP;
        double h = CELL_HEIGHT - GAP;
        if (cell.runs() == 0) {
            svg.open("void", cell.arm() + ": " + cell.skipReason().orElse("no result yet"));
            svg.rect(x, y, w, h, 3, "");
            svg.text(x + w / 2, y + h / 2 + 4, "mid small", cell.state());
            svg.close();
            return;
        }
        int step = (int) Math.round(10.0 * cell.solved() / cell.runs());
        svg.open("q" + step, tip(cell));
        svg.rect(x, y, w, h, 3, "");
        svg.text(x + w / 2, y + 18, "mid strong", cell.solved() + "/" + cell.runs());
        svg.text(x + w / 2, y + 31, "mid small", cost(cell));
        if (cell.diverged() > 0) {
            svg.text(x + w - 4, y + 12, "end tiny", "×" + cell.diverged());
        }
        interval(svg, cell, x + 8, y + 39, w - 16);
        svg.close();
    }

    private static void interval(Svg svg, GridCell cell, double x, double y, double w) {
        Interval interval = cell.interval().orElseThrow();
        double rate = (double) cell.solved() / cell.runs();
        svg.rect(x, y - 0.5, w, 1, 0, "track");
        svg.rect(x + w * interval.low(), y - 1.5, w * (interval.high() - interval.low()), 3, 1.5, "bar");
        svg.rect(x + w * rate - 1, y - 4, 2, 8, 0, "bar");
    }

    static String cost(GridCell cell) {
        MedianCost median = cell.medianCost().orElseThrow();
        return (median.known() ? "" : "> ") + Text.brief(median.value());
    }

    private static String tip(GridCell cell) {
        Interval i = cell.interval().orElseThrow();
        return cell.arm() + " on " + cell.problem() + ": " + cell.solved() + " of " + cell.runs() + " solved, 95 %: "
                + Text.percent(i.low()) + " to " + Text.percent(i.high()) + "; median cost " + cost(cell)
                + (cell.diverged() > 0 ? "; " + cell.diverged() + " diverged" : "");
    }

    private String csv(List<GridCell> cells) {
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
                "diverged");
        for (GridCell c : cells) {
            boolean any = c.runs() > 0;
            csv.row(
                    c.problem().model(),
                    c.problem().task(),
                    c.problem().length(),
                    c.arm().optimizer(),
                    c.arm().clipping(),
                    c.state(),
                    c.runs(),
                    c.solved(),
                    any ? Text.precise(c.interval().orElseThrow().low()) : null,
                    any ? Text.precise(c.interval().orElseThrow().high()) : null,
                    any ? (long) c.medianCost().orElseThrow().value() : null,
                    any ? !c.medianCost().orElseThrow().known() : null,
                    c.expectedCost().isPresent() ? Math.round(c.expectedCost().getAsDouble()) : null,
                    c.diverged());
        }
        return csv.toString();
    }
}

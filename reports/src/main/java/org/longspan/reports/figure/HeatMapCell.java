package org.longspan.reports.figure;

import java.util.List;
import org.longspan.reports.finding.Audits;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.FinalLoss;

/** Draws one cell of a {@link HeatMap}: a rate with its interval and cost, a final loss, or why there is neither. */
final class HeatMapCell {

    /** From the top of a cell to that of the one below. */
    static final double HEIGHT = 48;

    private static final double GAP = 2;

    /** The interval of fewer runs says nothing and would fill the page. */
    private static final int FEWEST = 3;

    private final double width;
    private final ArrangedRun run;
    private final Audits audits;
    private final String nothing;

    /**
     * Draws cells, each {@code pitch} right of the one before.
     *
     * @param nothing says that a cell has no run
     */
    HeatMapCell(double pitch, ArrangedRun run, Audits audits, String nothing) {
        this.width = pitch - GAP;
        this.run = run;
        this.audits = audits;
        this.nothing = nothing;
    }

    /** Draws {@code cell} with its upper left corner at (x, y). */
    void draw(Svg svg, CellResult cell, double x, double y) {
        if (cell.runs() == 0) {
            empty(svg, cell, x, y);
        } else if (cell.solvable()) {
            rate(svg, cell, x, y);
        } else {
            loss(svg, cell, x, y);
        }
    }

    private void empty(Svg svg, CellResult cell, double x, double y) {
        String why = cell.leftOut() ? "left out by the plan" : cell.skipReason().orElse(nothing);
        svg.open("void", cell.arm() + " on " + cell.problem() + ": " + why);
        svg.rect(x, y, width, HEIGHT - GAP, 3, "");
        svg.text(x + width / 2, y + HEIGHT / 2 + 3, "mid small", cell.state().replace('-', ' '));
        svg.close();
    }

    private void rate(Svg svg, CellResult cell, double x, double y) {
        int step = (int) Math.round(10.0 * cell.solved() / cell.runs());
        svg.open("q" + step, tip(cell));
        svg.rect(x, y, width, HEIGHT - GAP, 3, "");
        svg.text(
                x + width / 2,
                y + 18,
                "mid strong",
                cell.solved() + "/" + cell.runs() + (underTuned(cell) ? " †" : ""));
        svg.text(x + width / 2, y + 31, "mid small", cost(cell));
        diverged(svg, cell, x + width - 4, y + 12);
        if (cell.runs() >= FEWEST) {
            interval(svg, cell, x + 8, y + 39, width - 16);
        }
        svg.close();
    }

    private void loss(Svg svg, CellResult cell, double x, double y) {
        double loss = FinalLoss.of(List.of(cell)).orElseThrow().overChance();
        int step = (int) Math.round(10 * Math.max(0, 1 - loss));
        svg.open(
                "q" + step,
                cell.arm() + ": " + TextFormat.precise(loss) + " of chance, median of "
                        + TextFormat.count(cell.runs(), "run")
                        + (cell.diverged() > 0 ? "; " + cell.diverged() + " diverged" : ""));
        svg.rect(x, y, width, HEIGHT - GAP, 3, "");
        svg.text(x + width / 2, y + 20, "mid strong", TextFormat.precise(loss) + (underTuned(cell) ? " †" : ""));
        svg.text(x + width / 2, y + 35, "mid small", "of chance");
        diverged(svg, cell, x + width - 4, y + 12);
        svg.close();
    }

    private static void diverged(Svg svg, CellResult cell, double x, double y) {
        if (cell.diverged() > 0) {
            svg.text(x, y, "end tiny", "×" + cell.diverged());
        }
    }

    private boolean underTuned(CellResult cell) {
        return audits.underTuned(run, cell.arm());
    }

    private static void interval(Svg svg, CellResult cell, double x, double y, double w) {
        Interval interval = cell.interval().orElseThrow();
        double rate = (double) cell.solved() / cell.runs();
        svg.rect(x, y - 0.5, w, 1, 0, "track");
        svg.rect(x + w * interval.low(), y - 1.5, w * (interval.high() - interval.low()), 3, 1.5, "bar");
        svg.rect(x + w * rate - 1, y - 4, 2, 8, 0, "bar");
    }

    private static String cost(CellResult cell) {
        MedianCost median = cell.medianCost().orElseThrow();
        return (median.known() ? "" : "> ") + TextFormat.brief(median.value());
    }

    private static String tip(CellResult cell) {
        Interval i = cell.interval().orElseThrow();
        String interval = cell.runs() < FEWEST
                ? ""
                : ", 95 %: " + TextFormat.percent(i.low()) + " to " + TextFormat.percent(i.high());
        return cell.arm() + ": " + cell.solved() + " of " + cell.runs() + " solved"
                + interval + "; median cost " + cost(cell)
                + (cell.diverged() > 0 ? "; " + cell.diverged() + " diverged" : "");
    }
}

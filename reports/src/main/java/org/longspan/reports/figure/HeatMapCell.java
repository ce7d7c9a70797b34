package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;
import org.longspan.reports.finding.Audits;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.FinalLoss;

/**
 * Draws one cell of a {@link HeatMap} in its colour: a score or a final loss, or a border where there is neither. A page
 * has thousands of them, so a cell is a path and, where it says something, a number; a tip where it can say more.
 *
 * @param run whole
 * @param audits which arms are under-tuned
 */
record HeatMapCell(ArrangedRun run, Audits audits) {

    /** From the left of a cell to that of its neighbour. */
    static final double WIDTH = 34;

    /** From the top of a cell to that of the one below. */
    static final double HEIGHT = 22;

    /** From the top of a cell to the line that its number stands on. */
    static final double BASELINE = 14;

    /** The interval of fewer runs would fill the cell. */
    private static final int FEWEST = 5;

    private static final double GAP = 2;

    /** Whether {@code cell} has so many runs that the interval of its solved rate is drawn. */
    static boolean hasInterval(CellResult cell) {
        return cell.solvable() && cell.runs() >= FEWEST;
    }

    boolean underTuned(CellResult cell) {
        return cell.runs() > 0 && audits.underTuned(run, cell.arm());
    }

    /** Draws {@code cell} with its upper left corner at (x, y). */
    void draw(Svg svg, CellResult cell, double x, double y) {
        Trace box = new Trace().box(x, y, WIDTH - GAP, HEIGHT - GAP);
        Tags tags = Tags.of(run, cell.arm());
        if (cell.runs() == 0) {
            String why =
                    cell.leftOut() ? "left out by the plan" : cell.skipReason().orElse(HeatMapWords.nothing(run));
            svg.trace(box, "void", cell.arm() + " on " + cell.problem() + ": " + why, tags);
            return;
        }
        String marks = (underTuned(cell) ? "†" : "") + (cell.diverged() > 0 ? "×" : "");
        String words = number(cell) + marks;
        String tip = cell.runs() > 1 || !marks.isEmpty() ? tip(cell) : "";
        if (words.isEmpty() && !hasInterval(cell)) {
            svg.trace(box, "", tip, tags); // the palest
            return;
        }
        svg.open("q" + step(cell), tip, tags).trace(box, "", "", Tags.NONE);
        if (!words.isEmpty()) {
            svg.text(x + WIDTH / 2 - GAP / 2, y + BASELINE - (hasInterval(cell) ? 2 : 0), "", words);
        }
        if (hasInterval(cell)) {
            svg.trace(interval(cell, x + 3, y + 16.5, WIDTH - GAP - 6), "span", "", Tags.NONE);
        }
        svg.close();
    }

    /** Tenths of the score, or of what the loss is below chance. */
    private static int step(CellResult cell) {
        double depth = cell.solvable() ? cell.score().orElseThrow() : Math.max(0, 1 - loss(cell));
        return (int) Math.round(10 * depth);
    }

    private static double loss(CellResult cell) {
        return FinalLoss.of(List.of(cell)).orElseThrow().overChance();
    }

    /** The score in two digits, nothing where it is 0; or the loss over chance. */
    private static String number(CellResult cell) {
        if (!cell.solvable()) {
            return digits(loss(cell));
        }
        return cell.solved() == 0 ? "" : digits(cell.score().orElseThrow());
    }

    /** Returns {@code .32}, {@code 1.0}, {@code 12} or {@code 3e4}. */
    private static String digits(double value) {
        if (value < 0.995) {
            return String.format(Locale.ROOT, "%.2f", value).substring(1);
        }
        if (value >= 9.95) {
            return Double.isInfinite(value) ? "∞" : TextFormat.brief(value);
        }
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A line from one end of the interval to the other, on a scale from 0 to 100 %, and a tick at the rate. */
    private static Trace interval(CellResult cell, double x, double y, double w) {
        Interval interval = cell.interval().orElseThrow();
        double rate = x + w * cell.solved() / cell.runs();
        return new Trace()
                .line(x + w * interval.low(), y, x + w * interval.high(), y)
                .line(rate, y - 1.5, rate, y + 1.5);
    }

    private String tip(CellResult cell) {
        String said = cell.arm() + ": " + (cell.solvable() ? rate(cell) : losses(cell));
        return said
                + (cell.diverged() > 0 ? "; " + cell.diverged() + " diverged" : "")
                + (underTuned(cell) ? "; under-tuned" : "");
    }

    private static String losses(CellResult cell) {
        return TextFormat.precise(loss(cell)) + " of chance, median of " + TextFormat.count(cell.runs(), "run");
    }

    private static String rate(CellResult cell) {
        MedianCost median = cell.medianCost().orElseThrow();
        return cell.solved() + " of " + cell.runs() + " solved, median cost " + (median.known() ? "" : "> ")
                + TextFormat.brief(median.value());
    }
}

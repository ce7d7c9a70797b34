package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.statistics.HalfLength;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/**
 * The share of runs that an optimizer solved at each length of a task, all blocks and clippings pooled.
 *
 * @param lengths ascending, those that were evaluated
 * @param rates at each
 */
record LengthLine(List<Integer> lengths, List<Rate> rates) {

    /**
     * What is pooled.
     *
     * @param clipped whether runs with a clipping that does something, or those without
     */
    record Of(String task, String model, String optimizer, boolean clipped) {}

    static LengthLine of(ArrangedRun run, Of of) {
        List<Integer> lengths = new ArrayList<>();
        List<Rate> rates = new ArrayList<>();
        for (int length : run.lengths(of.task())) {
            List<CellResult> cells = run.cells(c -> c.problem().task().equals(of.task())
                    && c.problem().length() == length
                    && c.problem().model().equals(of.model())
                    && c.arm().optimizer().equals(of.optimizer())
                    && run.clips(c.arm().clipping()) == of.clipped());
            Rate rate = Rate.of(cells);
            if (rate.runs() > 0) {
                lengths.add(length);
                rates.add(rate);
            }
        }
        return new LengthLine(lengths, rates);
    }

    /** Returns the length that is learned half of the time, as if runs were independent. */
    HalfLength half() {
        return HalfLength.of(
                lengths.stream().mapToInt(Integer::intValue).toArray(),
                rates.stream().mapToInt(Rate::solved).toArray(),
                rates.stream().mapToInt(Rate::runs).toArray());
    }

    /** Returns the tasks with a solved criterion and {@code least} lengths or more. */
    static List<String> tasks(ArrangedRun run, int least) {
        return run.solvableTaskNames().stream()
                .filter(task -> run.lengths(task).size() >= least)
                .toList();
    }

    /** Returns a logarithmic axis over the lengths of a task, with some room beside them. */
    static Axis axis(ArrangedRun run, String task, double start, double end) {
        List<Integer> lengths = run.lengths(task);
        return Axis.log(lengths.get(0) / 1.4, lengths.get(lengths.size() - 1) * 1.4, start, end);
    }

    /** Writes lengths below an axis; one that is too close to the one before has no label. */
    static void labels(Svg svg, List<Integer> lengths, Axis across, double y) {
        double free = Double.NEGATIVE_INFINITY;
        for (int length : lengths) {
            double half = TextFormat.width("" + length, 11) / 2;
            if (across.at(length) - half >= free) {
                svg.text(across.at(length), y, "mid small soft", "" + length);
                free = across.at(length) + half + 4;
            }
        }
    }
}

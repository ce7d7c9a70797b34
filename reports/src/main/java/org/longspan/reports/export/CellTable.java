package org.longspan.reports.export;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.longspan.harness.record.Outcome.Cause;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.MedianCost;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/** The table of cells: what each arm came to on each problem, as {@code report.json} has it. */
final class CellTable {

    private static final String FORWARDS = "sequence-forwards";

    /** All of its columns. */
    static final Table<Row> TABLE = tuning(costs(scores(runs(place(
            Table.of("cells", "an arm on a problem: an optimizer with a clipping, on a model, task and length"))))));

    private CellTable() {}

    private static Table<Row> place(Table<Row> table) {
        return table.text(
                        "plan",
                        "name of the plan",
                        row -> row.run().manifest().provenance().plan())
                .text("optimizer", "its name", row -> row.cell().arm().optimizer())
                .text("clipping", "its name", row -> row.cell().arm().clipping())
                .either(
                        "clipped",
                        "whether the clipping does something",
                        row -> row.run().clips(row.cell().arm().clipping()))
                .text(
                        "model",
                        "short name of the network",
                        row -> row.cell().problem().model())
                .text(
                        "task",
                        "name of the task, whatever its length",
                        row -> row.cell().problem().task())
                .text(
                        "family",
                        "of the task",
                        row -> row.cell().problem().entry().task().family())
                .whole(
                        "length",
                        "steps T",
                        "the length parameter",
                        row -> row.cell().problem().length())
                .either(
                        "solvable",
                        "whether the task has a criterion",
                        row -> row.cell().solvable());
    }

    private static Table<Row> runs(Table<Row> table) {
        return table.text(
                        "state",
                        "`evaluated`, `missing`, `skipped`, or `left-out` where the plan does not ask for it",
                        row -> row.cell().state())
                .text(
                        "skip_reason",
                        "why it was skipped",
                        row -> row.cell().skipReason().orElse(null))
                .whole(
                        "blocks",
                        "blocks",
                        "with an evaluation run",
                        row -> row.cell().evaluation().stream()
                                .map(Run::block)
                                .distinct()
                                .count())
                .whole(
                        "runs",
                        "runs",
                        "evaluation runs, over blocks, schedules and policies",
                        row -> row.cell().runs())
                .whole(
                        "solved",
                        "runs",
                        "evaluation runs that solved",
                        row -> row.cell().solved())
                .whole(
                        "diverged",
                        "runs",
                        "evaluation runs that diverged",
                        row -> row.cell().diverged())
                .whole(
                        "weights_not_finite",
                        "runs",
                        "that diverged because weights were not finite",
                        diverged(Cause.WEIGHTS_NOT_FINITE))
                .whole(
                        "gradient_not_finite",
                        "runs",
                        "that diverged because a gradient was not finite",
                        diverged(Cause.GRADIENT_NOT_FINITE))
                .whole(
                        "far_off",
                        "runs",
                        "that diverged because losses were far above chance",
                        diverged(Cause.FAR_OFF));
    }

    private static Function<Row, Integer> diverged(Cause cause) {
        return row -> row.cell().causes().getOrDefault(cause, 0);
    }

    private static Table<Row> scores(Table<Row> table) {
        return table.number("solved_rate", "share", "of the evaluation runs that solved", Row::solvedRate)
                .number(
                        "solved_rate_low",
                        "share",
                        "lower end of the Wilson interval of 95 % of that share",
                        row -> row.cell().interval().map(Interval::low).orElse(null))
                .number(
                        "solved_rate_high",
                        "share",
                        "upper end of that interval",
                        row -> row.cell().interval().map(Interval::high).orElse(null))
                .number(
                        "score",
                        "share",
                        "mean score of the evaluation runs",
                        row -> number(row.cell().score()));
    }

    private static Table<Row> costs(Table<Row> table) {
        return table.number(
                        "median_cost",
                        FORWARDS,
                        "cost by which half of the evaluation runs had solved",
                        row -> row.cell()
                                .medianCost()
                                .filter(MedianCost::known)
                                .map(MedianCost::value)
                                .orElse(null))
                .number(
                        "median_cost_over",
                        FORWARDS,
                        "the cost that the median lies above, where fewer than half solved",
                        row -> row.cell()
                                .medianCost()
                                .filter(cost -> !cost.known())
                                .map(MedianCost::value)
                                .orElse(null))
                .number(
                        "expected_cost",
                        FORWARDS,
                        "cost of all evaluation runs over the number solved",
                        row -> number(row.cell().expectedCost()));
    }

    private static Table<Row> tuning(Table<Row> table) {
        return table.whole(
                        "drawn",
                        "runs",
                        "of drawn settings: tuning runs, or evaluation runs where there was nothing to choose from",
                        row -> row.drawn().size())
                .whole("drawn_solved", "runs", "of drawn settings that solved", row -> row.drawnSolved())
                .number(
                        "tries",
                        "settings",
                        "to be drawn, on average, until one solves: drawn over drawn_solved",
                        row -> row.tries().orElse(null));
    }

    private static Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /**
     * A row of the table.
     *
     * @param run that the cell belongs to
     * @param cell the cell
     */
    record Row(ArrangedRun run, CellResult cell) {

        /** Missing where nothing could solve. */
        Double solvedRate() {
            return cell.runs() == 0 || !cell.solvable() ? null : (double) cell.solved() / cell.runs();
        }

        List<Run> drawn() {
            return cell.tuning().isEmpty() ? cell.evaluation() : cell.tuning();
        }

        int drawnSolved() {
            return (int) drawn().stream().filter(Run::solved).count();
        }

        Optional<Double> tries() {
            int solved = drawnSolved();
            return solved == 0 ? Optional.empty() : Optional.of((double) drawn().size() / solved);
        }
    }
}

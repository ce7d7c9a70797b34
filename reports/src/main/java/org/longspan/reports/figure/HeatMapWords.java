package org.longspan.reports.figure;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;

/**
 * What is said under a {@link HeatMap}.
 *
 * @param run whole
 * @param task of the map
 * @param cells of the map
 */
record HeatMapWords(ArrangedRun run, String task, List<CellResult> cells) {

    private static final String MARKS =
            "“×”: some of the runs diverged. “†”: its clipping or optimizer is shown worse than its own special case, so "
                    + "under-tuned rather than worse. A cell with a dashed border was left out by the plan, was "
                    + "skipped for a reason that the caveats give, or has ";

    /** Returns what an empty cell has, though the plan asks for it and it was not skipped. */
    static String nothing(ArrangedRun run) {
        return run.sampled() ? "no evaluation run in the sample" : "no result yet";
    }

    String caption() {
        return run.solvable(task) ? rateCaption() : openCaption();
    }

    List<String> howToRead() {
        return run.solvable(task) ? rateHowToRead() : openHowToRead();
    }

    private String rateCaption() {
        long runs = cells.stream().mapToInt(CellResult::runs).sum();
        long solved = cells.stream().mapToInt(CellResult::solved).sum();
        return String.format(
                Locale.ROOT,
                "Mean score on %s, by optimizer (down) and clipping (across). %s of %s solved, in %s. A cell has %s."
                        + " Solved: %s. Budget: %s or %s a run.%s",
                task,
                TextFormat.count(solved),
                TextFormat.count(runs, "evaluation run"),
                crossing(),
                each(),
                SolvedCriterion.of(run.entries(task)),
                TextFormat.count(run.manifest().rules().budget().updates(), "update"),
                TextFormat.count(run.manifest().rules().budget().sequenceForwards(), "sequence-forward"),
                run.tuned() ? " Settings were chosen in each block, on other seeds." : "");
    }

    private String openCaption() {
        return String.format(
                Locale.ROOT,
                "Median final validation loss on %s in multiples of chance, by optimizer (down) and clipping (across),"
                        + " of %s, in %s. The task has no solved criterion, so there is no solved rate. Budget: %s a"
                        + " run.%s",
                task,
                TextFormat.count(cells.stream().mapToInt(CellResult::runs).sum(), "evaluation run"),
                crossing(),
                TextFormat.count(run.manifest().rules().budget().updates(), "update"),
                run.tuned() ? " Settings were chosen in each block, on other seeds, by the validation loss." : "");
    }

    /** How many runs a cell has, if it has any. */
    private String each() {
        IntSummaryStatistics runs =
                cells.stream().mapToInt(CellResult::runs).filter(n -> n > 0).summaryStatistics();
        if (runs.getCount() == 0) {
            return "no run";
        }
        return (runs.getMin() == runs.getMax() ? "" : runs.getMin() + " to ") + TextFormat.count(runs.getMax(), "run");
    }

    /** What the cells are, and how many of the crossing the plan leaves out. */
    private String crossing() {
        long leftOut = cells.stream().filter(CellResult::leftOut).count();
        String crossed = TextFormat.count(
                        run.optimizers().size() * (long) run.clippings().size(), "arm") + " × "
                + TextFormat.count(run.modelNames().size(), "model") + " × "
                + TextFormat.count(run.entries(task).size(), "length");
        boolean whole = cells.size()
                == (long) run.optimizers().size()
                        * run.clippings().size()
                        * run.modelNames().size()
                        * run.entries(task).size();
        if (!whole) {
            long problems = cells.stream().map(CellResult::problem).distinct().count();
            crossed = TextFormat.count(
                            run.optimizers().size() * (long) run.clippings().size(), "arm") + " × "
                    + TextFormat.count(problems, "problem");
        }
        return TextFormat.count(cells.size() - leftOut, "cell") + ": " + crossed
                + (leftOut == 0 ? "" : ", less " + TextFormat.count(leftOut) + " left out by the plan");
    }

    private List<String> openHowToRead() {
        return List.of(
                arm() + " Its number is the validation loss at the end of the median run over the loss at chance: 1 is "
                        + "chance, and the deeper the colour, the lower the loss. ∞: half of the runs diverged.",
                MARKS + nothing(run) + ".");
    }

    private List<String> rateHowToRead() {
        return List.of(
                arm()
                        + " Its number is the mean score of its evaluation runs. A run that solved scores the share of its"
                        + " budget that was left when it did, any other 0. The deeper the colour, the higher the score; a"
                        + " cell without a number has solved nothing.",
                "A cell of one run says how that run fared, and little about the arm; what the run says stands under the"
                        + " answers. From five runs on a line below the number is the 95 % Wilson interval of the solved"
                        + " rate, on a scale from 0 to 100 % as wide as the cell, with a tick at the rate itself. The tip"
                        + " of a cell of several runs says how many solved, and their median cost in"
                        + " sequence-forwards.",
                MARKS + nothing(run) + ".");
    }

    private String arm() {
        return "Each cell is one arm, an optimizer with a clipping scheme, "
                + (run.tuned() ? "tuned in each of its blocks for" : "on") + " that model, task and length.";
    }
}

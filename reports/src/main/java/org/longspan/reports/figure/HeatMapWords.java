package org.longspan.reports.figure;

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
            "“×2” in a corner: two of the runs diverged. “†”: its clipping or optimizer is shown worse than its own special "
                    + "case, so under-tuned rather than worse. A cell with a dashed border was left out by the plan, was "
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
                "Runs solved on %s, by optimizer (down) and clipping (across). %s of %s solved, in %s. Solved: %s."
                        + " Budget: %s or %s a run.%s",
                task,
                TextFormat.count(solved),
                TextFormat.count(runs, "evaluation run"),
                crossing(),
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
                arm() + " “7/10” says that 7 of its 10 evaluation runs solved the task. The deeper the colour, the "
                        + "larger the share.",
                "The number below is the median cost to solve in sequence-forwards (24k = 24,000): the cost by which "
                        + "half of all runs had solved, those that diverged counted as never. “> 30k” means that "
                        + "fewer than half did within what they were given.",
                "The mark at the bottom is the 95 % Wilson interval of the solved rate on a line from 0 to 100 %, with "
                        + "a tick at the rate itself. Under three "
                        + "runs there is none. One cell alone says little; what the run says stands under the answers.",
                MARKS + nothing(run) + ".");
    }

    private String arm() {
        return "Each cell is one arm, an optimizer with a clipping scheme, "
                + (run.tuned() ? "tuned in each of its blocks for" : "on") + " that model, task and length.";
    }
}

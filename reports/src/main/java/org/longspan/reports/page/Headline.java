package org.longspan.reports.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.Text;
import org.longspan.reports.summary.GridCell;
import org.longspan.reports.summary.Rate;
import org.longspan.reports.summary.RunSummary;

/**
 * Puts into a sentence a task how far each model got: the longest length at which some arm solved at least half of
 * its evaluation runs. It states what happened, not which is better.
 */
final class Headline {

    private Headline() {}

    static String of(RunSummary run) {
        Rate all = Rate.of(run.cells());
        if (all.runs() == 0) {
            return run.counts().done() > run.counts().skipped()
                    ? "No evaluation run has finished yet."
                    : "Nothing was run: every trial was skipped or is still to come.";
        }
        if (all.solved() == 0) {
            return "Nothing was solved: none of " + Text.count(all.runs(), "evaluation run") + " reached its target.";
        }
        List<String> sentences =
                run.taskNames().stream().map(task -> sentence(run, task)).toList();
        return String.join(" ", sentences);
    }

    private static String sentence(RunSummary run, String task) {
        List<String> parts = new ArrayList<>();
        for (String model : run.modelNames()) {
            Optional<Integer> reach = reach(run, task, model);
            parts.add(
                    reach.isPresent()
                            ? model + " reached T = " + reach.get()
                            : model + " did not get to T = " + Collections.min(run.lengths(task)));
        }
        return "On " + task + ", " + String.join(parts.size() == 2 ? " and " : ", ", parts) + ".";
    }

    private static Optional<Integer> reach(RunSummary run, String task, String model) {
        return run.cells().stream()
                .filter(c ->
                        c.problem().task().equals(task) && c.problem().model().equals(model))
                .filter(c -> c.runs() > 0 && 2 * c.solved() >= c.runs())
                .map(c -> c.problem().length())
                .max(Integer::compare);
    }

    /** Returns what clipping did to the pooled rates, or an empty text where there is nothing to compare. */
    static String clipping(RunSummary run) {
        List<GridCell> clipped = run.cells(c -> run.clips(c.arm().clipping()));
        List<GridCell> bare = run.cells(c -> !run.clips(c.arm().clipping()));
        Rate with = Rate.of(clipped);
        Rate without = Rate.of(bare);
        if (with.runs() == 0 || without.runs() == 0 || with.solved() + without.solved() == 0) {
            return "";
        }
        return "With clipping " + Text.percent(with.share()) + " of evaluation runs solved their task (" + counts(with)
                + "), without it " + Text.percent(without.share()) + " (" + counts(without) + ").";
    }

    private static String counts(Rate rate) {
        return Text.count(rate.solved()) + " of " + Text.count(rate.runs());
    }
}

package org.longspan.reports.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, List<String>> models = new LinkedHashMap<>();
        for (String model : run.modelNames()) {
            Optional<Integer> reach = reach(run, task, model);
            String verb = reach.isPresent()
                    ? "reached " + length(reach.get())
                    : "did not get to " + length(Collections.min(run.lengths(task)));
            models.computeIfAbsent(verb, v -> new ArrayList<>()).add(model);
        }
        List<String> parts = new ArrayList<>();
        models.forEach((verb, who) -> parts.add(String.join(" and ", who) + " " + verb));
        return "On " + task + ", " + String.join(", ", parts) + ".";
    }

    /** The spaces do not break. */
    private static String length(int length) {
        return "T\u00a0=\u00a0" + length;
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

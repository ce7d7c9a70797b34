package org.longspan.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Rate;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.FinalLoss;

/**
 * Puts into a sentence a task what share of its evaluation runs each model solved at the shortest and at the longest
 * length, all arms pooled; of a task without a criterion, how far below chance the median run ended. It states what
 * happened, not which is better.
 */
public final class Headline {

    private Headline() {}

    /** Returns the sentences. */
    public static String of(ArrangedRun run) {
        Rate all = Rate.of(run.cells());
        boolean open = run.solvableTaskNames().size() < run.taskNames().size();
        if (run.cells().stream().allMatch(cell -> cell.runs() == 0)) {
            if (run.sampled() && run.selects()) {
                return "Nothing is evaluated: this run is a sample of the plan's tuning trials.";
            }
            return run.counts().done() > run.counts().skipped()
                    ? "No evaluation run has finished yet."
                    : "Nothing was run: every trial was skipped or is still to come.";
        }
        if (all.solved() == 0 && !open) {
            return "Nothing was solved: none of " + TextFormat.count(all.runs(), "evaluation run")
                    + " reached its target.";
        }
        List<String> sentences =
                run.taskNames().stream().map(task -> sentence(run, task)).toList();
        return String.join(" ", sentences);
    }

    private static String sentence(ArrangedRun run, String task) {
        List<Integer> lengths = run.lengths(task).stream()
                .filter(length -> cells(run, task, null, length).stream().anyMatch(cell -> cell.runs() > 0))
                .toList();
        if (lengths.isEmpty()) {
            return "On " + task + ", nothing has been evaluated yet.";
        }
        if (!run.solvable(task)) {
            return "On " + task + ", which has no solved criterion, the median final loss over chance was "
                    + models(run, task, lengths) + ".";
        }
        if (rate(run, task, null, null).solved() == 0) {
            return "On " + task + ", nothing was solved at any length.";
        }
        List<Integer> ends = ends(lengths);
        List<String> models = new ArrayList<>();
        for (String model : run.modelsOf(task)) {
            List<Integer> reached = ends.stream()
                    .filter(length -> rate(run, task, model, length).runs() > 0)
                    .toList();
            if (reached.isEmpty()) {
                continue; // left out, skipped, or not run yet
            }
            boolean first = models.isEmpty();
            List<String> shares = new ArrayList<>();
            for (int length : reached) {
                String share = TextFormat.percent(rate(run, task, model, length).share())
                        + (first && shares.isEmpty() ? " of its runs" : "");
                shares.add(first || reached.size() < ends.size() ? share + at(length) : share);
            }
            models.add(model + (first ? " solved " : " ") + String.join(" and ", shares));
        }
        return "On " + task + ", " + String.join("; ", models) + ".";
    }

    private static List<Integer> ends(List<Integer> lengths) {
        return lengths.size() == 1 ? lengths : List.of(lengths.get(0), lengths.get(lengths.size() - 1));
    }

    private static String models(ArrangedRun run, String task, List<Integer> lengths) {
        List<String> models = new ArrayList<>();
        for (String model : run.modelsOf(task)) {
            List<String> losses = new ArrayList<>();
            for (int length : ends(lengths)) {
                FinalLoss.of(cells(run, task, model, length))
                        .ifPresent(loss -> losses.add(TextFormat.precise(loss.overChance()) + at(length)));
            }
            models.add((losses.isEmpty() ? "not measured" : String.join(" and ", losses)) + " for " + model);
        }
        return String.join("; ", models);
    }

    /** The spaces around the sign do not break. */
    private static String at(int length) {
        return " at T\u00a0=\u00a0" + length;
    }

    private static Rate rate(ArrangedRun run, String task, String model, Integer length) {
        return Rate.of(cells(run, task, model, length));
    }

    private static List<CellResult> cells(ArrangedRun run, String task, String model, Integer length) {
        return run.cells(c -> c.problem().task().equals(task)
                && (model == null || c.problem().model().equals(model))
                && (length == null || c.problem().length() == length));
    }
}

package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.longspan.harness.record.Budget;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.summary.ArrangedRun;

/** What figures of the score say alike: what S is, what it rests on, and how verdicts are adjusted. */
final class ScoreWords {

    /** More criteria than these are left to the heat maps. */
    private static final int FEW = 3;

    private ScoreWords() {}

    /** Returns whether all scores are 0, or there is none: then no figure of them says anything. */
    static boolean nothingSolved(Conclusions conclusions) {
        return conclusions.rows().evaluations().stream().allMatch(run -> run.score() == 0);
    }

    /** Returns the definition of S with the budget and the target of {@code run}. */
    static String score(ArrangedRun run) {
        Budget budget = run.manifest().rules().budget();
        List<String> tasks = run.solvableTaskNames();
        String solved = tasks.size() > FEW
                ? "what counts as solved stands with each task"
                : tasks.stream()
                        .map(task -> "solved on " + task + ": " + SolvedCriterion.of(run.entries(task)))
                        .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "The score S is the share of the budget that was left when a run solved its task, 0 if it did not (%s;"
                        + " budget: %s or %s a run).",
                solved,
                TextFormat.count(budget.updates(), "update"),
                TextFormat.count(budget.sequenceForwards(), "sequence-forward"));
    }

    /** Returns how many evaluation runs on how many problems have a score. */
    static String runs(Conclusions conclusions) {
        int runs = conclusions.rows().evaluations().size();
        int problems = ArmScore.problems(conclusions.rows().run()).size();
        return TextFormat.count(runs, "evaluation run") + " on " + TextFormat.count(problems, "problem");
    }

    /** Returns how verdicts on levels of {@code factor} are adjusted. */
    static String correction(Conclusions conclusions, Factor factor) {
        return "Intervals are of 95 %, each for itself; verdicts are adjusted by Holm's method "
                + family(conclusions, factor) + ".";
    }

    /** Returns within what verdicts on levels of {@code factor} are adjusted, and at what level. */
    static String family(Conclusions conclusions, Factor factor) {
        int families = conclusions.analysis().families();
        String share = families == 1 ? "the only family, at " : "one of " + families + " families that share ";
        return "within the comparisons by " + factor.word() + ", " + share + TextFormat.percent(Design.LEVEL);
    }
}

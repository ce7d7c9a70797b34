package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.SkipReasons;
import org.longspan.harness.estimate.Estimate;
import org.longspan.harness.grid.GridCounts;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.Tier;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.TaskChoice;
import org.longspan.suite.text.Paragraph;
import org.longspan.suite.text.Wording;

/** Lays out a plan's grid and its estimated time. */
final class PlanSheet {

    private static final int LABEL = 13;
    private static final int MOST = 40; // models, and lengths of a task

    private final int width;

    PlanSheet(int width) {
        this.width = width;
    }

    /** Returns the grid, what an update costs, and the number of trials per stage. */
    String grid(Plan plan, GridCounts counts, StepCosts costs) {
        StringBuilder text = new StringBuilder("plan " + plan.name() + ", " + tier(plan.tier()) + ", seed "
                + plan.rules().seed() + "\n\n");
        text.append(row("tasks", tasks(plan)));
        text.append(row("models", some(plan.factors().models(), TrialText::model, "\n")));
        text.append(row("optimizers", names(plan.factors().optimizers())));
        text.append(row("clippings", names(plan.factors().clippings())));
        plan.factors().models().stream().limit(MOST).forEach(model -> text.append(leftOut(plan, model)));
        text.append(row("schedule", TrialText.choice(plan.schedule())));
        text.append(row(
                "budget",
                "batches of " + plan.rules().budget().batch() + ", at most "
                        + Wording.count(plan.rules().budget().updates(), "update") + " and "
                        + Wording.count(plan.rules().budget().sequenceForwards(), "sequence-forward") + " a trial"));
        text.append(row("one update", CostText.ofAnUpdate(costs)));
        text.append(row(
                "grid",
                Wording.count(counts.cells(), "cell") + " (optimizer × clipping × model × task)"
                        + (counts.drawnFrom().isPresent() ? " with a trial in the sample" : "")));
        text.append('\n');
        plan.sample()
                .filter(sample -> counts.drawnFrom().isPresent())
                .ifPresentOrElse(
                        sample -> text.append(row("sample", sample(sample, plan.tier(), counts))),
                        () -> counts.stages().forEach(stage -> text.append(row(stage.name(), stage(stage)))));
        new SkipReasons(counts.skips())
                .together()
                .forEach((reason, cells) -> text.append(row("skipped", Wording.count(cells, "trial") + ": " + reason)));
        return text.append(row("in all", Wording.count(counts.trials(), "trial")))
                .toString();
    }

    /** Returns a line for each warning. */
    String warnings(List<String> warnings) {
        return warnings.stream().map(warning -> row("warning", warning)).collect(Collectors.joining());
    }

    /** Returns how many of the trials are stored already, or why that cannot be told. */
    String stored(String text) {
        return row("stored", text);
    }

    /** Returns the time of a plan whose trials are all stored. */
    String nothingLeft() {
        return "\n" + row("time", "nothing is left to run");
    }

    /** Returns the estimated time of the {@code left} trials without a result, and the measurements behind it. */
    String time(Estimate estimate, int left, int trials) {
        StringBuilder text = new StringBuilder("\n");
        for (Estimate.Row row : estimate.rows()) {
            text.append(row(
                    row.measured() ? "measured" : "at most",
                    TrialText.task(row.task()) + ", " + TrialText.model(row.model())
                            + row.optimizer().map(name -> ", " + name).orElse("") + ": "
                            + Wording.span(row.secondsOfATrial()) + " a trial, "
                            + Wording.count(row.trials(), "trial")));
        }
        if (estimate.reckoned() > 0) {
            text.append(row(
                    "reckoned",
                    Wording.count(estimate.reckoned(), "other network") + " and tasks by their multiply-adds"));
        }
        double share = (double) left / trials;
        String some = left == trials
                ? ""
                : " for " + Wording.count(left) + " of " + Wording.count(trials, "trial") + " (all of them: about "
                        + Wording.span(estimate.seconds()) + ")";
        return text.append(row(
                        "time",
                        "about " + Wording.span(share * estimate.seconds()) + " on "
                                + Wording.count(estimate.threads(), "thread") + " ("
                                + Wording.span(share * estimate.coreSeconds()) + " of one core)" + some
                                + ", if every trial spends its whole budget"))
                .toString();
    }

    /** Returns a line with the optimizers that the plan leaves out for {@code model}, or an empty text. */
    private String leftOut(Plan plan, ModelChoice model) {
        List<Choice> leftOut = plan.factors().optimizersLeftOut(model);
        return leftOut.isEmpty() ? "" : row("left out", TrialText.model(model) + " by " + names(leftOut));
    }

    private static String sample(Sample sample, Tier tier, GridCounts counts) {
        return Wording.count(sample.trials()) + " of "
                + Wording.count(counts.drawnFrom().orElse(0), "trial") + " of the stage "
                + tier.stages().get(0).name() + ", drawn with seed " + sample.seed()
                + (tier.stages().size() == 1 ? "" : "; no later stage is run");
    }

    private static String stage(GridCounts.StageCount stage) {
        return Wording.count(stage.trials(), "trial") + ": " + Wording.count(stage.settingsOfAnArm(), "setting")
                + (stage.settingsOfAnArm() == 1 ? " of each arm, on " : " of each arm, each on ")
                + Wording.count(stage.repetitions(), "seed");
    }

    private static String tier(Tier tier) {
        return Tier.ALL.contains(tier) ? "tier " + tier.name() : "a tier of its own";
    }

    /** Groups lengths by variant: {@code adding sum T=10, 20, 40}. */
    private static String tasks(Plan plan) {
        Map<String, List<Integer>> lengths = new LinkedHashMap<>();
        for (TaskChoice task : plan.factors().tasks()) {
            String files = task.files().values().stream()
                    .map(content -> plan.files().byContent().get(content) + " ")
                    .collect(Collectors.joining());
            lengths.computeIfAbsent(TrialText.variant(task) + " " + files + "T=", name -> new ArrayList<>())
                    .add(task.length());
        }
        return lengths.entrySet().stream()
                .map(entry -> entry.getKey() + some(entry.getValue(), length -> Integer.toString(length), ", "))
                .collect(Collectors.joining("; "));
    }

    /** Returns the first few elements, and the number of the others. */
    private static <T> String some(List<T> all, Function<T, String> text, String between) {
        String first = all.stream().limit(MOST).map(text).collect(Collectors.joining(between));
        return all.size() <= MOST ? first : first + between + "and " + Wording.count(all.size() - MOST) + " more";
    }

    private static String names(List<Choice> choices) {
        return choices.stream().map(TrialText::choice).collect(Collectors.joining(", ")) + " (" + choices.size() + ")";
    }

    private String row(String label, String text) {
        String first = String.format("  %-" + LABEL + "s", label);
        return String.join("\n", Paragraph.lines(text, width, first, " ".repeat(first.length()))) + "\n";
    }
}

package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.SkipReasons;
import org.longspan.harness.estimate.BlockTimes;
import org.longspan.harness.estimate.Estimate;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.grid.GridCounts;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.Tier;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.shard.Shard;
import org.longspan.suite.text.Paragraph;
import org.longspan.suite.text.RoughTime;
import org.longspan.suite.text.Wording;

/** Lays out a plan's grid and its estimated time. */
final class PlanSheet {

    private static final int LABEL = 13;
    private static final int MOST = 40; // models, and lengths of a task

    private final int width;

    PlanSheet(int width) {
        this.width = width;
    }

    /** Returns the grid, what an update costs, and the number of trials. */
    String grid(Plan plan, GridCounts counts, StepCosts costs) {
        StringBuilder text = new StringBuilder("plan " + plan.name() + ", " + tier(plan.tier()) + ", seed "
                + plan.rules().seed() + "\n\n");
        text.append(row("tasks", tasks(plan)));
        text.append(row("models", some(plan.factors().models(), TrialText::model, "\n")));
        text.append(row("optimizers", names(plan.factors().optimizers())));
        text.append(row("clippings", names(plan.factors().clippings())));
        plan.factors().models().stream().limit(MOST).forEach(model -> text.append(leftOut(plan, model)));
        text.append(row("schedules", names(plan.factors().schedules())));
        text.append(row("policies", names(plan.factors().policies()) + " for a gradient that is not finite"));
        text.append(row(
                "budget",
                "batches of " + plan.rules().budget().batch() + ", at most "
                        + Wording.count(plan.rules().budget().updates(), "update") + " and "
                        + Wording.count(plan.rules().budget().sequenceForwards(), "sequence-forward") + " a trial"));
        text.append(row("one update", CostText.ofAnUpdate(costs)));
        text.append(row(
                "grid",
                Wording.count(counts.cells(), "cell") + " (optimizer × clipping × problem × schedule × policy)"
                        + (counts.drawnFrom().isPresent() ? " with a trial in the sample" : "")));
        text.append('\n');
        plan.sample()
                .filter(sample -> counts.drawnFrom().isPresent())
                .ifPresentOrElse(
                        sample -> text.append(row("sample", sample(sample, plan.tier(), counts))),
                        () -> text.append(blocks(plan, counts)));
        new SkipReasons(counts.skips())
                .together()
                .forEach((reason, cells) -> text.append(row("skipped", Wording.count(cells, "cell") + ": " + reason)));
        return text.append(row("in all", Wording.count(counts.trials(), "trial")))
                .toString();
    }

    /** Returns a line for each warning. */
    String warnings(List<String> warnings) {
        return warnings.stream().map(warning -> row("warning", warning)).collect(Collectors.joining());
    }

    /** Returns what a shard has of the grid, and where. */
    String shard(Shard shard, GridCounts part, Path folder) {
        return row(
                "shard",
                shard + ": " + Wording.count(part.trials(), "trial") + " in " + Wording.count(part.blocks(), "block")
                        + " of cells, into " + folder);
    }

    /** Returns how many trials of the cells to run are stored already in {@code folder}. */
    String stored(List<StoredCell> cells, Path folder) {
        int stored = cells.stream().mapToInt(StoredCell::stored).sum();
        int trials = cells.stream().mapToInt(cell -> cell.cell().trials()).sum();
        return row("stored", Wording.count(stored) + " of " + Wording.count(trials, "trial") + " in " + folder);
    }

    /** Returns why it cannot be told how many trials are stored. */
    String storedUnknown(String why) {
        return row("stored", "cannot be told: " + why);
    }

    /** Returns what the plan's blocks can find. */
    String detected(String sentence) {
        return row("finds", sentence);
    }

    /** Returns the time of a plan whose trials are all stored. */
    String nothingLeft() {
        return "\n" + row("time", "nothing is left to run");
    }

    /** Returns the estimated time of the trials without a result, and what it rests on. */
    String time(Estimate estimate) {
        StringBuilder text = new StringBuilder("\n");
        int reckoned = 0;
        for (Estimate.Row row : estimate.rows()) {
            if (row.source() == Estimate.Source.RECKONED) {
                reckoned++;
                continue;
            }
            text.append(row(
                    row.source() == Estimate.Source.STORED ? "known" : "timed",
                    TrialText.task(row.problem().task()) + ", "
                            + TrialText.model(row.problem().model()) + ": "
                            + Wording.span(row.coreSeconds() / row.trials()) + " a trial, "
                            + Wording.count(row.trials(), "trial")));
        }
        if (reckoned > 0) {
            text.append(
                    row("reckoned", Wording.count(reckoned, "other network") + " and tasks by their multiply-adds"));
        }
        return text.append(row(
                        "time",
                        "about " + RoughTime.of(estimate.seconds().middle()) + " ("
                                + RoughTime.between(
                                        estimate.seconds().low(),
                                        estimate.seconds().high()) + ") on "
                                + Wording.count(estimate.threads(), "thread") + ", "
                                + RoughTime.of(estimate.coreSeconds().middle()) + " of one core"
                                + (estimate.probes() > 0
                                        ? ", " + RoughTime.of(estimate.probes()) + " of it for probes"
                                        : "")
                                + ", if trials end as "
                                + (estimate.stored() == 0
                                        ? "they usually do"
                                        : Wording.count(estimate.stored(), "stored one") + " did")
                                + " and the machine does nothing else"))
                .toString();
    }

    /** Returns the time on {@code cores} cores, each of which runs a block at a time, and when more do not help. */
    String timeOn(int cores, Estimate estimate) {
        Estimate.Range seconds = estimate.secondsOn(cores);
        BlockTimes blocks = estimate.blocks();
        int most = blocks.mostCores();
        return row(
                "on cores",
                "about " + RoughTime.of(seconds.middle()) + " ("
                        + RoughTime.between(seconds.low(), seconds.high()) + ") on " + Wording.count(cores, "core")
                        + " like those here, in any number of machines: "
                        + Wording.count(blocks.expected().size(), "block") + ", one at a time on a core, of which the "
                        + "longest takes up to " + RoughTime.of(blocks.longest())
                        + (cores > most ? "; more than " + Wording.count(most, "core") + " hardly help" : ""));
    }

    /** Returns the heap that the report of all trials needs. */
    String memory(long megabytes, boolean probed) {
        return row(
                "memory",
                "a report of all trials needs " + Wording.count(megabytes) + " MB of heap"
                        + (probed ? ", and more for what probes find" : ""));
    }

    /** Returns a line with the optimizers that the plan leaves out for {@code model}, or an empty text. */
    private String leftOut(Plan plan, ModelChoice model) {
        List<Choice> leftOut = plan.factors().optimizersLeftOut(model);
        return leftOut.isEmpty() ? "" : row("left out", TrialText.model(model) + " by " + names(leftOut));
    }

    private static String sample(Sample sample, Tier tier, GridCounts counts) {
        return Wording.count(sample.trials()) + " of "
                + Wording.count(counts.drawnFrom().orElse(0), "trial")
                + (tier.settings() == 1 ? "" : " that try settings") + ", drawn with seed " + sample.seed()
                + (tier.settings() == 1 ? "" : "; none is judged");
    }

    private String blocks(Plan plan, GridCounts counts) {
        Tier tier = plan.tier();
        String others = tier.blocks() == tier.controlBlocks()
                ? Wording.count(tier.blocks(), "block") + " of each cell"
                : Wording.count(tier.controlBlocks(), "block") + " under "
                        + plan.factors().control().orElseThrow() + ", " + Wording.count(tier.blocks())
                        + " under each other clipping";
        return row("blocks", others + ", each with draws, weights and data of its own")
                + row(
                        "tuning",
                        Wording.count(counts.tuningTrials(), "trial") + ": " + Wording.count(tier.settings(), "setting")
                                + " of each arm in each block")
                + row(
                        "evaluation",
                        Wording.count(counts.evaluationTrials(), "trial") + ": the chosen setting of each block");
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

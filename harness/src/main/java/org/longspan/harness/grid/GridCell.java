package org.longspan.harness.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;

/**
 * One arm on one model and task. Its next trials are a pure function of the results so far.
 *
 * @param plan of the grid
 * @param model the network
 * @param task the task
 * @param optimizers the K settings of the optimizer
 * @param clippings the K settings of the clipping, paired with those of the optimizer by index
 * @param skip reason for skipping the cell, if known before it runs
 * @param sample the only trials to run, all of the first stage; empty to run all stages
 */
public record GridCell(
        Plan plan,
        ModelChoice model,
        TaskChoice task,
        List<Choice> optimizers,
        List<Choice> clippings,
        Optional<String> skip,
        Optional<List<Trial>> sample) {

    public GridCell {
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
        sample = sample.map(List::copyOf);
    }

    /** Returns this cell with only those trials of its first stage that {@code draw} takes. */
    GridCell sampled(SampleDraw draw) {
        Manifest.Stage first = plan.tier().stages().get(0);
        List<Trial> drawn = trials(best(distinctSettings(), first.arms()), first).stream()
                .filter(trial -> draw.takesNext())
                .toList();
        return new GridCell(plan, model, task, optimizers, clippings, skip, Optional.of(drawn));
    }

    /**
     * Returns the trials that can run now, given the cell's results so far: the unfinished trials of the first
     * incomplete stage, or none when all stages are complete. The very first trial runs alone; if it is skipped, its
     * result stands for the whole cell. The trials of a sample run whatever becomes of the others.
     */
    public List<Trial> next(Map<Trial, TrialEnd> results) {
        if (sample.isPresent()) {
            return sample.get().stream()
                    .filter(trial -> !results.containsKey(trial))
                    .toList();
        }
        Trial first = trial(0, plan.tier().stages().get(0).repetitions().get(0));
        TrialEnd opening = results.get(first);
        if (opening == null) {
            return List.of(first);
        }
        if (opening.outcome() instanceof Outcome.Skipped) {
            return List.of();
        }
        List<Integer> settings = distinctSettings();
        for (Manifest.Stage stage : plan.tier().stages()) {
            settings = best(settings, stage.arms());
            List<Trial> open = trials(settings, stage);
            open.removeIf(results::containsKey);
            if (!open.isEmpty()) {
                return open;
            }
            settings = ranked(settings, stage, results);
        }
        return List.of();
    }

    /** Returns whether {@code other} has the network and the task of this cell. */
    boolean isLike(GridCell other) {
        return model.equals(other.model) && task.equals(other.task);
    }

    /** Returns the number of trials in a stage, if no trial is skipped while running. */
    public int count(Manifest.Stage stage) {
        if (skip.isPresent() || sample.isPresent()) {
            int inTheFirst = sample.map(List::size).orElse(1);
            return stage.equals(plan.tier().stages().get(0)) ? inTheFirst : 0;
        }
        return Math.min(distinctSettings().size(), stage.arms())
                * stage.repetitions().size();
    }

    /** Returns the trials of a stage for the settings at these indices. */
    private List<Trial> trials(List<Integer> settings, Manifest.Stage stage) {
        List<Trial> trials = new ArrayList<>();
        for (int setting : settings) {
            for (int repetition : stage.repetitions()) {
                trials.add(trial(setting, repetition));
            }
        }
        return trials;
    }

    private static List<Integer> best(List<Integer> ranked, int count) {
        return ranked.subList(0, Math.min(count, ranked.size()));
    }

    private List<Integer> ranked(List<Integer> settings, Manifest.Stage stage, Map<Trial, TrialEnd> results) {
        List<Integer> ranked = new ArrayList<>(settings);
        ranked.sort(Comparator.comparing(setting -> ranking(setting, stage, results), Ranking.BEST_FIRST));
        return ranked;
    }

    private Ranking ranking(int setting, Manifest.Stage stage, Map<Trial, TrialEnd> results) {
        return Ranking.of(stage.repetitions().stream()
                .map(repetition -> results.get(trial(setting, repetition)))
                .toList());
    }

    /** Returns the first index of each distinct setting; an arm with nothing to tune has only one. */
    private List<Integer> distinctSettings() {
        LinkedHashSet<List<Choice>> seen = new LinkedHashSet<>();
        return IntStream.range(0, optimizers.size())
                .filter(i -> seen.add(List.of(optimizers.get(i), clippings.get(i))))
                .boxed()
                .toList();
    }

    Trial trial(int setting, int repetition) {
        return new Trial(
                task,
                model,
                optimizers.get(setting),
                plan.schedule(),
                clippings.get(setting),
                plan.rules().budget(),
                plan.rules().evaluation(),
                plan.rules().divergence(),
                plan.rules().seed(),
                repetition);
    }
}

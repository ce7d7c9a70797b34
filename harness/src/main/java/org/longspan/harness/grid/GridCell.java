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
import org.longspan.harness.record.TrialResult;

/**
 * One arm on one model and one task: the trials of its stages, as a pure function of their results.
 *
 * @param plan that asks for it
 * @param model what learns
 * @param task what is learned
 * @param optimizers the K settings of the optimizer
 * @param clippings the K settings of the clipping, setting i going with setting i of the optimizer
 * @param skip why it makes no sense, if that is known beforehand
 */
public record GridCell(
        Plan plan,
        ModelChoice model,
        TaskChoice task,
        List<Choice> optimizers,
        List<Choice> clippings,
        Optional<String> skip) {

    public GridCell {
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
    }

    /**
     * Returns every trial that can run now, given the results of this cell so far: the unfinished ones of the
     * first stage that is not over, or none when all are. The first trial of all goes alone: if its result is a
     * skip, that one record stands for the whole cell.
     */
    public List<Trial> next(Map<Trial, TrialResult> results) {
        Trial first = trial(0, plan.tier().stages().get(0).repetitions().get(0));
        TrialResult opening = results.get(first);
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

    /** Returns how many trials of a stage there are, if nothing is skipped while running. */
    public int count(Manifest.Stage stage) {
        if (skip.isPresent()) {
            return stage.equals(plan.tier().stages().get(0)) ? 1 : 0;
        }
        return Math.min(distinctSettings().size(), stage.arms())
                * stage.repetitions().size();
    }

    /** Returns the trials of a stage for the settings with those indices. */
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

    private List<Integer> ranked(List<Integer> settings, Manifest.Stage stage, Map<Trial, TrialResult> results) {
        List<Integer> ranked = new ArrayList<>(settings);
        ranked.sort(Comparator.comparing(setting -> ranking(setting, stage, results), Ranking.BEST_FIRST));
        return ranked;
    }

    private Ranking ranking(int setting, Manifest.Stage stage, Map<Trial, TrialResult> results) {
        return Ranking.of(stage.repetitions().stream()
                .map(repetition -> results.get(trial(setting, repetition)))
                .toList());
    }

    /** Returns the first index of each different setting: an arm with nothing to tune has one. */
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

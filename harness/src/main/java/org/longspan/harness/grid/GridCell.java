package org.longspan.harness.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.key.Axes;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;

/**
 * One block of an arm on a problem: each setting is tried once, and the best one is judged once on other data and
 * initial weights. An arm with nothing to tune is only judged. Its next trials are a pure function of the results so
 * far.
 *
 * @param plan of the grid
 * @param model the network
 * @param task the task
 * @param arm the methods and their settings in this block
 * @param block number of the block
 * @param skip reason for skipping the cell, if known before it runs
 * @param sample the only trials to run; empty to run all of them
 */
public record GridCell(
        Plan plan,
        ModelChoice model,
        TaskChoice task,
        GridArm arm,
        int block,
        Optional<String> skip,
        Optional<List<Trial>> sample) {

    public GridCell {
        sample = sample.map(List::copyOf);
    }

    /** Returns this cell with only those of its {@link #known} trials that {@code draw} takes. */
    GridCell sampled(SampleDraw draw) {
        List<Trial> drawn = known().stream().filter(trial -> draw.takesNext()).toList();
        return new GridCell(plan, model, task, arm, block, skip, Optional.of(drawn));
    }

    /** Returns the trials that depend on no result: those that try settings, or the only one. */
    public List<Trial> known() {
        List<Integer> settings = arm.distinctSettings();
        Phase phase = settings.size() == 1 ? Phase.EVALUATION : Phase.TUNING;
        return settings.stream().map(setting -> trial(setting, phase)).toList();
    }

    /**
     * Returns the trials that can run now, given the cell's results so far, or none when it is complete. The very first
     * trial runs alone; if it is skipped, its result stands for the whole cell. The trials of a sample run whatever
     * becomes of the others.
     */
    public List<Trial> next(Map<Trial, TrialEnd> results) {
        if (sample.isPresent()) {
            return without(sample.get(), results);
        }
        List<Trial> known = known();
        TrialEnd opening = results.get(known.get(0));
        if (opening == null) {
            return known.subList(0, 1);
        }
        if (opening.outcome() instanceof Outcome.Skipped) {
            return List.of();
        }
        List<Trial> open = without(known, results);
        return open.isEmpty() ? without(List.of(judged(known, results)), results) : open;
    }

    private static List<Trial> without(List<Trial> trials, Map<Trial, TrialEnd> results) {
        return trials.stream().filter(trial -> !results.containsKey(trial)).toList();
    }

    /** Returns the trial that judges the best setting. */
    private Trial judged(List<Trial> known, Map<Trial, TrialEnd> results) {
        List<TrialEnd> ends = new ArrayList<>();
        known.forEach(trial -> ends.add(results.get(trial)));
        return trial(arm.distinctSettings().get(Selection.best(ends)), Phase.EVALUATION);
    }

    /** Returns whether {@code other} has the network and the task of this cell. */
    public boolean isLike(GridCell other) {
        return model.equals(other.model) && task.equals(other.task);
    }

    /** Returns the number of trials, if none is skipped while running. */
    public int trials() {
        if (skip.isPresent()) {
            return 1;
        }
        return sample.map(List::size).orElseGet(() -> tuningTrials() + 1);
    }

    /** Returns the number of trials that try settings. */
    public int tuningTrials() {
        int settings = skip.isPresent() ? 1 : arm.distinctSettings().size();
        return settings == 1 ? 0 : settings;
    }

    /** Returns the number of trials that judge a setting, if none is skipped while running: one, or none. */
    public int evaluationTrials() {
        if (skip.isPresent()) {
            return 0;
        }
        return sample.map(GridCell::evaluating).orElse(1);
    }

    private static int evaluating(List<Trial> trials) {
        return (int) trials.stream()
                .filter(trial -> trial.replicate().phase() == Phase.EVALUATION)
                .count();
    }

    Trial trial(int setting, Phase phase) {
        return new Trial(
                task,
                model,
                arm.optimizers().get(setting),
                arm.schedule(),
                arm.clippings().get(setting),
                arm.policy(),
                plan.rules().budget(),
                plan.rules().evaluation(),
                plan.rules().divergence(),
                Axes.block(plan.rules().seed(), task, model, arm.kin(), block),
                new Replicate(arm.kin(), block, phase));
    }
}

package org.longspan.suite.exact;

import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.schedule.Schedules;

/**
 * A trial whose digest is stored.
 *
 * @param name as spelled in {@code digests.txt}
 * @param trial the trial itself
 */
record ExactTrial(String name, Trial trial) {

    /** Sizes that are no multiple of a vector's width: 17 units, batches of 5. */
    static final int HIDDEN = 17;

    static final int BATCH = 5;

    /** The most steps of a sequence. */
    static final int LONGEST = 24;

    private static final long SEED = 20131;
    private static final int EVALUATED = 10; // sequences: two chunks of a workspace of 5
    private static final int CONFIRMED = 25;
    private static final int ATTEMPTS = 4;
    private static final long ANY_COST = 1_000_000_000;

    /** Returns this trial with a budget of {@code updates}, and a name that says so. */
    ExactTrial prefix(long updates) {
        Budget budget = new Budget(BATCH, updates, ANY_COST);
        Trial prefix = new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.nonFiniteGradient(),
                budget,
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                trial.replicate());
        return new ExactTrial(name + "@" + updates, prefix);
    }

    /** Returns whether no threshold unit is measured, which takes 100 gradients before the first update. */
    boolean startsAtOnce() {
        Settings clipping = trial.clipping().settings();
        return !clipping.values().containsKey("relative-to")
                || clipping.word("relative-to").equals("absolute");
    }

    /** Builds a trial from names and the settings that differ from their defaults. */
    static final class Builder {

        private final TaskChoice task;
        private final ModelChoice model;
        private Choice optimizer = complete(Optimizers.named("sgd"), Map.of());
        private Choice schedule = complete(Schedules.named("constant"), Map.of());
        private Choice clipping = complete(Clippings.named("none"), Map.of());
        private String policy = "fail";

        Builder(TaskChoice task, ModelChoice model) {
            this.task = task;
            this.model = model;
        }

        Builder by(String name, Map<String, Object> settings) {
            optimizer = complete(Optimizers.named(name), settings);
            return this;
        }

        Builder scheduled(String name) {
            schedule = complete(Schedules.named(name), Map.of());
            return this;
        }

        Builder clipped(String name, Map<String, Object> settings) {
            clipping = complete(Clippings.named(name), settings);
            return this;
        }

        Builder skippingWhatIsNotFinite() {
            policy = "skip";
            return this;
        }

        ExactTrial of(String name, int updates, int evaluateEvery) {
            Trial trial = new Trial(
                    task,
                    model,
                    optimizer,
                    schedule,
                    clipping,
                    new Choice(policy, Settings.NONE),
                    new Budget(BATCH, updates, ANY_COST),
                    new EvaluationRules(evaluateEvery, EVALUATED, CONFIRMED, ATTEMPTS, CONFIRMED),
                    new DivergenceRules(1e3, 3),
                    SEED,
                    new Replicate(optimizer.name(), 0, Replicate.Phase.TUNING));
            return new ExactTrial(name, trial);
        }
    }

    static Choice complete(Entry<?> entry, Map<String, Object> given) {
        return new Choice(entry.name(), entry.complete(new Settings(new TreeMap<>(given))));
    }
}

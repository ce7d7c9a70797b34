package org.longspan.harness.run;

import java.util.Map;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.Seed;

/**
 * The seeds of a trial, derived from named axes: data from (root, task, repetition), initial weights from (root, task,
 * model, repetition). Neither depends on optimizer or clipping, so all arms start from equal weights and see equal
 * data.
 */
final class Axes {

    private Axes() {}

    /** Returns the seed of all sequences. The task derives the splits from it. */
    static Seed data(Trial trial) {
        return data(trial.task(), trial.seed(), trial.repetition());
    }

    static Seed data(TaskChoice task, long root, int repetition) {
        return task(task, root).with("purpose", "data").with("repetition", repetition);
    }

    /** Returns the seed of the initial weights. */
    static Seed weights(Trial trial) {
        return weights(trial.task(), trial.model(), trial.seed(), trial.repetition());
    }

    static Seed weights(TaskChoice task, ModelChoice model, long root, int repetition) {
        Seed seed = task(task, root).with("purpose", "weights");
        seed = choice(seed, "cell", model.cell());
        seed = seed.with("hidden", model.hidden()).with("layers", model.layers());
        seed = choice(seed, "initialization", model.initialization());
        return seed.with("repetition", repetition);
    }

    /** Returns the seed of random transforms, which is unique to the trial. */
    static Seed transforms(Trial trial) {
        return Seed.root(trial.seed()).with("trial", RecordJson.id(trial).value());
    }

    private static Seed task(TaskChoice task, long root) {
        Seed seed = Seed.root(root)
                .with("family", task.family())
                .with("variant", task.variant())
                .with("length", task.length());
        return settings(seed, task.settings());
    }

    private static Seed choice(Seed seed, String axis, Choice choice) {
        return settings(seed.with(axis, choice.name()), choice.settings());
    }

    private static Seed settings(Seed seed, Settings settings) {
        Seed with = seed;
        for (Map.Entry<String, Object> setting : settings.values().entrySet()) {
            with = setting.getValue() instanceof Double number
                    ? with.with(setting.getKey(), Double.doubleToLongBits(number))
                    : with.with(setting.getKey(), (String) setting.getValue());
        }
        return with;
    }
}

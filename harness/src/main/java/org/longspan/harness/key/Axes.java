package org.longspan.harness.key;

import java.util.Map;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.Seed;

/**
 * The seeds of a run, derived from named axes: that of a block from (root, problem, kin, block), where the problem is
 * task and model; from it the data, the initial weights and the drawn settings. None depends on the clipping, so within
 * a block all clippings of a kin start from equal weights, see equal data and try equal settings of the optimizer.
 */
public final class Axes {

    /** What the phase is called in seeds: a word of the first edition, which the bits of all data hang on. */
    private static final String PHASE = "repetition";

    /** Bits of the seed of a block, so that every language that reads JSON reads it exactly. */
    private static final int BITS = 53;

    private Axes() {}

    /** Returns the seed of a block. */
    public static long block(long root, TaskChoice task, ModelChoice model, String kin, int block) {
        return problem(root, task, model).with("kin", kin).with("block", block).value() >>> (Long.SIZE - BITS);
    }

    /** Returns the seed of all sequences of a trial. The task derives the splits from it. */
    public static Seed data(Trial trial) {
        return data(trial.task(), trial.seed(), trial.replicate().phase());
    }

    /**
     * Returns the seed of all sequences in a phase of a block.
     *
     * @param seed of the block
     */
    public static Seed data(TaskChoice task, long seed, Replicate.Phase phase) {
        return task(task, seed).with("purpose", "data").with(PHASE, phase.ordinal());
    }

    /** Returns the seed of the initial weights of a trial. */
    public static Seed weights(Trial trial) {
        return weights(
                trial.task(), trial.model(), trial.seed(), trial.replicate().phase());
    }

    /**
     * Returns the seed of the initial weights in a phase of a block.
     *
     * @param seed of the block
     */
    public static Seed weights(TaskChoice task, ModelChoice model, long seed, Replicate.Phase phase) {
        return architecture(task(task, seed).with("purpose", "weights"), model).with(PHASE, phase.ordinal());
    }

    /** Returns the seed of random transforms, which is unique to the trial. */
    public static Seed transforms(Trial trial) {
        return Seed.root(trial.seed()).with("trial", RecordJson.id(trial).value());
    }

    /**
     * Returns the seed of what a probe draws at a moment of a trial, which nothing else shares.
     *
     * @param probe its name
     * @param moment as the plan calls it
     */
    public static Seed probe(Trial trial, String probe, String moment) {
        return transforms(trial).with("probe", probe).with("moment", moment);
    }

    /**
     * Returns the seed of the drawn values of a setting.
     *
     * @param block seed of the block
     * @param kind of the method, such as {@code optimizer}
     * @param method the kin of an optimizer, the name of any other method
     */
    public static Seed draws(long block, String kind, String method, String setting) {
        return Seed.root(block).with("search", kind).with("method", method).with("setting", setting);
    }

    /** Returns the seed of the order in which the clippings are dealt out over the blocks of a problem. */
    public static Seed deal(long root, TaskChoice task, ModelChoice model) {
        return problem(root, task, model).with("deal", "clippings");
    }

    private static Seed problem(long root, TaskChoice task, ModelChoice model) {
        return choice(architecture(task(task, root), model), "regularizer", model.regularizer())
                .with("initial-state", model.initialState());
    }

    private static Seed task(TaskChoice task, long root) {
        Seed seed = Seed.root(root)
                .with("family", task.family())
                .with("variant", task.variant())
                .with("length", task.length());
        return settings(seed, task.settings());
    }

    private static Seed architecture(Seed seed, ModelChoice model) {
        Seed with = choice(seed, "cell", model.cell())
                .with("hidden", model.hidden())
                .with("layers", model.layers());
        return choice(with, "initialization", model.initialization());
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

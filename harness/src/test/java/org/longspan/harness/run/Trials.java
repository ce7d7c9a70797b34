package org.longspan.harness.run;

import java.util.List;
import java.util.Map;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.task.TaskProvider;

/** Tiny real trials: 4 tanh units remember a number for 3 steps. */
public final class Trials {

    public static final Trial PLAIN = of("sgd", Map.of("learning-rate", 0.01), "none", Map.of());

    private Trials() {}

    public static Trial of(
            String optimizer, Map<String, Object> settings, String clipping, Map<String, Object> clippingSettings) {
        Choice none = new Choice("none", Settings.NONE);
        return new Trial(
                new TaskChoice("recall", "first", 3, new Settings(Map.of("height", 1.0)), Map.of()),
                new ModelChoice(cell("tanh-rnn"), 4, 1, new Choice("glorot", Settings.NONE), none),
                new Choice(optimizer, Optimizers.named(optimizer).complete(new Settings(settings))),
                new Choice("constant", Settings.NONE),
                new Choice(clipping, Clippings.named(clipping).complete(new Settings(clippingSettings))),
                new Choice("fail", Settings.NONE),
                new Budget(10, 50, 1_000_000),
                new EvaluationRules(10, 40, 100, 4, 100),
                new DivergenceRules(1e3, 3),
                0,
                new Replicate("sgd", 0, Phase.TUNING));
    }

    public static Choice cell(String name) {
        return new Choice(name, Entry.find("cell", Cells.all(), name).complete(Settings.NONE));
    }

    public static Trial with(Trial trial, ModelChoice model) {
        return new Trial(
                trial.task(),
                model,
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.nonFiniteGradient(),
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                trial.replicate());
    }

    public static Trial with(Trial trial, Budget budget) {
        return with(trial, new Rules(trial.seed(), budget, trial.evaluation(), trial.divergence()));
    }

    public static Trial with(Trial trial, EvaluationRules evaluation) {
        return with(trial, new Rules(trial.seed(), trial.budget(), evaluation, trial.divergence()));
    }

    public static Trial with(Trial trial, DivergenceRules divergence) {
        return with(trial, new Rules(trial.seed(), trial.budget(), trial.evaluation(), divergence));
    }

    /** Returns that trial in the block with that seed. */
    public static Trial with(Trial trial, long seed) {
        return with(trial, new Rules(seed, trial.budget(), trial.evaluation(), trial.divergence()));
    }

    private static Trial with(Trial trial, Rules rules) {
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.nonFiniteGradient(),
                rules.budget(),
                rules.evaluation(),
                rules.divergence(),
                rules.seed(),
                trial.replicate());
    }

    public static Trial with(Trial trial, Phase phase) {
        return with(
                trial,
                trial.nonFiniteGradient(),
                new Replicate(trial.replicate().kin(), trial.replicate().block(), phase));
    }

    public static Trial withPolicy(Trial trial, String policy) {
        return with(trial, new Choice(policy, Settings.NONE), trial.replicate());
    }

    private static Trial with(Trial trial, Choice policy, Replicate replicate) {
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                policy,
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                replicate);
    }

    public static Workbench bench() {
        return bench(new FakeTasks());
    }

    public static Workbench bench(TaskProvider tasks) {
        return new Workbench(
                TaskCatalogue.of(List.of(tasks)), KernelChoice.best("plain").kernels());
    }

    public static TrialResult run(Trial trial) {
        return new Trainer(bench()).run(trial);
    }

    public static TrialResult run(Trial trial, TaskProvider tasks) {
        return new Trainer(bench(tasks)).run(trial);
    }
}

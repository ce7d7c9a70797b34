package org.longspan.harness.run;

import java.util.Map;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;

/** Tiny real trials: 4 tanh units remember a number for 3 steps. */
final class Trials {

    static final Trial PLAIN = of("sgd", Map.of("learning-rate", 0.1), "none", Map.of());

    private Trials() {}

    static Trial of(
            String optimizer, Map<String, Object> settings, String clipping, Map<String, Object> clippingSettings) {
        Choice none = new Choice("none", Settings.NONE);
        return new Trial(
                new TaskChoice("recall", "first", 3, new Settings(Map.of("height", 1.0)), Map.of()),
                new ModelChoice(cell("tanh-rnn"), 4, 1, new Choice("glorot", Settings.NONE), none),
                new Choice(optimizer, Optimizers.named(optimizer).complete(new Settings(settings))),
                new Choice("constant", Settings.NONE),
                new Choice(clipping, Clippings.named(clipping).complete(new Settings(clippingSettings))),
                new Budget(10, 50, 1_000_000),
                new EvaluationRules(10, 40, 100, 3),
                new DivergenceRules("fail", 1e10, 10, 1e3, 3),
                0,
                0);
    }

    static Choice cell(String name) {
        return new Choice(name, Entry.find("cell", Cells.all(), name).complete(Settings.NONE));
    }

    static Trial with(Trial trial, ModelChoice model) {
        return new Trial(
                trial.task(),
                model,
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                trial.repetition());
    }

    static Trial with(Trial trial, Budget budget) {
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                budget,
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                trial.repetition());
    }

    static Trial with(Trial trial, DivergenceRules divergence) {
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.budget(),
                trial.evaluation(),
                divergence,
                trial.seed(),
                trial.repetition());
    }

    static Trial with(Trial trial, long seed, int repetition) {
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                seed,
                repetition);
    }

    static Workbench bench() {
        return new Workbench(FakeTasks.catalogue(), KernelChoice.best("plain").kernels());
    }

    static TrialResult run(Trial trial) {
        return new Trainer(bench()).run(trial);
    }
}

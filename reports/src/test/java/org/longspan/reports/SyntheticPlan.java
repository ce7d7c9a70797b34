package org.longspan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Range;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.catalogue.Settings;

/**
 * The plan of a made-up run: two tasks of three lengths with two models, crossed with methods.
 *
 * @param optimizers how many of {@link #OPTIMIZERS}
 * @param clippings how many of {@link #CLIPPINGS}
 * @param tuning of every arm
 */
record SyntheticPlan(int optimizers, int clippings, Manifest.Tuning tuning) {

    static final long ROOT = 0;

    static final List<String> OPTIMIZERS = names(
            "optimizer-", 40, "sgd", "momentum", "nesterov", "rmsprop", "adam", "adagrad", "adadelta", "hessian-free");
    static final List<String> CLIPPINGS =
            names("clipping-", 25, "none", "value", "global-norm", "block-norm", "signal-value", "signal-norm");

    private static final List<Integer> LENGTHS = List.of(10, 20, 40);
    private static final Budget BUDGET = new Budget(20, 500, 30_000);
    private static final EvaluationRules EVALUATION = new EvaluationRules(20, 500, 1_000, 4, 1_000);
    private static final DivergenceRules DIVERGENCE = new DivergenceRules(1e3, 3);

    private static List<String> names(String more, int all, String... first) {
        List<String> names = new ArrayList<>(List.of(first));
        for (int i = names.size(); i < all; i++) {
            names.add(more + i);
        }
        return List.copyOf(names);
    }

    Manifest manifest() {
        int perBlock = tuning.settings() == 1 ? 1 : tuning.settings() + 1;
        int blocks = tuning.controlBlocks() + (clippings - 1) * tuning.blocks();
        return new Manifest(
                Manifest.SCHEMA,
                new Manifest.Provenance(
                        tuning.tier(),
                        "# made up\nname: " + tuning.tier() + "\ntasks: [adding, copy]\nlengths: [10, 20, 40]\n",
                        PlanHead.NONE,
                        "0.1.0",
                        "0123456789abcdef0123456789abcdef01234567",
                        Map.of("numerics", "ab".repeat(32), "model", "cd".repeat(32))),
                tuning,
                design(optimizers * blocks * 12 * perBlock),
                new Rules(ROOT, BUDGET, EVALUATION, DIVERGENCE),
                Map.of(),
                PlugInJars.NONE,
                List.of(),
                List.of());
    }

    private Manifest.Design design(int plannedTrials) {
        return new Manifest.Design(
                tasks(),
                models(),
                OPTIMIZERS.subList(0, optimizers).stream()
                        .map(SyntheticPlan::optimizer)
                        .toList(),
                CLIPPINGS.subList(0, clippings).stream()
                        .map(SyntheticPlan::clipping)
                        .toList(),
                List.of(method("schedule", "constant", List.of(), List.of())),
                List.of(method("policy", "fail", List.of(), List.of())),
                List.of(method("cell", "lstm", List.of(), List.of())),
                List.of(),
                plannedTrials);
    }

    private static List<TaskEntry> tasks() {
        List<TaskEntry> tasks = new ArrayList<>();
        for (int length : LENGTHS) {
            tasks.add(new TaskEntry(
                    new TaskChoice("adding", "sum", length, Settings.NONE, Map.of()),
                    true,
                    1 / 6.0,
                    "1/6",
                    "mean squared error",
                    true,
                    0.01,
                    "squared error",
                    "Arjovsky, Shah and Bengio 2016"));
        }
        for (int length : LENGTHS) {
            tasks.add(new TaskEntry(
                    new TaskChoice("copy", "memory-5-bit", length, Settings.NONE, Map.of()),
                    true,
                    5 * Math.log(2) / (length + 10),
                    "5 ln 2 / (T + 10)",
                    "share of sequences with a wrong symbol",
                    false,
                    0.01,
                    "nats",
                    "Hochreiter and Schmidhuber 1997"));
        }
        return tasks;
    }

    private static List<ModelChoice> models() {
        Choice none = new Choice("none", Settings.NONE);
        Choice glorot = new Choice("glorot", Settings.NONE);
        return List.of(
                new ModelChoice(new Choice("rnn-tanh", Settings.NONE), 32, 1, glorot, none),
                new ModelChoice(new Choice("lstm", Settings.NONE.with("forget-bias", 1.0)), 32, 1, glorot, none));
    }

    static MethodEntry optimizer(String name) {
        List<String> special = name.equals("momentum") || name.equals("nesterov") ? List.of("sgd") : List.of();
        return method("optimizer", name, List.of(new Range("learning-rate", "log", 1e-4, 3.0)), special);
    }

    private static MethodEntry clipping(String name) {
        return name.equals("none")
                ? method("clipping", name, List.of(), List.of())
                : method("clipping", name, List.of(new Range("threshold", "log", 0.01, 100)), List.of("none"));
    }

    private static MethodEntry method(String kind, String name, List<Range> ranges, List<String> special) {
        return new MethodEntry(
                kind, name, "Does what " + name + " does.", "θ ← θ - η g", "A. Author 2000", name, ranges, special);
    }
}

package org.longspan.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Range;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;

/** Makes up the records of a run, plausible and always the same: no network was trained for them. */
final class SyntheticRun {

    /** What the made-up trials come to. */
    enum Fate {
        PLAUSIBLE,
        NOTHING_SOLVED,
        EVERYTHING_DIVERGED,
        EVERYTHING_SKIPPED
    }

    private static final List<String> OPTIMIZERS = names(
            "optimizer-", 24, "sgd", "momentum", "nesterov", "rmsprop", "adam", "adagrad", "adadelta", "hessian-free");
    private static final List<String> CLIPPINGS =
            names("clipping-", 16, "none", "value", "global-norm", "block-norm", "signal-value", "signal-norm");
    /** Never run with hessian-free. */
    static final String SKIPPED = "signal-value";

    private static final List<Integer> LENGTHS = List.of(10, 20, 40);
    private static final long ROOT = 0;
    private static final Budget BUDGET = new Budget(20, 500, 30_000);
    private static final EvaluationRules EVALUATION = new EvaluationRules(20, 500, 1_000, 4, 1_000);
    private static final DivergenceRules DIVERGENCE = new DivergenceRules(1e3, 3);

    private final Fate fate;
    private final int optimizers;
    private final int clippings;
    private final Manifest.Tuning tuning;
    private final Map<String, Object> replaced;

    private static List<String> names(String more, int all, String... first) {
        List<String> names = new ArrayList<>(List.of(first));
        for (int i = names.size(); i < all; i++) {
            names.add(more + i);
        }
        return List.copyOf(names);
    }

    private SyntheticRun(
            Fate fate, int optimizers, int clippings, Manifest.Tuning tuning, Map<String, Object> replaced) {
        this.fate = fate;
        this.optimizers = optimizers;
        this.clippings = clippings;
        this.tuning = tuning;
        this.replaced = replaced;
    }

    /** 30 arms × 2 models × 2 tasks × 3 lengths × 2 blocks of 4 settings. */
    static SyntheticRun quick() {
        return of(Fate.PLAUSIBLE, 5, 6, "quick", 4, 2);
    }

    /** A run in which every arm tries {@code settings} settings in each of {@code blocks} blocks. */
    static SyntheticRun of(Fate fate, int optimizers, int clippings, String tier, int settings, int blocks) {
        return new SyntheticRun(
                fate,
                optimizers,
                clippings,
                new Manifest.Tuning(tier, settings, "none", Optional.empty(), blocks, blocks, Optional.empty()),
                Map.of());
    }

    /** Returns the same run with {@code blocks} blocks of the control. */
    SyntheticRun control(int blocks) {
        Manifest.Tuning more = new Manifest.Tuning(
                tuning.tier(),
                tuning.settings(),
                tuning.control(),
                tuning.positiveControl(),
                blocks,
                tuning.blocks(),
                tuning.sample());
        return new SyntheticRun(fate, optimizers, clippings, more, replaced);
    }

    /** Returns a run whose manifest differs in the component of that name. */
    SyntheticRun with(String component, Object value) {
        Map<String, Object> more = new HashMap<>(replaced);
        more.put(component, value);
        return new SyntheticRun(fate, optimizers, clippings, tuning, more);
    }

    Manifest manifest() {
        return Altered.of(crossing(), replaced);
    }

    private Manifest crossing() {
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
                        .map(SyntheticRun::optimizer)
                        .toList(),
                CLIPPINGS.subList(0, clippings).stream()
                        .map(SyntheticRun::clipping)
                        .toList(),
                List.of(method("schedule", "constant", List.of(), List.of())),
                List.of(method("policy", "fail", List.of(), List.of())),
                List.of(method("cell", "lstm", List.of(), List.of())),
                List.of(),
                plannedTrials);
    }

    List<StoredResult> results() {
        List<StoredResult> results = new ArrayList<>();
        Manifest manifest = manifest();
        for (TaskEntry task : manifest.design().tasks()) {
            for (ModelChoice model : manifest.design().models()) {
                for (MethodEntry optimizer : manifest.design().optimizers()) {
                    for (MethodEntry clipping : manifest.design().clippings()) {
                        cell(new Cell(task, model, optimizer.name(), clipping.name()), results);
                    }
                }
            }
        }
        return results;
    }

    /** Returns the manifest with one optimizer, of that name. */
    Manifest renamed(String optimizer) {
        return with("optimizers", List.of(optimizer(optimizer))).manifest();
    }

    /** Returns the results with one optimizer, of that name. */
    List<StoredResult> resultsOf(String optimizer) {
        return results().stream()
                .map(r -> Altered.of(
                        r,
                        Map.of(
                                "optimizer",
                                new Choice(optimizer, r.trial().optimizer().settings()))))
                .toList();
    }

    private record Cell(TaskEntry task, ModelChoice model, String optimizer, String clipping) {}

    private void cell(Cell cell, List<StoredResult> results) {
        int place = CLIPPINGS.indexOf(cell.clipping());
        for (int block = 0; block < tuning.controlBlocks(); block++) {
            boolean dealt = Math.floorMod(block - place, tuning.controlBlocks()) < tuning.blocks();
            boolean skipped = place > 0
                    && cell.optimizer().equals("hessian-free")
                    && cell.clipping().equals(SKIPPED);
            if ((place == 0 || dealt) && !(skipped && block > place % tuning.controlBlocks())) {
                block(cell, block, skipped, results);
            }
        }
    }

    private void block(Cell cell, int block, boolean skipped, List<StoredResult> results) {
        int settings = skipped ? 1 : tuning.settings();
        double best = 0.01;
        double nearest = Double.POSITIVE_INFINITY;
        for (int setting = 0; setting < settings; setting++) {
            double u = (setting + 0.5) / settings;
            double rate = Math.pow(10, -4 + 4.5 * u);
            if (Math.abs(Math.log(rate / 0.02)) < nearest) {
                nearest = Math.abs(Math.log(rate / 0.02));
                best = rate;
            }
            if (tuning.settings() > 1) {
                results.add(stored(cell, rate, new Replicate(cell.optimizer(), block, Phase.TUNING), results.size()));
            }
        }
        if (!skipped || tuning.settings() == 1) {
            results.add(stored(cell, best, new Replicate(cell.optimizer(), block, Phase.EVALUATION), results.size()));
        }
    }

    private StoredResult stored(Cell cell, double rate, Replicate replicate, int index) {
        RandomStream random = new RandomStream(index);
        boolean clips = !cell.clipping().equals("none");
        Settings clip = clips ? Settings.NONE.with("threshold", Math.pow(10, random.uniform(-2, 2))) : Settings.NONE;
        Trial trial = new Trial(
                cell.task().task(),
                cell.model(),
                new Choice(
                        cell.optimizer(),
                        Settings.NONE.with("learning-rate", rate).with("momentum", 0.9)),
                new Choice("constant", Settings.NONE),
                new Choice(cell.clipping(), clip),
                new Choice("fail", Settings.NONE),
                BUDGET,
                EVALUATION,
                DIVERGENCE,
                Axes.block(ROOT, cell.task().task(), cell.model(), replicate.kin(), replicate.block()),
                replicate);
        TrialResult result = new SyntheticResult(trial, cell.task(), fate, random).result();
        double seconds = 0.2 + 0.01 * cell.task().task().length();
        String started =
                Instant.parse("2026-01-01T00:00:00Z").plusMillis(index * 300L).toString();
        Circumstances circumstances = new Circumstances(
                seconds, started, "25.0.3 (Eclipse Adoptium)", "AMD EPYC 9B14, 2 cores", "vector-512", "Linux amd64");
        return new StoredResult(
                new TrialId(String.format("%016x", 0x9e3779b97f4a7c15L * (index + 1))),
                trial,
                "ef".repeat(32),
                result,
                circumstances);
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

    private static MethodEntry optimizer(String name) {
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

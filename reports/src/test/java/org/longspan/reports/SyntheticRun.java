package org.longspan.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Range;
import org.longspan.harness.record.Manifest.Stage;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.StepSummary;
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

    private static final List<String> OPTIMIZERS =
            List.of("sgd", "momentum", "nesterov", "rmsprop", "adam", "adagrad", "adadelta", "hessian-free");
    private static final List<String> CLIPPINGS =
            List.of("none", "value", "global-norm", "block-norm", "signal-value", "signal-norm");
    private static final List<Integer> LENGTHS = List.of(10, 20, 40);
    private static final Budget BUDGET = new Budget(20, 500, 30_000);
    private static final EvaluationRules EVALUATION = new EvaluationRules(20, 200, 1_000, 3);
    private static final DivergenceRules DIVERGENCE = new DivergenceRules("fail", 1e10, 10, 1e3, 3);

    private final Fate fate;
    private final int optimizers;
    private final int clippings;
    private final String tier;
    private final List<Stage> stages;
    private final Map<String, Object> replaced;

    private SyntheticRun(
            Fate fate, int optimizers, int clippings, String tier, List<Stage> stages, Map<String, Object> replaced) {
        this.fate = fate;
        this.optimizers = optimizers;
        this.clippings = clippings;
        this.tier = tier;
        this.stages = stages;
        this.replaced = replaced;
    }

    /** The shape of the plan quick: 30 arms × 2 models × 2 tasks × 3 lengths × 6 trials. */
    static SyntheticRun quick() {
        return of(Fate.PLAUSIBLE, 5, 6, "quick", 4, 2);
    }

    /** A run of {@code settings} first-stage settings and {@code seeds} evaluation seeds. */
    static SyntheticRun of(Fate fate, int optimizers, int clippings, String tier, int settings, int seeds) {
        List<Integer> fresh = IntStream.rangeClosed(1, seeds).boxed().toList();
        return new SyntheticRun(
                fate,
                optimizers,
                clippings,
                tier,
                List.of(new Stage("settings", settings, List.of(0)), new Stage("evaluation", 1, fresh)),
                Map.of());
    }

    /** Returns a run whose manifest differs in the component of that name. */
    SyntheticRun with(String component, Object value) {
        Map<String, Object> more = new HashMap<>(replaced);
        more.put(component, value);
        return new SyntheticRun(fate, optimizers, clippings, tier, stages, more);
    }

    Manifest manifest() {
        return Altered.of(crossing(), replaced);
    }

    private Manifest crossing() {
        int perCell = stages.get(0).arms() + stages.get(1).repetitions().size();
        return new Manifest(
                Manifest.SCHEMA,
                new Manifest.Provenance(
                        tier,
                        "# made up\nname: " + tier + "\ntasks: [adding, copy]\nlengths: [10, 20, 40]\n",
                        "0.1.0",
                        "0123456789abcdef0123456789abcdef01234567",
                        Map.of("numerics", "ab".repeat(32), "model", "cd".repeat(32))),
                new Manifest.Tuning(tier, stages, stages.get(0).arms(), Optional.empty()),
                design(optimizers * clippings * 12 * perCell),
                new Rules(0, BUDGET, EVALUATION, DIVERGENCE),
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
        double best = 0.01;
        double nearest = Double.POSITIVE_INFINITY;
        for (int setting = 0; setting < stages.get(0).arms(); setting++) {
            double u = (setting + 0.5) / stages.get(0).arms();
            double rate = Math.pow(10, -4 + 4.5 * u);
            if (Math.abs(Math.log(rate / 0.02)) < nearest) {
                nearest = Math.abs(Math.log(rate / 0.02));
                best = rate;
            }
            results.add(stored(cell, rate, 0, results.size()));
        }
        for (int repetition : stages.get(1).repetitions()) {
            results.add(stored(cell, best, repetition, results.size()));
        }
    }

    private StoredResult stored(Cell cell, double rate, int repetition, int index) {
        RandomStream random = new RandomStream(index);
        boolean clips = !cell.clipping().equals("none");
        boolean relative = clips;
        Settings clip = relative ? Settings.NONE.with("threshold", Math.pow(10, random.uniform(-2, 2))) : Settings.NONE;
        Trial trial = new Trial(
                cell.task().task(),
                cell.model(),
                new Choice(
                        cell.optimizer(),
                        Settings.NONE.with("learning-rate", rate).with("momentum", 0.9)),
                new Choice("constant", Settings.NONE),
                new Choice(cell.clipping(), clip),
                BUDGET,
                EVALUATION,
                DIVERGENCE,
                0,
                repetition);
        TrialResult result = result(cell, rate, clips, random);
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

    private TrialResult result(Cell cell, double rate, boolean clips, RandomStream random) {
        if (fate == Fate.EVERYTHING_SKIPPED
                || fate == Fate.PLAUSIBLE
                        && cell.clipping().equals("signal-value")
                        && cell.optimizer().equals("hessian-free")) {
            return new TrialResult(
                    new Outcome.Skipped("hessian-free takes no clipping inside back-propagation"),
                    List.of(),
                    new Costs(0, 0, 0, 0, 0),
                    List.of(),
                    0,
                    "");
        }
        boolean lstm = cell.model().cell().name().equals("lstm");
        double skill = (lstm ? 1.6 : 0.2)
                + switch (cell.optimizer()) {
                    case "adam" -> 1.2;
                    case "rmsprop" -> 0.9;
                    case "nesterov" -> 0.3;
                    case "momentum" -> 0.2;
                    default -> -1.0;
                }
                + (clips ? 0.5 : 0)
                - 1.2 * Math.log(cell.task().task().length() / 14.0)
                - Math.abs(Math.log10(rate / 0.02))
                + 0.6 * random.normal();
        boolean wild = rate > 0.5 || !clips && rate > 0.15;
        if (fate == Fate.EVERYTHING_DIVERGED || fate != Fate.NOTHING_SOLVED && wild && random.nextDouble() < 0.7) {
            return diverged(cell, random);
        }
        return trained(cell, fate == Fate.NOTHING_SOLVED ? -1 : skill, clips, random);
    }

    private TrialResult diverged(Cell cell, RandomStream random) {
        Outcome.Cause[] causes = Outcome.Cause.values();
        Outcome.Cause cause = causes[(int) random.uniform(0, causes.length)];
        long at = 5 + (long) random.uniform(0, 90);
        List<CurvePoint> curve = new ArrayList<>();
        double chance = cell.task().chance();
        for (long u = 0; u <= at; u += 20) {
            boolean last = u + 20 > at;
            curve.add(new CurvePoint(
                    u,
                    60 * u,
                    last && u > 0 ? null : chance * Math.exp(u / 12.0),
                    last && u > 0 ? null : chance * Math.exp(u / 12.0),
                    new StepSummary(chance, Math.exp(u / 4.0), last ? null : Math.exp(u / 2.0), 1.0, 0.1, 0.9, null)));
        }
        return new TrialResult(
                new Outcome.Diverged(cause, at),
                curve,
                new Costs(at, 60 * at, 0, 200 * curve.size(), 1_000_000),
                List.of(),
                4_513,
                "aa".repeat(32));
    }

    private TrialResult trained(Cell cell, double skill, boolean clips, RandomStream random) {
        double chance = cell.task().chance();
        boolean solves = skill > 0;
        long solvedAt = Math.min(480, Math.round(20 * Math.ceil((120 + 300 * Math.exp(-skill)) / 20)));
        List<CurvePoint> curve = new ArrayList<>();
        for (long u = 0; u <= (solves ? solvedAt + 40 : 500); u += 20) {
            double fall = solves ? 1 / (1 + Math.exp(-(u - solvedAt + 50) / 18.0)) : 0.02 * u / 500;
            double noise = Math.exp(0.05 * random.normal());
            double loss = chance * noise * Math.exp(-4.5 * fall);
            double norm = 0.3 * Math.exp(0.8 * random.normal()) * (0.4 + fall * 3);
            double clipped = clips ? Math.min(norm, 0.4) : norm;
            curve.add(new CurvePoint(
                    u,
                    60 * u,
                    loss,
                    cell.task().measureIsLoss() ? loss : Math.min(0.8, loss / chance * 0.8),
                    new StepSummary(
                            loss, norm, 3 * norm, clipped, 0.01 * clipped, clips && norm > 0.4 ? 0.8 : 0, null)));
        }
        long updates = curve.get(curve.size() - 1).updates();
        Outcome outcome = solves ? new Outcome.Solved(solvedAt, 60 * solvedAt, chance / 90) : new Outcome.BudgetSpent();
        Costs costs = new Costs(updates, 60 * updates, clips ? 6_000 : 0, 200 * curve.size(), 90_000 * updates);
        return new TrialResult(outcome, curve, costs, clips ? List.of(0.37) : List.of(), 4_513, "bb".repeat(32));
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
                kind, name, "Does what " + name + " does.", "θ ← θ - η g", "A. Author 2000", ranges, special);
    }
}

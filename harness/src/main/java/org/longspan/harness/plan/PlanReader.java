package org.longspan.harness.plan;

import com.google.common.math.LongMath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Rules;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.ThresholdUnit;

/** Reads a plan and checks every name and value in it. An error is one sentence with its position. */
public final class PlanReader {

    private static final String OPTIMIZERS = "optimizers";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final List<String> KEYS = List.of(
            "name",
            "tier",
            "seed",
            "models",
            "tasks",
            OPTIMIZERS,
            "clippings",
            "schedule",
            "budget",
            "evaluation",
            "divergence");
    private static final String INITIAL_STATE = "initial-state";
    private static final List<String> MODEL_KEYS =
            List.of("cell", "hidden", "layers", "initialization", "regularizer", INITIAL_STATE, OPTIMIZERS);
    private static final String ALL = "all";
    static final int LEAST_UPDATES_BETWEEN_EVALUATIONS = 20;
    static final int EVALUATIONS_OF_A_TRIAL = 100;

    private final MethodCatalogue methods;
    private final TaskCatalogue tasks;

    /** Creates a reader for plans that use these methods and tasks. */
    public PlanReader(MethodCatalogue methods, TaskCatalogue tasks) {
        this.methods = methods;
        this.tasks = tasks;
    }

    /**
     * Returns the plan in a file.
     *
     * @throws UserError with the file, line, place, value and expectation
     */
    public Plan read(Path file) {
        return read(file.toString(), PlanNodes.textOf(file));
    }

    /** Returns the plan in {@code text}; messages name it {@code file}. */
    public Plan read(String file, String text) {
        PlanNode root = PlanNodes.read(file, text);
        Map<String, PlanNode> values = root.mapping(KEYS);
        PlanTasks.Found found = new PlanTasks(tasks).read(required(root, "tasks"));
        List<Choice> optimizers = Methods.list(values.get(OPTIMIZERS), "optimizer", methods.optimizers());
        Map<ModelChoice, List<String>> trainedBy = new LinkedHashMap<>();
        List<ModelChoice> models = models(required(root, "models"), optimizers, trainedBy);
        optimizers = used(optimizers, models, trainedBy, values.get(OPTIMIZERS));
        Factors factors = new Factors(
                models,
                trainedBy,
                found.tasks(),
                optimizers,
                Methods.list(values.get("clippings"), "clipping", methods.clippings()));
        Plan plan = new Plan(
                name(values.get("name"), file),
                text,
                tier(values.get("tier")),
                factors,
                Methods.complete(values.get("schedule"), "schedule", methods.schedules()),
                rules(values, required(root, "budget")),
                found.files());
        requireFewEnoughTrials(plan, values.getOrDefault("tier", root));
        return plan;
    }

    /**
     * Returns the optimizers that train at least one model. Refuses an unused optimizer that the plan names explicitly,
     * because it was probably forgotten in a model's list.
     */
    private static List<Choice> used(
            List<Choice> optimizers,
            List<ModelChoice> models,
            Map<ModelChoice, List<String>> trainedBy,
            PlanNode node) {
        List<String> named = Methods.named(node);
        List<Choice> used = new ArrayList<>();
        for (Choice optimizer : optimizers) {
            if (models.stream().anyMatch(model -> Factors.pairs(trainedBy, model, optimizer))) {
                used.add(optimizer);
            } else if (named.contains(optimizer.name())) {
                throw node.wrong("no model is trained by " + optimizer.name() + ": remove it, or add it to a model's "
                        + OPTIMIZERS);
            }
        }
        return used;
    }

    private static void requireFewEnoughTrials(Plan plan, PlanNode tier) {
        long cells = 0;
        for (ModelChoice model : plan.factors().models()) {
            long optimizers = plan.factors().optimizers().stream()
                    .filter(optimizer -> plan.factors().pairs(model, optimizer))
                    .count();
            cells += optimizers
                    * plan.factors().clippings().size()
                    * plan.factors().tasks().size();
        }
        long trials = cells * plan.tier().trials();
        if (trials > Limits.TRIALS) {
            throw tier.wrong(plan.tier().trials() + " trials of each of " + cells
                    + " cells (optimizer × clipping × model × task) are " + trials + ", expected at most "
                    + Limits.TRIALS + ": a report reads the results of all of them");
        }
    }

    private static PlanNode required(PlanNode node, String key) {
        PlanNode value = node.mapping().get(key);
        if (value == null) {
            throw node.wrong("the key " + key + " is missing");
        }
        return value;
    }

    private static String name(PlanNode node, String file) {
        if (node != null) {
            if (NAME.matcher(node.word()).matches()) {
                return node.word();
            }
            throw node.expected("letters, digits, dots, hyphens: it names the folder of the results");
        }
        String base = Path.of(file).getFileName().toString().replaceFirst("\\.ya?ml$", "");
        if (NAME.matcher(base).matches()) {
            return base;
        }
        throw new UserError(file + ": the file's name cannot name a folder of results, expected a key name in it");
    }

    private static Tier tier(PlanNode node) {
        if (node == null) {
            return Tier.QUICK;
        }
        if (node.isMapping()) {
            Map<String, PlanNode> values = node.mapping(List.of(Tier.SETTINGS, Tier.EVALUATION));
            return Tier.own(
                    required(node, Tier.SETTINGS).count(Limits.SETTINGS),
                    required(node, Tier.EVALUATION).count(Limits.SETTINGS));
        }
        List<String> names = Tier.ALL.stream().map(Tier::name).toList();
        return Tier.ALL.get(names.indexOf(node.oneOf("tier", names)));
    }

    /** Returns the models, and puts into {@code trainedBy} the models with a list of their own optimizers. */
    private List<ModelChoice> models(PlanNode node, List<Choice> optimizers, Map<ModelChoice, List<String>> trainedBy) {
        List<ModelChoice> models = new ArrayList<>();
        for (PlanNode element : node.elements()) {
            for (Choice cell : cells(element)) {
                ModelChoice model = model(element, cell);
                if (models.contains(model)) {
                    throw element.wrong("this model is given twice, expected different ones");
                }
                models.add(model);
                PlanNode only = element.mapping().get(OPTIMIZERS);
                if (only != null) {
                    trainedBy.put(model, among(optimizers, only));
                }
            }
        }
        return models;
    }

    private static List<String> among(List<Choice> optimizers, PlanNode node) {
        List<String> known = optimizers.stream().map(Choice::name).toList();
        List<String> names = new ArrayList<>();
        for (PlanNode element : node.elements()) {
            String name = element.oneOf("optimizer of this plan", known);
            if (names.contains(name)) {
                throw element.wrong(name + " is given twice, expected every optimizer once");
            }
            names.add(name);
        }
        return names;
    }

    private List<Choice> cells(PlanNode model) {
        model.mapping(MODEL_KEYS);
        PlanNode cell = required(model, "cell");
        if (!ALL.equals(cell.value())) {
            return List.of(Methods.complete(cell, "model", methods.cells()));
        }
        List<Choice> all = new ArrayList<>();
        for (Entry<?> entry : methods.cells().entries()) {
            all.add(new Choice(entry.name(), entry.complete(Settings.NONE)));
        }
        return all;
    }

    private ModelChoice model(PlanNode node, Choice cell) {
        Map<String, PlanNode> values = node.mapping();
        return new ModelChoice(
                cell,
                required(node, "hidden").count(Limits.UNITS),
                whole(values, "layers", Limits.LAYERS, 1),
                Methods.complete(values.get("initialization"), "initialization", methods.initializations()),
                Methods.complete(values.get("regularizer"), "regularizer", methods.regularizers()),
                initialState(values.get(INITIAL_STATE)));
    }

    private static String initialState(PlanNode node) {
        return node == null
                ? ModelChoice.ZERO
                : node.oneOf("initial state", List.of(ModelChoice.ZERO, ModelChoice.LEARNED));
    }

    private Rules rules(Map<String, PlanNode> values, PlanNode budgetNode) {
        Budget budget = budget(budgetNode);
        return new Rules(
                values.containsKey("seed") ? values.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE) : 0,
                budget,
                evaluation(values.get("evaluation"), budget),
                divergence(values.get("divergence")));
    }

    private static Budget budget(PlanNode node) {
        Map<String, PlanNode> values = node.mapping(List.of("batch", "updates", "sequence-forwards"));
        int batch = whole(values, "batch", Limits.BATCH, 20);
        long updates = required(node, "updates").count(Limits.UPDATES);
        PlanNode cap = values.get("sequence-forwards");
        // Enough for all updates of a first-order method and for measuring its threshold's unit.
        long ofAGradient = (long) SequenceForwards.GRADIENT * batch;
        long enough = LongMath.saturatedMultiply(ofAGradient, updates + ThresholdUnit.BATCHES);
        return new Budget(batch, updates, cap == null ? enough : cap.whole(1, Long.MAX_VALUE));
    }

    private static EvaluationRules evaluation(PlanNode node, Budget budget) {
        Map<String, PlanNode> values =
                node == null ? Map.of() : node.mapping(List.of("every", "validation", "test", "in-a-row"));
        long every = Math.max(LEAST_UPDATES_BETWEEN_EVALUATIONS, budget.updates() / EVALUATIONS_OF_A_TRIAL);
        return new EvaluationRules(
                whole(values, "every", Limits.UPDATES_BETWEEN_EVALUATIONS, Math.toIntExact(every)),
                whole(values, "validation", Integer.MAX_VALUE, 200),
                whole(values, "test", Integer.MAX_VALUE, 1000),
                whole(values, "in-a-row", Integer.MAX_VALUE, 3));
    }

    private DivergenceRules divergence(PlanNode node) {
        Map<String, PlanNode> values = node == null
                ? Map.of()
                : node.mapping(
                        List.of("non-finite-gradient", "gradient-norm", "huge-updates", "chance-multiple", "in-a-row"));
        return new DivergenceRules(
                Methods.complete(values.get("non-finite-gradient"), "policy", methods.policies()),
                positive(values, "gradient-norm", 1e10),
                whole(values, "huge-updates", Integer.MAX_VALUE, 10),
                positive(values, "chance-multiple", 1e3),
                whole(values, "in-a-row", Integer.MAX_VALUE, 3));
    }

    private static int whole(Map<String, PlanNode> values, String key, int greatest, int otherwise) {
        return values.containsKey(key) ? values.get(key).count(greatest) : otherwise;
    }

    private static double positive(Map<String, PlanNode> values, String key, double otherwise) {
        return values.containsKey(key) ? values.get(key).positive() : otherwise;
    }
}

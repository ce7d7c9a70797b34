package org.longspan.harness.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Instruments;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.Sample;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.TaskCatalogue;

/**
 * Reads a plan and checks every name and value in it. An error is one sentence with its position; a plan with several
 * errors is told all of them.
 */
public final class PlanReader {

    private static final String OPTIMIZERS = PlanModels.OPTIMIZERS;
    static final String CLIPPINGS = "clippings";
    private static final String SCHEDULES = "schedules";
    private static final String DIVERGENCE = "divergence";
    private static final String SEED = "seed";
    private static final String TRIALS = "trials";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int LONGEST_NAME = 100;
    private static final String IN_A_NAME = "at most " + LONGEST_NAME
            + " letters from a to z, digits, dots, hyphens and underscores, a letter or digit first";
    private static final List<String> KEYS = List.of(
            "name",
            PlanHeads.TITLE,
            PlanHeads.AUTHORS,
            PlanHeads.DOI,
            "tier",
            "sample",
            SEED,
            PlanProblems.MODELS,
            PlanProblems.TASKS,
            PlanProblems.PROBLEMS,
            OPTIMIZERS,
            CLIPPINGS,
            PlanControls.POSITIVE,
            PlanProbes.KEY,
            SCHEDULES,
            "budget",
            "evaluation",
            DIVERGENCE);

    private final MethodCatalogue methods;
    private final TaskCatalogue tasks;
    private final UnaryOperator<String> places;

    /** Creates a reader for plans that use these methods and tasks. */
    public PlanReader(MethodCatalogue methods, TaskCatalogue tasks) {
        this(methods, tasks, UnaryOperator.identity());
    }

    /**
     * Creates a reader for plans whose tasks' files lie elsewhere than they say.
     *
     * @param places returns where a file lies, given its path in a plan
     */
    public PlanReader(MethodCatalogue methods, TaskCatalogue tasks, UnaryOperator<String> places) {
        this.methods = methods;
        this.tasks = tasks;
        this.places = places;
    }

    /**
     * Returns the plan in a file.
     *
     * @throws UserError with the file, line, place, value and expectation of each error
     */
    public Plan read(Path file) {
        return read(file.toString(), PlanText.of("plan", file));
    }

    /** Returns the plan in {@code text}; messages name it {@code file}. */
    public Plan read(String file, String text) {
        PlanErrors errors = new PlanErrors();
        Optional<Plan> plan = errors.in(() -> plan(file, text, errors));
        errors.requireNone();
        return plan.orElseThrow();
    }

    private Plan plan(String file, String text, PlanErrors errors) {
        PlanNode root = PlanNodes.read(file, text, errors);
        errors.requireNone(); // of a key that is given twice, neither value can be checked
        Map<String, PlanNode> values = root.mapping(KEYS, errors);
        Optional<String> name = errors.in(() -> name(values.get("name"), file));
        Optional<PlanHead> head = errors.in(() -> new PlanHeads(errors).read(values));
        Optional<Tier> tier = errors.in(() -> tier(values.get("tier"), errors));
        Optional<Sample> sample = sample(values.get("sample"), errors);
        Optional<List<Choice>> schedules =
                errors.in(() -> Methods.axis(values.get(SCHEDULES), "schedule", methods.schedules(), errors));
        Optional<List<Choice>> policies =
                errors.in(() -> Methods.axis(policies(values.get(DIVERGENCE)), "policy", methods.policies(), errors));
        Optional<Rules> rules = errors.in(() -> new PlanRules(errors).read(values));
        Optional<List<Choice>> clippings =
                errors.in(() -> Methods.list(values.get(CLIPPINGS), "clipping", methods.clippings(), errors));
        PlanControls controls = new PlanControls(root, methods.clippings());
        Optional<String> positiveControl = controls.positive(errors);
        Optional<List<ProbeChoice>> probes =
                errors.in(() -> new PlanProbes(rules, tier, errors).read(values.get(PlanProbes.KEY)));
        Optional<List<Choice>> optimizers =
                errors.in(() -> Methods.list(values.get(OPTIMIZERS), "optimizer", methods.optimizers(), errors));
        Optional<PlanProblems.Found> found =
                errors.in(() -> new PlanProblems(methods, tasks, places, errors).read(root, optimizers));
        errors.requireNone();
        Factors all = new Factors(
                found.orElseThrow().models(),
                found.get().trainedBy(),
                found.get().tasks(),
                found.get().problems(),
                optimizers.orElseThrow(),
                clippings.orElseThrow(),
                schedules.orElseThrow(),
                policies.orElseThrow());
        Plan plan = new Plan(
                name.orElseThrow(),
                head.orElseThrow(),
                text,
                tier.orElseThrow(),
                sample,
                used(all, values.get(OPTIMIZERS), errors),
                new Instruments(positiveControl, probes.orElseThrow()),
                rules.orElseThrow(),
                found.get().files());
        controls.require(plan);
        requireFewEnoughTrials(plan, values.getOrDefault("tier", root));
        return plan;
    }

    /**
     * Returns the factors without the optimizers that train no model. Refuses those that the plan names explicitly,
     * because they were probably forgotten in a model's list.
     */
    private static Factors used(Factors all, PlanNode node, PlanErrors errors) {
        Set<String> trained = new HashSet<>(); // never iterated
        for (ModelChoice model : all.models()) {
            List<String> names = all.trainedBy().get(model);
            if (names == null) {
                return all;
            }
            trained.addAll(names);
        }
        Set<String> named = new HashSet<>(Methods.named(node)); // never iterated
        List<Choice> used = new ArrayList<>();
        for (Choice optimizer : all.optimizers()) {
            if (trained.contains(optimizer.name())) {
                used.add(optimizer);
            } else if (named.contains(optimizer.name())) {
                errors.add(node.wrong("no model is trained by " + optimizer.name()
                        + ": remove it, or add it to a model's " + OPTIMIZERS));
            }
        }
        return all.withOptimizers(used);
    }

    /** Returns what a plan gives for non-finite gradients, or null; {@link PlanRules} reads the other keys beside it. */
    private static PlanNode policies(PlanNode divergence) {
        return divergence == null || !divergence.isMapping()
                ? null
                : divergence.mapping().get(PlanRules.POLICY);
    }

    private static void requireFewEnoughTrials(Plan plan, PlanNode tier) {
        Factors factors = plan.factors();
        long blocks = 0;
        for (ProblemChoice problem : factors.problems()) {
            blocks += (long) factors.optimizersOf(problem.model()).size() * blocksOfAnOptimizer(plan);
        }
        blocks *= (long) factors.schedules().size() * factors.policies().size();
        long each = plan.tier().trialsOfABlock();
        long trials = blocks * each;
        if (trials > Limits.TRIALS) {
            throw tier.wrong(each + " trials of each of " + blocks
                    + " blocks of all cells (optimizer × clipping × schedule × policy × model × task) are " + trials
                    + ", expected at most " + Limits.TRIALS + ": a report reads the results of all of them");
        }
    }

    /** Returns the number of blocks of an optimizer on a problem, those of all clippings together. */
    private static long blocksOfAnOptimizer(Plan plan) {
        long controls = plan.factors().control().isPresent() ? 1 : 0;
        long others = plan.factors().clippings().size() - controls;
        return controls * plan.tier().controlBlocks() + others * plan.tier().blocks();
    }

    private static String name(PlanNode node, String file) {
        if (node != null) {
            if (isName(node.word(IN_A_NAME))) {
                return node.word(IN_A_NAME);
            }
            throw node.expected(IN_A_NAME + ": it names the folder of the results");
        }
        String base = Path.of(file).getFileName().toString().replaceFirst("(?i)\\.ya?ml$", "");
        if (isName(base)) {
            return base;
        }
        throw new UserError(file + ": the name of the file cannot name the folder of the results; add a key "
                + "name to the plan: " + IN_A_NAME);
    }

    private static boolean isName(String word) {
        return word.length() <= LONGEST_NAME && NAME.matcher(word).matches();
    }

    private static Tier tier(PlanNode node, PlanErrors errors) {
        if (node == null) {
            return Tier.QUICK;
        }
        if (node.isMapping()) {
            return own(node, errors);
        }
        List<String> names = Tier.ALL.stream().map(Tier::name).toList();
        return Tier.ALL.get(names.indexOf(node.oneOf(Kind.of("tier"), names)));
    }

    /** Without a number of blocks for the control, it has as many as the others. */
    private static Tier own(PlanNode node, PlanErrors errors) {
        Map<String, PlanNode> values = node.mapping(List.of(Tier.SETTINGS, Tier.BLOCKS, Tier.CONTROL), errors);
        int settings = errors.in(() -> node.required(Tier.SETTINGS).count(Limits.SETTINGS))
                .orElse(1);
        int blocks =
                errors.in(() -> node.required(Tier.BLOCKS).count(Limits.BLOCKS)).orElse(1);
        int control = new Numbers(values, errors).count(Tier.CONTROL, Limits.BLOCKS, blocks);
        if (control < blocks) {
            errors.add(
                    values.get(Tier.CONTROL)
                            .expected(
                                    "at least " + blocks
                                            + ", the blocks of the others: each of them is compared with the control in its own blocks"));
        }
        return new Tier(Tier.OWN, settings, Math.max(control, blocks), blocks);
    }

    /** Whether the plan has that many trials is known once its grid is. */
    private static Optional<Sample> sample(PlanNode node, PlanErrors errors) {
        if (node == null) {
            return Optional.empty();
        }
        return errors.in(() -> {
            Numbers numbers = new Numbers(node.mapping(List.of(TRIALS, SEED), errors), errors);
            long seed = numbers.whole(SEED, Long.MIN_VALUE, Long.MAX_VALUE, 0);
            return new Sample((int) node.required(TRIALS).whole(1, Limits.TRIALS), seed);
        });
    }
}

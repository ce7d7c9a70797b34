package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodList;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanErrors;
import org.longspan.harness.plan.PlanNodes;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.FilePlaces;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/**
 * The plan of one training run that probes look at, composed from the options of a command, so that the same reader checks
 * every value, and anyone can run it without the command. What an option gives stands alone in its line: the reader tells
 * a line, and the line an option.
 */
final class ProbePlan {

    private static final String FILE = "the command line";
    private static final Pattern AT_A_LINE = Pattern.compile(FILE + ", line (\\d+)(?:, [^:]*)?: (.*)", Pattern.DOTALL);
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final int LONGEST_NAME = 80;

    private final ProbeOptions options;
    private final MethodCatalogue methods;
    private final TaskCatalogue tasks;

    /**
     * A plan that was checked.
     *
     * @param plan the plan
     * @param clipping name of the one that the run has; the others are there for probes that compare them
     */
    record Checked(Plan plan, String clipping) {

        /** Returns the part of the plan that is run. */
        String part() {
            return "clipping=" + clipping;
        }
    }

    ProbePlan(ProbeOptions options, MethodCatalogue methods, TaskCatalogue tasks) {
        this.options = options;
        this.methods = methods;
        this.tasks = tasks;
    }

    /**
     * Returns the plan with every setting that plans tune at its default.
     *
     * @throws UserError that names the option, the value and what would be right
     */
    Checked checked() {
        requireFamily();
        Plan draft = read(new Lines(options, "draft", options.optimizer, List.of(options.clipping)));
        TaskChoice task = draft.factors().tasks().get(0);
        String name = String.join(
                "-",
                "probe",
                draft.factors().models().get(0).cell().name(),
                task.family(),
                String.valueOf(task.length()));
        String optimizer =
                fixed(only("--optimizer", options.optimizer, draft.factors().optimizers()), methods.optimizers());
        Choice own = only("--clipping", options.clipping, draft.factors().clippings());
        List<String> clippings = new ArrayList<>(List.of(fixed(own, methods.clippings())));
        ProbeOptions.COMPARED.stream()
                .filter(other -> !other.equals(own.name()))
                .forEach(clippings::add);
        return new Checked(read(new Lines(options, named(name), optimizer, clippings)), own.name());
    }

    /** The variant and the length depend on the family, so its name is checked before them. */
    private void requireFamily() {
        if (options.task.isBlank()) {
            throw new UserError("TASK: nothing is given, expected the name of a task");
        }
        if (!tasks.names().contains(options.task)) {
            throw new UserError(
                    "TASK: unknown task " + Shown.value(options.task) + NameHint.hint(options.task, tasks.names()));
        }
        requireNoFile(tasks.provider(options.task));
        List<Variant> variants = tasks.provider(options.task).variants();
        options.variant = options.variant == null ? variants.get(0).name() : options.variant;
        int shortest = variants.stream()
                .filter(variant -> variant.name().equals(options.variant))
                .mapToInt(Variant::shortest)
                .findFirst()
                .orElse(0);
        options.length =
                options.length == null ? String.valueOf(Math.max(ProbeOptions.LENGTH, shortest)) : options.length;
    }

    private static void requireNoFile(TaskProvider family) {
        if (!FilePlaces.required(family).isEmpty()) {
            throw new UserError(
                    "TASK: " + family.name() + " reads files, and no option names one, expected a task that "
                            + "draws its sequences: a plan names files, and its key probes asks for probes");
        }
    }

    private static String named(String name) {
        String plain = STRANGE.matcher(name).replaceAll("-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static Choice only(String option, String given, List<Choice> choices) {
        if (choices.size() != 1) {
            throw new UserError(option + ": " + Shown.value(given) + " names " + choices.size() + ", expected one");
        }
        return choices.get(0);
    }

    /** Returns a choice as a plan writes it, with every setting that it would tune. */
    private static String fixed(Choice choice, MethodList<?> list) {
        Entry<?> entry = list.named(choice.name());
        Map<String, Object> complete = entry.complete(choice.settings()).values();
        Map<String, Object> written = new TreeMap<>(choice.settings().values());
        for (Setting setting : entry.settings()) {
            if (setting.search().isPresent()) {
                written.put(setting.name(), complete.get(setting.name()));
            }
        }
        return written.isEmpty()
                ? choice.name()
                : written.entrySet().stream()
                        .map(setting -> setting.getKey() + ": " + TrialText.value(setting.getValue()))
                        .collect(Collectors.joining(", ", "{name: " + choice.name() + ", ", "}"));
    }

    private Plan read(Lines lines) {
        try {
            Plan plan = new PlanReader(methods, tasks).read(FILE, lines.text());
            if (plan.factors().problems().size() != 1) {
                throw new UserError("MODEL: " + Shown.value(options.model) + " names "
                        + plan.factors().problems().size() + ", expected one");
            }
            return plan;
        } catch (UserError e) {
            throw new UserError(
                    e.sentences().stream().map(lines::told).distinct().toList(), e.getCause());
        }
    }

    /** The lines of a plan, and the options that some of them come from. */
    private static final class Lines {

        private final List<String> lines = new ArrayList<>();
        private final Map<Integer, String> options = new TreeMap<>(); // by line, from 1

        Lines(ProbeOptions given, String name, String optimizer, List<String> clippings) {
            add("name: " + name);
            add("tier: {settings: 1, blocks: 1}");
            add("seed: ", given.seed, "--seed");
            add("models:");
            add("  - cell: ", given.model, "MODEL");
            add("    hidden: ", given.hidden, "--hidden");
            add("    layers: ", given.layers, "--layers");
            add("    initialization: ", given.initialization, "--initialization");
            add("tasks:");
            add("  - family: ", given.task, "TASK");
            add("    variant: ", given.variant, "--variant");
            add("    lengths:");
            add("      - ", given.length, "--length");
            add("optimizers:");
            add("  - ", optimizer, "--optimizer");
            add("clippings:");
            clippings.forEach(clipping -> add("  - ", clipping, "--clipping"));
            add("budget:");
            add("  batch: ", given.batch, "--batch");
            add("  updates: ", given.updates, "--updates");
            add("probes:");
            for (String probe : given.names()) {
                add("  - name: ", probe, "--probes");
                add("    at: ", "[" + String.join(", ", given.moments(probe)) + "]", "--at");
            }
        }

        private void add(String line) {
            lines.add(line);
        }

        private void add(String before, String value, String option) {
            if (value.lines().count() > 1) {
                throw new UserError(option + " is given in several lines, expected one");
            }
            requireWhole(value, option);
            lines.add(before + value);
            options.put(lines.size(), option);
        }

        /** What a value leaves open, a bracket or a quote, would swallow the lines behind it and be told of those. */
        private static void requireWhole(String value, String option) {
            PlanErrors errors = new PlanErrors("value");
            errors.in(() -> PlanNodes.read(FILE, "- " + value, errors));
            try {
                errors.requireNone();
            } catch (UserError e) {
                throw new UserError(
                        e.sentences().stream()
                                .map(sentence -> told(sentence, line -> Optional.of(option)))
                                .toList(),
                        e.getCause());
            }
        }

        String text() {
            return String.join("\n", lines) + "\n";
        }

        /** Returns the sentence with the option in the place of the line. */
        String told(String sentence) {
            return told(sentence, line -> Optional.ofNullable(options.get(line)));
        }

        private static String told(String sentence, Function<Integer, Optional<String>> option) {
            Matcher at = AT_A_LINE.matcher(sentence);
            return at.matches()
                    ? option.apply(Integer.valueOf(at.group(1)))
                            .map(name -> name + ": " + at.group(2))
                            .orElse(sentence)
                    : sentence;
        }
    }
}

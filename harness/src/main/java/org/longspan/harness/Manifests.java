package org.longspan.harness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodList;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.RidgeReferences;
import org.longspan.harness.run.Workbench;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.probes.Probes;
import org.longspan.task.Measure;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;

/** Makes the manifest of a run. */
final class Manifests {

    private final Plan plan;
    private final MethodCatalogue methods;
    private final Workbench bench;
    private final PlugInUse use;

    Manifests(Plan plan, MethodCatalogue methods, Workbench bench, PlugInUse use) {
        this.plan = plan;
        this.methods = methods;
        this.bench = bench;
        this.use = use;
    }

    /**
     * Returns the manifest.
     *
     * @param notes receives a sentence for each reference that is missing
     */
    Manifest of(Grid grid, TrialCode code, RunOptions options, Consumer<String> notes) {
        return new Manifest(
                Manifest.SCHEMA,
                provenance(grid, code, options),
                new Manifest.Tuning(
                        plan.tier().name(),
                        plan.tier().settings(),
                        plan.factors().control().orElse(null),
                        plan.instruments(),
                        plan.tier().controlBlocks(),
                        plan.tier().blocks(),
                        plan.sample()),
                design(grid.counts().trials()),
                plan.rules(),
                plan.files().byContent(),
                use.jars(first(grid)),
                new RidgeReferences(plan, bench).all(use, notes),
                warnings());
    }

    private List<Manifest.Warning> warnings() {
        return plan.factors().tasks().stream()
                .flatMap(task ->
                        use.warnings(bench.task(task), task).stream().map(text -> new Manifest.Warning(task, text)))
                .toList();
    }

    private Manifest.Provenance provenance(Grid grid, TrialCode code, RunOptions options) {
        return new Manifest.Provenance(
                plan.name(),
                plan.text(),
                plan.head(),
                options.version(),
                options.commit(),
                code(grid, code, options.reuseCode()));
    }

    private Manifest.Design design(int plannedTrials) {
        return new Manifest.Design(
                plan.factors().tasks().stream().map(this::task).toList(),
                plan.factors().models(),
                entries(methods.optimizers(), plan.factors().optimizers()),
                entries(methods.clippings(), plan.factors().clippings()),
                entries(methods.schedules(), plan.factors().schedules()),
                entries(methods.policies(), plan.factors().policies()),
                otherMethods(),
                leftOut(),
                plannedTrials);
    }

    private List<Manifest.LeftOut> leftOut() {
        List<Manifest.LeftOut> leftOut = new ArrayList<>();
        for (ModelChoice model : plan.factors().models()) {
            List<String> names = names(plan.factors().optimizersLeftOut(model));
            if (!names.isEmpty()) {
                leftOut.add(new Manifest.LeftOut(model, null, names));
            }
        }
        for (TaskChoice task : plan.factors().tasks()) {
            for (ModelChoice model : plan.factors().modelsLeftOut(task)) {
                leftOut.add(
                        new Manifest.LeftOut(model, task, names(plan.factors().optimizersOf(model))));
            }
        }
        return leftOut;
    }

    private static List<String> names(List<Choice> choices) {
        return choices.stream().map(Choice::name).toList();
    }

    private static Map<String, String> code(Grid grid, TrialCode code, Set<String> accepted) {
        Map<String, String> hashes = new TreeMap<>(code.parts(first(grid)));
        int number = 1;
        for (String hash : accepted.stream().sorted().toList()) {
            hashes.put(Manifest.Provenance.ACCEPTED + number++, hash);
        }
        return hashes;
    }

    /** Returns the first trial of each cell; later ones name no other methods. */
    private static List<Trial> first(Grid grid) {
        return grid.cells().stream()
                .flatMap(cell -> cell.next(Map.of()).stream().limit(1))
                .toList();
    }

    private Manifest.TaskEntry task(TaskChoice choice) {
        TaskDescription description =
                PlugInError.guard(use.of(choice), () -> bench.task(choice).description());
        String unit = description.loss().unit();
        if (description.standing() instanceof Standing.Solvable solvable) {
            return new Manifest.TaskEntry(
                    choice,
                    true,
                    solvable.chance(),
                    solvable.chanceFormula(),
                    solvable.measure().meaning(),
                    solvable.measure() instanceof Measure.Loss,
                    solvable.solvedAtMost(),
                    unit,
                    description.citation());
        }
        Standing.Open open = (Standing.Open) description.standing();
        return new Manifest.TaskEntry(
                choice, false, open.chance(), open.chanceMeaning(), "loss", true, null, unit, description.citation());
    }

    private List<Manifest.MethodEntry> otherMethods() {
        List<Manifest.MethodEntry> others = new ArrayList<>();
        others.addAll(entries(methods.cells(), ofModels(ModelChoice::cell)));
        others.addAll(entries(methods.initializations(), ofModels(ModelChoice::initialization)));
        others.addAll(entries(methods.regularizers(), ofModels(ModelChoice::regularizer)));
        others.addAll(probes());
        return others;
    }

    private List<Manifest.MethodEntry> probes() {
        Set<String> names =
                plan.instruments().probes().stream().map(ProbeChoice::name).collect(Collectors.toSet());
        return Stream.of(Probes.all(), Probes.ofARun())
                .flatMap(List::stream)
                .filter(entry -> names.contains(entry.name()))
                .map(entry -> method("probe", entry, new Choice(entry.name(), Settings.NONE)))
                .toList();
    }

    private List<Choice> ofModels(Function<ModelChoice, Choice> part) {
        return plan.factors().models().stream().map(part).toList();
    }

    private static List<Manifest.MethodEntry> entries(MethodList<?> list, List<Choice> choices) {
        Set<String> names = new LinkedHashSet<>();
        List<Manifest.MethodEntry> methods = new ArrayList<>();
        for (Choice choice : choices) {
            if (names.add(choice.name())) {
                methods.add(method(list.kind().word(), list.named(choice.name()), choice));
            }
        }
        return methods;
    }

    private static Manifest.MethodEntry method(String kind, Entry<?> entry, Choice choice) {
        List<Manifest.Range> ranges = new ArrayList<>();
        for (Setting setting : entry.settings()) {
            if (!choice.settings().values().containsKey(setting.name())) {
                setting.search().ifPresent(range -> ranges.add(range(setting, range)));
            }
        }
        return new Manifest.MethodEntry(
                kind,
                entry.name(),
                entry.summary(),
                entry.equation(),
                entry.citation(),
                entry.kin(),
                ranges,
                entry.specialCases());
    }

    private static Manifest.Range range(Setting setting, SearchRange range) {
        String scale = range.scale().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Manifest.Range(setting.name(), scale, range.from(), range.to());
    }
}

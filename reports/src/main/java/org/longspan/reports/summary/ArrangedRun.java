package org.longspan.reports.summary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.reports.summary.Crossing.Key;
import org.longspan.reports.summary.HeldResults.Held;

/**
 * A whole run, arranged by the grid that its manifest declares.
 *
 * @param manifest of the run
 * @param models short names of the models, in the manifest's order
 * @param tasks names of the tasks, in the manifest's order; one task of several lengths has one
 * @param runs every stored trial that belongs to the grid, in the grid's order
 * @param cells every cell of the grid, run or not, in the grid's order
 * @param foreign stored trials that do not belong to the grid
 * @param counts of the trials
 * @param times of the trials
 * @param folder of the run, as commands name it
 */
public record ArrangedRun(
        Manifest manifest,
        Map<ModelChoice, String> models,
        Map<TaskChoice, String> tasks,
        List<Run> runs,
        List<CellResult> cells,
        int foreign,
        TrialCounts counts,
        RunTimes times,
        String folder) {

    /** Arranges {@code results}; of several with one id the last counts. */
    public static ArrangedRun of(Manifest manifest, List<StoredResult> results) {
        return of(manifest, HeldResults.of(results));
    }

    /** Arranges {@code results}. */
    public static ArrangedRun of(Manifest manifest, HeldResults results) {
        Map<ModelChoice, String> models = ModelNames.of(manifest.design().models());
        Map<TaskChoice, String> tasks = TaskNames.of(
                manifest.design().tasks().stream().map(TaskEntry::task).toList());
        Crossing crossing = new Crossing(manifest, models, tasks);
        Map<Key, Problem> problems = crossing.cells();
        Map<Key, List<Run>> byCell = new LinkedHashMap<>();
        problems.keySet().forEach(key -> byCell.put(key, new ArrayList<>()));
        int foreign = 0;
        for (Held held : results.all()) {
            StoredResult stored = held.stored();
            Key key = key(stored, models);
            boolean ofTheGrid = byCell.containsKey(key) && !crossing.leftOut(key);
            if (ofTheGrid && ofTheDesign(manifest, stored.trial())) {
                byCell.get(key).add(new Run(stored, held.curve(), key.arm(), problems.get(key)));
            } else {
                foreign++;
            }
        }
        List<Run> runs = new ArrayList<>();
        List<CellResult> cells = new ArrayList<>();
        byCell.forEach((key, of) -> {
            of.sort(RunOrder.of(manifest));
            JudgedTwice.removeFrom(of);
            runs.addAll(of);
            cells.add(cell(key.arm(), problems.get(key), of, crossing.leftOut(key)));
        });
        return new ArrangedRun(
                manifest,
                models,
                tasks,
                List.copyOf(runs),
                List.copyOf(cells),
                foreign,
                TrialCounts.of(manifest.design().plannedTrials(), runs),
                RunTimes.of(runs),
                ReplayLine.FOLDER);
    }

    /** Returns this run, whose report lies elsewhere, so that commands must name its folder. */
    public ArrangedRun in(Path place) {
        String named = ReplayLine.quoted(place.toString());
        return new ArrangedRun(manifest, models, tasks, runs, cells, foreign, counts, times, named);
    }

    private static Key key(StoredResult stored, Map<ModelChoice, String> models) {
        Trial trial = stored.trial();
        Arm arm = new Arm(trial.optimizer().name(), trial.clipping().name());
        return new Key(arm, models.getOrDefault(trial.model(), ""), trial.task());
    }

    /** Returns whether the plan has the schedule, the policy and the block of {@code trial}, under its rules. */
    private static boolean ofTheDesign(Manifest manifest, Trial trial) {
        return trial.replicate().block() < manifest.tuning().controlBlocks()
                && has(manifest.design().schedules(), trial.schedule())
                && has(manifest.design().policies(), trial.nonFiniteGradient())
                && manifest.rules().govern(trial)
                && trial.seed() == seed(manifest, trial);
    }

    private static boolean has(List<MethodEntry> methods, Choice choice) {
        return methods.stream().anyMatch(method -> method.name().equals(choice.name()));
    }

    private static CellResult cell(Arm arm, Problem problem, List<Run> runs, boolean leftOut) {
        Optional<String> reason = runs.stream()
                .filter(Run::skipped)
                .map(run -> ((Outcome.Skipped) run.outcome()).reason())
                .findFirst();
        List<Run> ran = runs.stream().filter(run -> !run.skipped()).toList();
        return new CellResult(
                arm,
                problem,
                ran.stream().filter(Run::evaluates).toList(),
                ran.stream().filter(run -> !run.evaluates()).toList(),
                reason,
                leftOut);
    }

    /** The seed of a trial's block follows from the root seed of its run. */
    private static long seed(Manifest manifest, Trial trial) {
        Replicate replicate = trial.replicate();
        return Axes.block(manifest.rules().seed(), trial.task(), trial.model(), replicate.kin(), replicate.block());
    }

    /** Returns the cells that {@code wanted} accepts, in the grid's order. */
    public List<CellResult> cells(Predicate<CellResult> wanted) {
        return cells.stream().filter(wanted).toList();
    }

    /** Returns the problem of a model on a task of one length. */
    public Problem problem(String model, TaskEntry entry) {
        return new Problem(model, tasks.get(entry.task()), entry);
    }

    /** Returns the cell of an arm on a problem. */
    public CellResult cell(Arm arm, Problem problem) {
        return cells.stream()
                .filter(c -> c.arm().equals(arm) && c.problem().equals(problem))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cell " + arm + " on " + problem));
    }

    /** Returns whether settings were chosen on other seeds than those that are reported. */
    public boolean tuned() {
        return selects() && !sampled();
    }

    /** Returns whether the plan tries several settings and chooses one. */
    public boolean selects() {
        return manifest.tuning().settings() > 1;
    }

    /** Returns whether the run made only some of the plan's tuning trials. */
    public boolean sampled() {
        return manifest.tuning().sample().isPresent();
    }

    /** Returns names of the models, in the manifest's order. */
    public List<String> modelNames() {
        return List.copyOf(models.values());
    }

    /** Returns all that the model of that short name is set to. */
    public String described(String model) {
        return models.entrySet().stream()
                .filter(entry -> entry.getValue().equals(model))
                .map(entry -> ModelNames.described(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model " + model));
    }

    /** Returns the name of each task once, whatever its lengths, in the manifest's order. */
    public List<String> taskNames() {
        return tasks.values().stream().distinct().toList();
    }

    /** Returns whether the plan trains {@code model} on the task of {@code entry}. */
    public boolean has(String model, TaskEntry entry) {
        return cells.stream()
                .map(CellResult::problem)
                .anyMatch(p -> p.model().equals(model) && p.entry().equals(entry));
    }

    /** Returns names of the models that the plan trains on {@code task}, in the manifest's order. */
    public List<String> modelsOf(String task) {
        return modelNames().stream()
                .filter(model -> entries(task).stream().anyMatch(entry -> has(model, entry)))
                .toList();
    }

    /** Returns the problems of the plan, in the grid's order. */
    public List<Problem> problems() {
        return cells.stream().map(CellResult::problem).distinct().toList();
    }

    /** Returns whether a task has a solved criterion. */
    public boolean solvable(String task) {
        return entries(task).stream().allMatch(TaskEntry::solvable);
    }

    /** Returns those of {@link #taskNames} that have a solved criterion: of the others there is no solved rate. */
    public List<String> solvableTaskNames() {
        return taskNames().stream().filter(this::solvable).toList();
    }

    /** Returns the lengths of a task, ascending. */
    public List<Integer> lengths(String task) {
        return entries(task).stream().map(entry -> entry.task().length()).toList();
    }

    /** Returns the entries of a task, by ascending length. */
    public List<TaskEntry> entries(String task) {
        return manifest.design().tasks().stream()
                .filter(entry -> tasks.get(entry.task()).equals(task))
                .sorted((a, b) -> Integer.compare(a.task().length(), b.task().length()))
                .toList();
    }

    /** Returns names of the optimizers, in the manifest's order. */
    public List<String> optimizers() {
        return manifest.design().optimizers().stream().map(MethodEntry::name).toList();
    }

    /** Returns names of the optimizers that the plan trains {@code model} by, in the manifest's order. */
    public List<String> optimizersOf(String model) {
        return cells.stream()
                .filter(cell -> cell.problem().model().equals(model) && !cell.leftOut())
                .map(cell -> cell.arm().optimizer())
                .distinct()
                .toList();
    }

    /** Returns how many cells of the crossing the plan leaves out. */
    public int leftOut() {
        return (int) cells.stream().filter(CellResult::leftOut).count();
    }

    /** Returns names of the clipping schemes, in the manifest's order. */
    public List<String> clippings() {
        return manifest.design().clippings().stream().map(MethodEntry::name).toList();
    }

    /** Returns names of the schedules, in the manifest's order. */
    public List<String> schedules() {
        return manifest.design().schedules().stream().map(MethodEntry::name).toList();
    }

    /** Returns names of the policies for gradients that are not finite, in the manifest's order. */
    public List<String> policies() {
        return manifest.design().policies().stream().map(MethodEntry::name).toList();
    }

    /** Returns the number of blocks that the plan has. */
    public int blocks() {
        return manifest.tuning().controlBlocks(); // those of other clippings are among them
    }

    /**
     * Returns the clipping that does nothing, if the plan has it: the one that others declare as their special
     * case and that has none itself.
     */
    public Optional<String> unclipped() {
        return manifest.design().clippings().stream()
                .filter(c -> c.specialCases().isEmpty())
                .map(MethodEntry::name)
                .filter(name -> name.equals(Entry.NONE)
                        || manifest.design().clippings().stream()
                                .anyMatch(other -> other.specialCases().contains(name)))
                .findFirst();
    }

    /** Returns whether {@code clipping} does something. */
    public boolean clips(String clipping) {
        return !unclipped().equals(Optional.of(clipping));
    }
}

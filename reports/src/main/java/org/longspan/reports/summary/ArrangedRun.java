package org.longspan.reports.summary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.Stage;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.catalogue.Entry;

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

    private record Key(Arm arm, String model, TaskChoice task) {}

    /** Arranges {@code results}; of several with one id the last counts. */
    public static ArrangedRun of(Manifest manifest, List<StoredResult> results) {
        Map<ModelChoice, String> models = ModelNames.of(manifest.design().models());
        Map<TaskChoice, String> tasks = TaskNames.of(
                manifest.design().tasks().stream().map(TaskEntry::task).toList());
        Map<Key, Problem> problems = problems(manifest, models, tasks);
        Map<Key, List<Run>> byCell = new LinkedHashMap<>();
        problems.keySet().forEach(key -> byCell.put(key, new ArrayList<>()));
        int foreign = 0;
        for (StoredResult stored : lastOfEach(results)) {
            Key key = key(stored, models);
            boolean ofTheGrid = byCell.containsKey(key) && !leftOut(manifest, models, key);
            if (ofTheGrid && manifest.rules().govern(stored.trial())) {
                String stage = stage(manifest, stored.trial().repetition());
                byCell.get(key).add(new Run(stored, stage, key.arm(), problems.get(key)));
            } else {
                foreign++;
            }
        }
        List<Run> runs = new ArrayList<>();
        List<CellResult> cells = new ArrayList<>();
        String reported = reportedStage(manifest);
        byCell.forEach((key, of) -> {
            of.sort(RunOrder.of(manifest));
            runs.addAll(of);
            cells.add(cell(key.arm(), problems.get(key), of, reported, leftOut(manifest, models, key)));
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

    /** Every cell of the grid with its problem, in the grid's order. */
    private static Map<Key, Problem> problems(
            Manifest manifest, Map<ModelChoice, String> models, Map<TaskChoice, String> tasks) {
        Map<Key, Problem> problems = new LinkedHashMap<>();
        for (TaskEntry entry : manifest.design().tasks()) {
            for (String model : models.values()) {
                Problem problem = new Problem(model, tasks.get(entry.task()), entry);
                for (MethodEntry optimizer : manifest.design().optimizers()) {
                    for (MethodEntry clipping : manifest.design().clippings()) {
                        Arm arm = new Arm(optimizer.name(), clipping.name());
                        problems.put(new Key(arm, model, entry.task()), problem);
                    }
                }
            }
        }
        return problems;
    }

    private static List<StoredResult> lastOfEach(List<StoredResult> results) {
        Map<Object, StoredResult> last = new LinkedHashMap<>();
        results.forEach(stored -> last.put(stored.id(), stored));
        return List.copyOf(last.values());
    }

    private static Key key(StoredResult stored, Map<ModelChoice, String> models) {
        Trial trial = stored.trial();
        Arm arm = new Arm(trial.optimizer().name(), trial.clipping().name());
        return new Key(arm, models.getOrDefault(trial.model(), ""), trial.task());
    }

    private static String stage(Manifest manifest, int repetition) {
        for (Stage stage : manifest.tuning().stages()) {
            if (stage.repetitions().contains(repetition)) {
                return stage.name();
            }
        }
        return "none";
    }

    private static boolean leftOut(Manifest manifest, Map<ModelChoice, String> models, Key key) {
        return manifest.design().leftOut().stream()
                .filter(pair -> models.get(pair.model()).equals(key.model()))
                .anyMatch(pair -> pair.optimizers().contains(key.arm().optimizer()));
    }

    private static CellResult cell(Arm arm, Problem problem, List<Run> runs, String reported, boolean leftOut) {
        Optional<String> reason = runs.stream()
                .filter(Run::skipped)
                .map(run -> ((Outcome.Skipped) run.outcome()).reason())
                .findFirst();
        List<Run> ran = runs.stream().filter(run -> !run.skipped()).toList();
        return new CellResult(
                arm,
                problem,
                ran.stream().filter(run -> run.stage().equals(reported)).toList(),
                ran.stream().filter(run -> !run.stage().equals(reported)).toList(),
                reason,
                leftOut);
    }

    private static String reportedStage(Manifest manifest) {
        List<Stage> stages = manifest.tuning().stages();
        return stages.get(stages.size() - 1).name();
    }

    /** Returns the name of the stage whose runs are reported, the last one. */
    public String reportedStage() {
        return reportedStage(manifest);
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

    /** Returns whether the plan has stages before the one that is reported. */
    public boolean selects() {
        return manifest.tuning().stages().size() > 1;
    }

    /** Returns whether the run made only some trials of the plan's first stage. */
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

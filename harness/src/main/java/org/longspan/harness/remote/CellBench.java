package org.longspan.harness.remote;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.probe.ProbingRunner;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.LocalExecutor;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.kernel.KernelChoice;

/** Runs cells of a plan in a process that does not drive its run. Safe for use by several threads. */
public final class CellBench {

    private final Kernels kernels;
    private final PlugInUse use;
    private final TrialCode code;
    private final TrialRunner runner;
    private final Map<String, String> originals; // paths on the driver, by those of the copies here
    private final Map<String, GridCell> cells = new HashMap<>(); // never iterated

    /**
     * Reads the plan of an assignment.
     *
     * @param files that the plan's tasks read: where those lie here that the plan's text names
     * @throws UserError if the plan cannot be read here, or the kernels are missing
     */
    public CellBench(Assignment assignment, TaskCatalogue tasks, MethodCatalogue methods, UnaryOperator<String> files) {
        this(assignment, tasks, methods, files, Map.of());
    }

    private CellBench(
            Assignment assignment,
            TaskCatalogue tasks,
            MethodCatalogue methods,
            UnaryOperator<String> files,
            Map<String, String> originals) {
        Plan plan = new PlanReader(methods, tasks, files).read(assignment.planFile(), assignment.planText());
        this.kernels = kernels(assignment.kernels());
        this.originals = originals;
        this.use = new PlugInUse(tasks, methods);
        this.code = TrialCode.running(tasks, methods);
        Workbench bench = new Workbench(tasks, methods, kernels, plan.files());
        this.runner = new ProbingRunner(
                bench, plan.instruments().probes(), plan.factors().clippings());
        Grid.of(plan, methods, use.guarded(bench.sense())).cells().forEach(cell -> cells.put(id(cell), cell));
    }

    /**
     * Reads the plan of an assignment, with the jars and files that were shipped with it.
     *
     * @param places returns the copy of a file here, by the name of its copies
     * @throws UserError if the plan cannot be read here, or the kernels are missing
     */
    public static CellBench of(Assignment assignment, Function<String, Path> places) {
        Map<String, String> originals = new TreeMap<>();
        assignment
                .shipped()
                .forEach(file -> originals.put(places.apply(file.name()).toString(), file.path()));
        return new CellBench(
                assignment,
                TaskCatalogue.load(paths(assignment.taskJars(), places)),
                MethodCatalogue.load(paths(assignment.methodJars(), places)),
                path -> Optional.ofNullable(assignment.files().get(path))
                        .map(file -> places.apply(file.name()).toString())
                        .orElse(path),
                originals);
    }

    private static List<Path> paths(List<ShippedFile> files, Function<String, Path> places) {
        return files.stream().map(file -> places.apply(file.name())).toList();
    }

    private static Kernels kernels(String wanted) {
        try {
            return KernelChoice.best(wanted).kernels();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    /** Returns the name of a cell between processes: the id of its first trial. */
    public static String id(GridCell cell) {
        return RecordJson.id(cell.next(Map.of()).get(0)).toString();
    }

    /** Runs the missing trials of a cell on a thread of their own. What a trial throws is its result. */
    public CellAnswer run(CellTask task) {
        GridCell cell = cells.get(task.cell());
        if (cell == null) {
            return CellAnswer.refused(
                    task,
                    List.of("the cell of trial " + task.cell() + " is not in the plan as it is read there, expected the"
                            + " same plan, files and jars"));
        }
        OneCell walk = new OneCell(cell, task, trial -> code.hash(trial).orElseThrow());
        new LocalExecutor(
                        1,
                        Machine.here(kernels),
                        (trial, e) -> walk.failed(
                                trial, TrialFailure.of(trial, e, use).replacing(originals)))
                .run(walk, runner);
        return walk.answer();
    }

    /** Returns the answer of a process that could make no bench, because of {@code e}. */
    public static CellAnswer refused(CellTask task, Throwable e, String where) {
        List<String> sentences = e instanceof UserError error
                ? error.sentences()
                : List.of(
                        PlugInError.of(e, List.of()).map(Throwable::getMessage).orElseGet(() -> Causes.string(e)));
        return CellAnswer.refused(
                task,
                sentences.stream().map(sentence -> where + ": " + sentence).toList());
    }
}

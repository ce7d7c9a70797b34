package org.longspan.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.estimate.Estimate;
import org.longspan.harness.estimate.Estimator;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.grid.CellFilter;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.GridCounts;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.probe.ProbeCosts;
import org.longspan.harness.probe.ProbingRunner;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.remote.Assignment;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.harness.run.LocalExecutor;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.Parent;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.shard.Shard;
import org.longspan.harness.store.ResultStore;
import org.longspan.harness.store.Usable;
import org.longspan.harness.task.TaskCatalogue;

/** Runs a plan and keeps its results in a folder. A second run makes only the results that are missing. */
public final class BenchmarkRun {

    private final Plan plan;
    private final TaskCatalogue tasks;
    private final MethodCatalogue methods;
    private final Path folder;
    private final RunOptions options;
    private final Workbench bench;
    private final PlugInUse use;
    private final Grid grid;
    private final Optional<Shard> shard;

    /**
     * Prepares a run without reading or writing anything.
     *
     * @param folder for this plan's results, such as {@code runs/quick}
     * @throws UserError if a network of the plan does not fit into a trial's workspace
     */
    public BenchmarkRun(Plan plan, TaskCatalogue tasks, MethodCatalogue methods, Path folder, RunOptions options) {
        this.plan = plan;
        this.tasks = tasks;
        this.methods = methods;
        this.folder = folder;
        this.options = options;
        this.bench = new Workbench(tasks, methods, options.kernels(), plan.files());
        this.use = new PlugInUse(tasks, methods);
        Room room = new Room(bench, use, plan.rules().budget().batch(), "plan " + plan.name());
        plan.factors().problems().forEach(problem -> room.require(problem.model(), problem.task()));
        this.grid = Grid.of(plan, methods, use.guarded(bench.sense()));
        this.shard = Optional.empty();
    }

    private BenchmarkRun(BenchmarkRun whole, Shard shard) {
        this.plan = whole.plan;
        this.tasks = whole.tasks;
        this.methods = whole.methods;
        this.folder = shard.folder(whole.folder);
        this.options = whole.options;
        this.bench = whole.bench;
        this.use = whole.use;
        this.grid = whole.grid;
        this.shard = Optional.of(shard);
    }

    /**
     * Returns the run of a shard of this plan, in a folder inside that of this run. Its manifest is that of the whole
     * plan, so the shards of a plan have equal ones.
     */
    public BenchmarkRun ofShard(Shard one) {
        return new BenchmarkRun(this, one);
    }

    /** Returns the folder of the results. */
    public Path folder() {
        return folder;
    }

    /** Returns the options. */
    public RunOptions options() {
        return options;
    }

    /** Returns the grid: every arm on every model and task. */
    public Grid grid() {
        return grid;
    }

    /** Returns the plan's numbers of trials. */
    public GridCounts counts() {
        return grid.counts();
    }

    /** Returns what the tasks say of their data; what several lengths say is said once. */
    public List<String> warnings() {
        return plan.factors().tasks().stream()
                .flatMap(task -> use.warnings(bench.task(task), task).stream()
                        .map(text -> "task " + task.family() + ": " + text))
                .distinct()
                .toList();
    }

    /**
     * Returns the cells of the part to run with what is stored of each that this run would use; empty if the folder holds
     * no results.
     *
     * @throws UserError if the results cannot be read
     */
    public Optional<List<StoredCell>> stored() {
        return StoredCells.of(part(), folder, usable(TrialCode.running(tasks, methods)), options.reuse());
    }

    /**
     * Estimates how long the missing trials take; times some short ones for it.
     *
     * @param stored what is stored of the part to run; empty for nothing
     */
    public Estimate estimate(Optional<List<StoredCell>> stored) {
        return estimator()
                .of(stored.orElseGet(
                        () -> part().stream().map(StoredCell::empty).toList()));
    }

    /** Returns what the probes of the plan cost. */
    public ProbeCosts probeCosts() {
        return new ProbeCosts(plan, StepCosts.of(grid, methods), bench, use);
    }

    private Estimator estimator() {
        return new Estimator(plan, StepCosts.of(grid, methods), bench, use, options.threads());
    }

    /** Returns the cells to run: none where a shard has no cell of a part, or none at all. */
    private List<GridCell> part() {
        return inShard(CellFilter.of(options.only(), grid));
    }

    private List<GridCell> inShard(List<GridCell> cells) {
        return shard.map(one -> one.partOf(cells)).orElse(cells);
    }

    /** Returns the numbers of trials of the part to run. */
    public GridCounts partCounts() {
        return new Grid(plan, part(), grid.drawnFrom()).counts();
    }

    /**
     * Refuses a plan whose trials would all be skipped, or with a probe that has none to look at.
     *
     * @throws UserError if all trials would be skipped, with the reasons; or with the probe
     */
    public void requireSomethingToRun() {
        SkipReasons skips = new SkipReasons(counts().skips());
        if (skips.trials() == grid.cells().size()) {
            throw new UserError("plan " + plan.name() + " has nothing to run, expected at least one trial that is not "
                    + "skipped; all " + skips.trials() + " are skipped: " + String.join("; ", skips.phrases()));
        }
        probeCosts().requireRuns(grid.cells());
    }

    /**
     * Runs the missing trials and returns a summary.
     *
     * @throws UserError if there is nothing to run, or if the folder is in use, cannot be written or holds unreadable
     *     results
     */
    public RunSummary run(ProgressListener listener) {
        return run(listener, runner());
    }

    /** {@link #run(ProgressListener)} with another runner of its trials. */
    RunSummary run(ProgressListener listener, TrialRunner runner) {
        return execute(listener, open -> {
            GridWalk walk = new GridWalk(open.reuse().open(), open);
            new LocalExecutor(options.threads(), Machine.here(options.kernels()), open.failures()::add)
                    .run(walk, runner);
            return walk.wasStopped();
        });
    }

    /**
     * Runs the missing trials in other processes, a cell at a time, and returns a summary. The results are those of
     * {@link #run(ProgressListener)}.
     *
     * @throws UserError as there, and if the other processes cannot run a cell
     */
    public RunSummary runOn(CellExecutor executor, ProgressListener listener) {
        Assignment assignment = Assignment.of(plan, tasks, methods, options.kernels());
        return execute(listener, open -> {
            CellWalk walk = new CellWalk(assignment, open);
            executor.run(walk);
            return walk.wasStopped();
        });
    }

    /** Runs what lacks results, and returns whether it was stopped before the end. */
    private interface Execution {
        boolean run(OpenRun open);
    }

    private RunSummary execute(ProgressListener listener, Execution execution) {
        requireSomethingToRun();
        List<GridCell> part = part();
        Machine here = Machine.here(options.kernels());
        Tally tally = new Tally(part, estimator().untimed(part), here);
        TrialCode code = TrialCode.running(tasks, methods);
        try (ResultStore store = ResultStore.open(folder, usable(code), options.reuse())) {
            Manifest manifest = new Manifests(plan, methods, bench, use).of(grid, code, options, listener::note);
            Reuse reuse = Reuse.of(inShard(grid.cells()), part, store, tally);
            reuse.notes(manifest).forEach(listener::note);
            listener.begun(tally.progress());
            store.begin(manifest, reuse.used(), reuse.provisional());
            Failures failures = new Failures(listener, folder, use);
            boolean stopped = execution.run(new OpenRun(reuse, store, tally, failures, abandoned()));
            if (!stopped) {
                store.finish();
            }
            return tally.summary(folder, stopped, failures.reasons(stopped));
        }
    }

    private Usable usable(TrialCode code) {
        return new Usable(
                code,
                options.reuseCode(),
                plan.instruments().probes(),
                plan.factors().clippings());
    }

    private TrialRunner runner() {
        return new ProbingRunner(
                bench, plan.instruments().probes(), plan.factors().clippings());
    }

    private BooleanSupplier abandoned() {
        Optional<Parent> parent = options.stopWithParent() ? Optional.of(new Parent()) : Optional.empty();
        return () -> parent.isPresent() && parent.get().hasGone();
    }
}

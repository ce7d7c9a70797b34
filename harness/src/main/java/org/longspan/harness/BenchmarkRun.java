package org.longspan.harness;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCounts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.LocalExecutor;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.Parent;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.store.ResultStore;
import org.longspan.harness.task.TaskCatalogue;

/** A plan carried out into a folder. Run again it makes only what is missing. */
public final class BenchmarkRun {

    private final Plan plan;
    private final TaskCatalogue tasks;
    private final MethodCatalogue methods;
    private final Path folder;
    private final RunOptions options;
    private final Workbench bench;
    private final Grid grid;

    /**
     * Prepares a run; nothing is read or written yet.
     *
     * @param folder of this plan's results, such as {@code runs/quick}
     * @throws UserError if a network of the plan is larger than a trial's workspace may be
     */
    public BenchmarkRun(Plan plan, TaskCatalogue tasks, MethodCatalogue methods, Path folder, RunOptions options) {
        this.plan = plan;
        this.tasks = tasks;
        this.methods = methods;
        this.folder = folder;
        this.options = options;
        this.bench = new Workbench(tasks, methods, options.kernels(), plan.files());
        plan.factors().tasks().forEach(task -> plan.factors().models().forEach(model -> requireRoom(model, task)));
        this.grid = Grid.of(plan, methods, bench.sense());
    }

    private void requireRoom(ModelChoice model, TaskChoice task) {
        try {
            if (bench.unsuited(model).isEmpty()) { // else its trials are skipped
                bench.network(model, task).capacityFor(plan.rules().budget().batch());
            }
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "plan " + plan.name() + ": model " + model.cell().name() + " with " + model.hidden()
                            + " units on task " + task.family() + ", length " + task.length() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Returns the grid: every arm on every model and task. */
    public Grid grid() {
        return grid;
    }

    /** Returns how many trials the plan asks for. */
    public GridCounts counts() {
        return grid.counts();
    }

    /**
     * Refuses a plan of which it is known beforehand that every trial is skipped.
     *
     * @throws UserError with the reasons
     */
    public void requireSomethingToRun() {
        SkipReasons skips = new SkipReasons(counts().skips());
        if (skips.trials() == grid.cells().size()) {
            throw new UserError("plan " + plan.name() + " has nothing to run, expected one trial at least that is not "
                    + "skipped; of " + skips.trials() + " are skipped " + String.join("; ", skips.phrases()));
        }
    }

    /**
     * Runs what is missing and returns what was done.
     *
     * @throws UserError if there is nothing to run, if the folder is in use, cannot be written or holds results that
     *     cannot be read
     */
    public RunSummary run(ProgressListener listener) {
        requireSomethingToRun();
        Tally tally = new Tally(grid, new Workload(plan, bench));
        TrialCode code = TrialCode.running(tasks, methods);
        try (ResultStore store = ResultStore.open(folder, code, options.reuseCode())) {
            Manifest manifest = new Manifests(plan, methods, bench).of(grid, code, options);
            new Reuse(grid, store).notes(manifest).forEach(listener::note);
            store.write(manifest);
            GridWalk walk = new GridWalk(grid, store, tally, listener, abandoned());
            new LocalExecutor(options.threads(), Machine.here(options.kernels())).run(walk, new Trainer(bench));
            return tally.summary(folder, walk.wasStopped());
        }
    }

    private BooleanSupplier abandoned() {
        Optional<Parent> parent = options.stopWithParent() ? Optional.of(new Parent()) : Optional.empty();
        return () -> parent.isPresent() && parent.get().hasGone();
    }
}

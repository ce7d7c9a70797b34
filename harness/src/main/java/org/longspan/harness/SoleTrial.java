package org.longspan.harness;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.CellFilter;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.LocalExecutor;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.TrialSource;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;

/**
 * The only trial of a part of a plan, run without a folder. Its records are those that a folder would hold.
 *
 * <pre>{@code
 * SoleTrial sole = new SoleTrial(plan, tasks, methods, options.withOnly("clipping=none"));
 * SoleTrial.Done done = sole.run(bench -> TrialRunner.of(new Trainer(bench)), notes::add);
 * }</pre>
 */
public final class SoleTrial {

    private final Plan plan;
    private final TaskCatalogue tasks;
    private final MethodCatalogue methods;
    private final RunOptions options;
    private final Workbench bench;
    private final PlugInUse use;
    private final Grid grid;
    private final Trial trial;

    /**
     * A trial that was run.
     *
     * @param manifest of the plan
     * @param result as a folder would hold it
     * @param looks what probes found in it
     */
    public record Done(Manifest manifest, StoredResult result, List<ProbeLook> looks) {}

    /**
     * Takes the trial of the part of a plan that the options name, without running it.
     *
     * @throws UserError if that part has several trials or none, or if its network does not fit into a workspace
     */
    public SoleTrial(Plan plan, TaskCatalogue tasks, MethodCatalogue methods, RunOptions options) {
        this.plan = plan;
        this.tasks = tasks;
        this.methods = methods;
        this.options = options;
        this.bench = new Workbench(tasks, methods, options.kernels(), plan.files());
        this.use = new PlugInUse(tasks, methods);
        Room room = new Room(bench, use, plan.rules().budget().batch(), "plan " + plan.name());
        plan.factors().problems().forEach(problem -> room.require(problem.model(), problem.task()));
        this.grid = Grid.of(plan, methods, use.guarded(bench.sense()));
        this.trial = only(CellFilter.of(options.only(), grid));
    }

    private Trial only(List<GridCell> cells) {
        int trials = cells.stream().mapToInt(GridCell::trials).sum();
        if (trials != 1) {
            throw new UserError("plan " + plan.name() + " has " + trials + " trials, expected one");
        }
        cells.get(0).skip().ifPresent(reason -> {
            throw new UserError("plan " + plan.name() + " has nothing to run: " + reason);
        });
        return cells.get(0).known().get(0);
    }

    /** Returns the trial. */
    public Trial trial() {
        return trial;
    }

    /**
     * Runs the trial on a thread of its own.
     *
     * @param runner makes what runs it from the shared objects of its run
     * @param notes receives a sentence for what is missing
     * @throws UserError if a plug-in fails
     */
    public Done run(Function<Workbench, TrialRunner> runner, Consumer<String> notes) {
        TrialCode code = TrialCode.running(tasks, methods);
        Manifest manifest = new Manifests(plan, methods, bench, use).of(grid, code, options, notes);
        AtomicReference<Done> done = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        TrialSource source = new Source(trial, (ran, circumstances) -> {
            StoredResult stored = new StoredResult(
                    RecordJson.id(trial), trial, code.hash(trial).orElse(""), ran.result(), circumstances);
            done.set(new Done(manifest, stored, ran.looks()));
        });
        Machine here = Machine.here(options.kernels());
        new LocalExecutor(1, here, (failed, e) -> failure.set(e)).run(source, runner.apply(bench));
        if (failure.get() != null) {
            PlugInError.guard(use.of(trial), () -> rethrown(failure.get()));
        }
        return done.get();
    }

    private static Optional<Done> rethrown(Throwable e) {
        if (e instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (e instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(e);
    }

    /** Hands out one trial. */
    private static final class Source implements TrialSource {

        private final BiConsumer<TrialRunner.Ran, Circumstances> end;
        private Optional<Trial> next;

        Source(Trial trial, BiConsumer<TrialRunner.Ran, Circumstances> end) {
            this.next = Optional.of(trial);
            this.end = end;
        }

        @Override
        public synchronized Optional<Trial> take() {
            Optional<Trial> taken = next;
            next = Optional.empty();
            return taken;
        }

        @Override
        public void done(Trial trial, TrialRunner.Ran ran, Circumstances circumstances) {
            end.accept(ran, circumstances);
        }

        @Override
        public synchronized void stop() {
            next = Optional.empty();
        }
    }
}

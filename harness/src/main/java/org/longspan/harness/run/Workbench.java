package org.longspan.harness.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.longspan.harness.grid.Sense;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.task.FilePlaces;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.ClippingScheme;
import org.longspan.task.BlindLoss;
import org.longspan.task.SequenceTask;

/**
 * Shared by all trials of a run: the kernels, the task instances, their blind predictors and the measured units.
 * Everything here can be rebuilt.
 */
public final class Workbench {

    private final TaskCatalogue catalogue;
    private final MethodCatalogue methods;
    private final Kernels kernels;
    private final FilePlaces files;
    private final Map<TaskChoice, SequenceTask> tasks = new ConcurrentHashMap<>();
    private final Map<TaskChoice, BlindLoss> blind = new ConcurrentHashMap<>();
    private final UnitMeasurements units = new UnitMeasurements();

    /** Creates an empty workbench for the methods of this build and for tasks that read no files. */
    public Workbench(TaskCatalogue catalogue, Kernels kernels) {
        this(catalogue, MethodCatalogue.ofThisBuild(), kernels, FilePlaces.NONE);
    }

    /**
     * Creates an empty workbench.
     *
     * @param files paths of the tasks' files
     */
    public Workbench(TaskCatalogue catalogue, MethodCatalogue methods, Kernels kernels, FilePlaces files) {
        this.catalogue = catalogue;
        this.methods = methods;
        this.kernels = kernels;
        this.files = files;
    }

    /** Returns the kernels. */
    public Kernels kernels() {
        return kernels;
    }

    /** Returns the methods that trials may name. */
    public MethodCatalogue methods() {
        return methods;
    }

    /**
     * Returns the shared instance of a task.
     *
     * @throws org.longspan.harness.refusal.UserError if its files differ from those that {@code choice} names
     */
    public SequenceTask task(TaskChoice choice) {
        return tasks.computeIfAbsent(choice, this::create);
    }

    private SequenceTask create(TaskChoice choice) {
        return files.create(catalogue.provider(choice.family()), choice);
    }

    /** Returns a network for a task. Fixed weights, which are not trained, are drawn from seed 0. */
    public Network network(ModelChoice model, TaskChoice task) {
        return network(model, task, Seed.root(0));
    }

    /** Returns a network for a task. Fixed weights, which are not trained, are drawn from seed {@code fixed}. */
    public Network network(ModelChoice model, TaskChoice task, Seed fixed) {
        Architecture architecture = new Architecture(
                part(model.cell()),
                model.hidden(),
                model.layers(),
                part(model.initialization()),
                part(model.regularizer()),
                start(model));
        return new Network(architecture, methods.ofModels(), task(task).description(), kernels, fixed);
    }

    /** Returns why {@link #network} cannot build that model, in one sentence; empty if it can. */
    public Optional<String> unsuited(ModelChoice model) {
        return new MethodSense(methods).unsuited(model);
    }

    /** Returns the rules that decide which arms can run on a model. */
    public Sense sense() {
        return new MethodSense(methods);
    }

    /** Returns the units of {@code scheme} in the block of {@code trial}, measured at the first request. */
    public double[] units(Trial trial, ClippingScheme scheme) {
        return units.of(trial, scheme, this);
    }

    /** Returns the shared blind predictor of a task, made at the first request. */
    BlindLoss blind(TaskChoice choice) {
        return blind.computeIfAbsent(choice, task -> BlindLoss.of(task(task)));
    }

    static Architecture.Start start(ModelChoice model) {
        return model.initialState().equals(ModelChoice.LEARNED) ? Architecture.Start.LEARNED : Architecture.Start.ZERO;
    }

    private static Architecture.Part part(Choice choice) {
        return new Architecture.Part(choice.name(), choice.settings());
    }
}

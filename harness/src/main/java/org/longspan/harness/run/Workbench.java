package org.longspan.harness.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.longspan.harness.grid.Sense;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.task.FilePlaces;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.random.Seed;
import org.longspan.task.SequenceTask;

/** What the trials of a run share: kernels, task instances, measured units. All of it could be made again. */
public final class Workbench {

    private final TaskCatalogue catalogue;
    private final MethodCatalogue methods;
    private final Kernels kernels;
    private final FilePlaces files;
    private final Map<TaskChoice, SequenceTask> tasks = new ConcurrentHashMap<>();
    private final UnitMeasurements units = new UnitMeasurements();

    /** Creates an empty one for the methods of this build and tasks that read no files. */
    public Workbench(TaskCatalogue catalogue, Kernels kernels) {
        this(catalogue, MethodCatalogue.ofThisBuild(), kernels, FilePlaces.NONE);
    }

    /**
     * Creates an empty one.
     *
     * @param files where the files of tasks lie
     */
    public Workbench(TaskCatalogue catalogue, MethodCatalogue methods, Kernels kernels, FilePlaces files) {
        this.catalogue = catalogue;
        this.methods = methods;
        this.kernels = kernels;
        this.files = files;
    }

    /** Returns what every trial computes with. */
    public Kernels kernels() {
        return kernels;
    }

    /** Returns the methods that trials may name. */
    public MethodCatalogue methods() {
        return methods;
    }

    /**
     * Returns the one instance of a task.
     *
     * @throws org.longspan.harness.refusal.UserError if its files are not those that {@code choice} names
     */
    public SequenceTask task(TaskChoice choice) {
        return tasks.computeIfAbsent(choice, this::create);
    }

    private SequenceTask create(TaskChoice choice) {
        return files.create(catalogue.provider(choice.family()), choice);
    }

    /** Returns a network for a task; weights that are not trained are those of seed 0. */
    public Network network(ModelChoice model, TaskChoice task) {
        return network(model, task, Seed.root(0));
    }

    /** Returns a network for a task, with the weights that are not trained drawn from {@code fixed}. */
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

    /** Returns why {@link #network} cannot build that model, in one sentence, or nothing where it can. */
    public Optional<String> unsuited(ModelChoice model) {
        return new MethodSense(methods).unsuited(model);
    }

    /** Returns what knows which arms make sense on which model. */
    public Sense sense() {
        return new MethodSense(methods);
    }

    UnitMeasurements units() {
        return units;
    }

    static Architecture.Start start(ModelChoice model) {
        return model.initialState().equals(ModelChoice.LEARNED) ? Architecture.Start.LEARNED : Architecture.Start.ZERO;
    }

    private static Architecture.Part part(Choice choice) {
        return new Architecture.Part(choice.name(), choice.settings());
    }
}

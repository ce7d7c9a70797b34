package org.longspan.harness.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.kernel.KernelChoice;

/**
 * Returns the roots of a trial's code: the trainer, both kernel implementations, and the classes that declare its task
 * and methods.
 */
final class TrialRoots implements Function<Trial, Optional<Set<Class<?>>>> {

    private static final List<Class<?>> ALWAYS = List.of(Trainer.class, KernelChoice.class);

    private final TaskCatalogue tasks;
    private final List<CutList> lists;

    TrialRoots(TaskCatalogue tasks, MethodCatalogue methods) {
        this.tasks = tasks;
        this.lists = CutList.all(methods);
    }

    /** Returns the root classes; empty if the task or a method of the trial is missing. */
    @Override
    public Optional<Set<Class<?>>> apply(Trial trial) {
        if (!tasks.names().contains(trial.task().family())) {
            return Optional.empty();
        }
        Set<Class<?>> roots = new LinkedHashSet<>(ALWAYS);
        roots.add(tasks.provider(trial.task().family()).getClass());
        for (CutList methods : lists) {
            Optional<List<Class<?>>> sources = methods.sources(trial);
            if (sources.isEmpty()) {
                return Optional.empty();
            }
            roots.addAll(sources.get());
        }
        return Optional.of(roots);
    }
}

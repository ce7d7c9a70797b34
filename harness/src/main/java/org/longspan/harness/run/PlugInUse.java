package org.longspan.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.longspan.harness.grid.Sense;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodKind;
import org.longspan.harness.plugin.PlugIn;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.task.SequenceTask;

/**
 * Tells which plug-ins a trial uses, so that an exception of one is told by its name.
 *
 * @param tasks that trials may name
 * @param methods that trials may name
 */
public record PlugInUse(TaskCatalogue tasks, MethodCatalogue methods) {

    /** Returns the plug-ins that {@code trial} uses. */
    public List<PlugIn> of(Trial trial) {
        List<PlugIn> used = new ArrayList<>(of(trial.task()));
        for (MethodKind kind : MethodKind.values()) {
            methods.plugIn(kind, kind.in(trial)).ifPresent(used::add);
        }
        return used;
    }

    /** Returns the task as a plug-in, or nothing if it belongs to this build. */
    public List<PlugIn> of(TaskChoice task) {
        return tasks.plugIn(task.family()).stream().toList();
    }

    /** Returns the plug-ins that a network on a task uses. */
    public List<PlugIn> of(ModelChoice model, TaskChoice task) {
        List<PlugIn> used = new ArrayList<>(of(task));
        used.addAll(of(model));
        return used;
    }

    /** Returns what {@code task}, which {@code choice} names, says of its data, one line each and cut where it is long. */
    public List<String> warnings(SequenceTask task, TaskChoice choice) {
        return PlugInError.guard(
                of(choice),
                () -> task.warnings().stream()
                        .map(text -> Shown.sentence(Shown.line(text)))
                        .toList());
    }

    /** Returns the jars that {@code trials} need. */
    public PlugInJars jars(Collection<Trial> trials) {
        Set<String> ofTasks = new TreeSet<>();
        Set<String> ofMethods = new TreeSet<>();
        for (Trial trial : trials) {
            tasks.jarOf(trial.task().family()).map(PlugInUse::absolute).ifPresent(ofTasks::add);
            for (MethodKind kind : MethodKind.values()) {
                methods.list(kind)
                        .jarOf(kind.in(trial).name())
                        .map(PlugInUse::absolute)
                        .ifPresent(ofMethods::add);
            }
        }
        return new PlugInJars(List.copyOf(ofTasks), List.copyOf(ofMethods));
    }

    private static String absolute(Path jar) {
        return jar.toAbsolutePath().normalize().toString();
    }

    /** Returns {@code sense} with an exception of a plug-in told as its own. */
    public Sense guarded(Sense sense) {
        return (model, optimizer, clipping) ->
                PlugInError.guard(of(model, optimizer, clipping), () -> sense.skip(model, optimizer, clipping));
    }

    private List<PlugIn> of(ModelChoice model, Choice optimizer, Choice clipping) {
        List<PlugIn> used = new ArrayList<>(of(model));
        methods.plugIn(MethodKind.OPTIMIZER, optimizer).ifPresent(used::add);
        methods.plugIn(MethodKind.CLIPPING, clipping).ifPresent(used::add);
        return used;
    }

    private List<PlugIn> of(ModelChoice model) {
        return List.of(
                        methods.plugIn(MethodKind.CELL, model.cell()),
                        methods.plugIn(MethodKind.INITIALIZATION, model.initialization()),
                        methods.plugIn(MethodKind.REGULARIZER, model.regularizer()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}

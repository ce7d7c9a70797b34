package org.longspan.reports.compare;

import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.reports.summary.ModelNames;
import org.longspan.reports.summary.TaskNames;

/**
 * Names that tell the models and the tasks of all compared runs apart: one run's alone may give two networks one name.
 *
 * @param models names of the models
 * @param tasks names of the tasks, whatever their lengths
 */
public record Names(Map<ModelChoice, String> models, Map<TaskChoice, String> tasks) {

    /** Returns the names in these runs. */
    static Names of(List<ComparedRun> runs) {
        return new Names(
                ModelNames.of(runs.stream()
                        .flatMap(run -> run.run().manifest().design().models().stream())
                        .distinct()
                        .toList()),
                TaskNames.of(runs.stream()
                        .flatMap(run -> run.run().manifest().design().tasks().stream())
                        .map(TaskEntry::task)
                        .distinct()
                        .toList()));
    }

    /** Returns a network and a task of one length in words. */
    public String of(Place place) {
        return model(place) + ", " + taskAndLength(place);
    }

    /** Returns its task with its length, in words. */
    String taskAndLength(Place place) {
        return task(place) + ", T = " + place.task().length();
    }

    /** Returns the name of its model. */
    public String model(Place place) {
        return models.get(place.model());
    }

    /** Returns the name of its task. */
    public String task(Place place) {
        return tasks.get(place.task());
    }

    /** Returns the names of all models. */
    List<String> allModels() {
        return models.values().stream().distinct().toList();
    }

    /** Returns all tasks with their lengths, in words. */
    List<String> allTasks() {
        return tasks.entrySet().stream()
                .map(task -> task.getValue() + ", T = " + task.getKey().length())
                .distinct()
                .toList();
    }
}

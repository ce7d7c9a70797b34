package org.longspan.reports.summary;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.LeftOut;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;

/**
 * Every cell of the grid that a manifest declares. A model on a task is no problem of the plan where no optimizer
 * trains it; where only some do not, their cells are left out.
 */
final class Crossing {

    private final Manifest manifest;
    private final Map<ModelChoice, String> models;
    private final Map<TaskChoice, String> tasks;

    /**
     * The place of a cell.
     *
     * @param arm optimizer and clipping
     * @param model its short name
     * @param task of one length
     */
    record Key(Arm arm, String model, TaskChoice task) {}

    Crossing(Manifest manifest, Map<ModelChoice, String> models, Map<TaskChoice, String> tasks) {
        this.manifest = manifest;
        this.models = models;
        this.tasks = tasks;
    }

    /** Returns every cell with its problem, in the grid's order. */
    Map<Key, Problem> cells() {
        Map<Key, Problem> cells = new LinkedHashMap<>();
        for (TaskEntry entry : manifest.design().tasks()) {
            models.forEach((choice, model) -> {
                if (without(choice, entry.task()).size() < optimizers().size()) {
                    add(cells, new Problem(model, tasks.get(entry.task()), entry));
                }
            });
        }
        return cells;
    }

    private void add(Map<Key, Problem> cells, Problem problem) {
        for (String optimizer : optimizers()) {
            for (MethodEntry clipping : manifest.design().clippings()) {
                Arm arm = new Arm(optimizer, clipping.name());
                cells.put(new Key(arm, problem.model(), problem.entry().task()), problem);
            }
        }
    }

    private List<String> optimizers() {
        return manifest.design().optimizers().stream().map(MethodEntry::name).toList();
    }

    /** The optimizers that do not train {@code model} on {@code task}. */
    private Set<String> without(ModelChoice model, TaskChoice task) {
        Set<String> without = new HashSet<>(); // never iterated
        for (LeftOut pair : manifest.design().leftOut()) {
            if (pair.model().equals(model)
                    && (pair.task() == null || pair.task().equals(task))) {
                without.addAll(pair.optimizers());
            }
        }
        return without;
    }

    /** Returns whether the plan leaves the cell out. */
    boolean leftOut(Key key) {
        return models.entrySet().stream()
                .filter(model -> model.getValue().equals(key.model()))
                .anyMatch(model ->
                        without(model.getKey(), key.task()).contains(key.arm().optimizer()));
    }
}

package org.longspan.harness.plan;

import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;

/**
 * The factors that a plan crosses. Models and tasks have complete settings. Optimizers and clippings have only the
 * settings that the plan fixes; the others are tuned or take their defaults.
 *
 * @param models every model
 * @param trainedBy names of the optimizers for each model with a list of its own; all optimizers train any other model
 * @param tasks every combination of task and length
 * @param optimizers every optimizer
 * @param clippings every clipping
 */
public record Factors(
        List<ModelChoice> models,
        Map<ModelChoice, List<String>> trainedBy,
        List<TaskChoice> tasks,
        List<Choice> optimizers,
        List<Choice> clippings) {

    public Factors {
        models = List.copyOf(models);
        trainedBy = Map.copyOf(trainedBy); // never iterated
        tasks = List.copyOf(tasks);
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
    }

    /** Returns the optimizers that train {@code model}. */
    public List<Choice> optimizersOf(ModelChoice model) {
        List<String> names = trainedBy.get(model);
        return names == null
                ? optimizers
                : optimizers.stream()
                        .filter(optimizer -> names.contains(optimizer.name()))
                        .toList();
    }

    /** Returns the optimizers that do not train {@code model}. */
    public List<Choice> optimizersLeftOut(ModelChoice model) {
        List<String> names = trainedBy.get(model);
        return names == null
                ? List.of()
                : optimizers.stream()
                        .filter(optimizer -> !names.contains(optimizer.name()))
                        .toList();
    }
}

package org.longspan.harness.plan;

import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;

/**
 * The factors that a plan crosses. Cells, models and tasks have complete settings; optimizers and clippings have those
 * that the plan fixes, and the others are tuned or keep their defaults.
 *
 * @param models every model
 * @param trainedBy names of the optimizers that train a model; a model that is absent is trained by all
 * @param tasks every task, once for each length
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
        trainedBy = Map.copyOf(trainedBy); // looked up, never walked through
        tasks = List.copyOf(tasks);
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
    }

    /** Returns whether {@code optimizer} trains {@code model}. */
    public boolean pairs(ModelChoice model, Choice optimizer) {
        return pairs(trainedBy, model, optimizer);
    }

    /** Returns whether {@code optimizer} trains {@code model}, for these {@code trainedBy}. */
    static boolean pairs(Map<ModelChoice, List<String>> trainedBy, ModelChoice model, Choice optimizer) {
        List<String> names = trainedBy.get(model);
        return names == null || names.contains(optimizer.name());
    }
}

package org.longspan.harness.plan;

import java.util.List;
import java.util.Map;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.task.FilePlaces;

/**
 * What is run: every optimizer crossed with every clipping, on every model, task and length. All names are known
 * and all values are valid.
 *
 * @param name of the run's folder
 * @param text the file, as it was read
 * @param tier how much tuning an arm is given
 * @param seed the root of all chance; 0 is a seed
 * @param models with complete settings
 * @param trainedBy the names of the optimizers that alone train a model; a model without any is trained by all
 * @param tasks with complete settings, an element a length
 * @param files where those lie that the tasks read; no trial knows it
 * @param optimizers with the settings that the plan fixes, and no others: what is absent is tuned or default
 * @param clippings likewise
 * @param schedule of the learning rate, complete
 * @param budget of every trial
 * @param evaluation rules of every trial
 * @param divergence rules of every trial
 */
public record Plan(
        String name,
        String text,
        Tier tier,
        long seed,
        List<ModelChoice> models,
        Map<ModelChoice, List<String>> trainedBy,
        List<TaskChoice> tasks,
        FilePlaces files,
        List<Choice> optimizers,
        List<Choice> clippings,
        Choice schedule,
        Budget budget,
        EvaluationRules evaluation,
        DivergenceRules divergence) {

    public Plan {
        models = List.copyOf(models);
        trainedBy = Map.copyOf(trainedBy); // looked up, never walked through
        tasks = List.copyOf(tasks);
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
    }

    /** Returns whether {@code model} is trained by {@code optimizer}. */
    public boolean pairs(ModelChoice model, Choice optimizer) {
        return pairs(trainedBy, model, optimizer);
    }

    /** Returns whether {@code model} is trained by {@code optimizer}; those that {@code trainedBy} lacks are by all. */
    static boolean pairs(Map<ModelChoice, List<String>> trainedBy, ModelChoice model, Choice optimizer) {
        List<String> names = trainedBy.get(model);
        return names == null || names.contains(optimizer.name());
    }
}

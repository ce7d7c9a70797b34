package org.longspan.harness.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.catalogue.Entry;

/**
 * The factors that a plan crosses. Models, tasks, schedules and policies have complete settings. Optimizers and
 * clippings have only the settings that the plan fixes; the others are tuned or take their defaults.
 *
 * @param models every model
 * @param trainedBy names of the optimizers for each model with a list of its own; all optimizers train any other model
 * @param tasks every combination of task and length
 * @param problems every pair of task and model that is run
 * @param optimizers every optimizer
 * @param clippings every clipping
 * @param schedules every schedule of the learning rate
 * @param policies every policy for gradients that are not finite
 */
public record Factors(
        List<ModelChoice> models,
        Map<ModelChoice, List<String>> trainedBy,
        List<TaskChoice> tasks,
        List<ProblemChoice> problems,
        List<Choice> optimizers,
        List<Choice> clippings,
        List<Choice> schedules,
        List<Choice> policies) {

    public Factors {
        models = List.copyOf(models);
        trainedBy = Map.copyOf(trainedBy); // never iterated
        tasks = List.copyOf(tasks);
        problems = List.copyOf(problems);
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
        schedules = List.copyOf(schedules);
        policies = List.copyOf(policies);
    }

    /** Returns these factors with other optimizers. */
    Factors withOptimizers(List<Choice> others) {
        return new Factors(models, trainedBy, tasks, problems, others, clippings, schedules, policies);
    }

    /** Returns the name of the clipping that others are compared with: none, or the only one of the plan. */
    public Optional<String> control() {
        if (clippings.size() == 1) {
            return Optional.of(clippings.get(0).name());
        }
        return clippings.stream().map(Choice::name).filter(Entry.NONE::equals).findFirst();
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

    /** Returns the models that are not run on {@code task}. */
    public List<ModelChoice> modelsLeftOut(TaskChoice task) {
        return models.stream()
                .filter(model -> !problems.contains(new ProblemChoice(task, model)))
                .toList();
    }
}

package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.task.FilePlaces;
import org.longspan.harness.task.TaskCatalogue;

/**
 * Reads the problems of a plan: its models crossed with its tasks, or a list of such crossings under the key
 * {@code problems}.
 */
final class PlanProblems {

    static final String MODELS = "models";
    static final String TASKS = "tasks";
    static final String PROBLEMS = "problems";

    private final MethodCatalogue methods;
    private final TaskCatalogue catalogue;
    private final UnaryOperator<String> places;
    private final PlanErrors errors;
    private final Set<ModelChoice> models = new LinkedHashSet<>();
    private final Map<ModelChoice, List<String>> trainedBy = new HashMap<>(); // never iterated
    private final Set<TaskChoice> tasks = new LinkedHashSet<>();
    private final Set<ProblemChoice> problems = new LinkedHashSet<>();
    private FilePlaces files = FilePlaces.NONE;

    PlanProblems(MethodCatalogue methods, TaskCatalogue catalogue, UnaryOperator<String> places, PlanErrors errors) {
        this.methods = methods;
        this.catalogue = catalogue;
        this.places = places;
        this.errors = errors;
    }

    /**
     * The problems of a plan.
     *
     * @param models every model
     * @param trainedBy names of the optimizers for each model with a list of its own
     * @param tasks one for each length
     * @param problems every pair of them that is run
     * @param files paths of the files that the tasks read
     */
    record Found(
            List<ModelChoice> models,
            Map<ModelChoice, List<String>> trainedBy,
            List<TaskChoice> tasks,
            List<ProblemChoice> problems,
            FilePlaces files) {}

    /**
     * Reads the problems in the keys of a plan.
     *
     * @param optimizers of the plan; empty if they have errors, which say more than those that would follow from them
     */
    Found read(PlanNode plan, Optional<List<Choice>> optimizers) {
        PlanNode groups = plan.mapping().get(PROBLEMS);
        if (groups == null) {
            errors.check(() -> add(plan, optimizers));
        } else {
            for (String key : List.of(MODELS, TASKS)) {
                if (plan.mapping().containsKey(key)) {
                    errors.add(plan.mapping()
                            .get(key)
                            .wrong("a plan with problems has its " + key + " there, expected one or the other"));
                }
            }
            for (PlanNode group : groups.elements()) {
                errors.check(() -> {
                    group.mapping(List.of(MODELS, TASKS), errors);
                    add(group, optimizers);
                });
            }
        }
        return new Found(List.copyOf(models), trainedBy, List.copyOf(tasks), List.copyOf(problems), files);
    }

    /** Reads both lists of a crossing even if one has errors. */
    private void add(PlanNode group, Optional<List<Choice>> optimizers) {
        Optional<PlanTasks.Found> ofTasks =
                errors.in(() -> new PlanTasks(catalogue, places, errors).read(group.required(TASKS)));
        Optional<PlanModels.Found> ofModels =
                errors.in(() -> new PlanModels(methods, errors).read(group.required(MODELS), optimizers));
        if (ofTasks.isEmpty() || ofModels.isEmpty()) {
            return;
        }
        models.addAll(ofModels.get().models());
        tasks.addAll(ofTasks.get().tasks());
        files = files.and(ofTasks.get().files());
        for (ModelChoice model : ofModels.get().models()) {
            requireSame(group, model, ofModels.get().trainedBy().get(model));
        }
        for (TaskChoice task : ofTasks.get().tasks()) {
            for (ModelChoice model : ofModels.get().models()) {
                if (!problems.add(new ProblemChoice(task, model))) {
                    errors.add(group.wrong("the problem " + task.family() + " at length " + task.length() + " with "
                            + model.cell().name() + " is given twice, expected once"));
                }
            }
        }
    }

    /** A model has one list of optimizers, wherever it is given. */
    private void requireSame(PlanNode group, ModelChoice model, List<String> names) {
        boolean isNew = problems.stream().noneMatch(problem -> problem.model().equals(model));
        if (isNew && names != null) {
            trainedBy.put(model, names);
        } else if (!isNew
                && !new ArrayList<>(trainedBy.getOrDefault(model, List.of()))
                        .equals(names == null ? List.of() : names)) {
            errors.add(group.wrong("the model " + model.cell().name()
                    + " has other optimizers than in an earlier problem, expected the same"));
        }
    }
}

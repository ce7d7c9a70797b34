package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

/** Reads the models of a plan, and the optimizers that train each of them. */
final class PlanModels {

    /** Units of a layer where a plan gives none, as in the plan quick. */
    static final int UNITS = 32;

    static final String OPTIMIZERS = "optimizers";
    private static final String ALL = "all";
    private static final String INITIAL_STATE = "initial-state";
    private static final List<String> KEYS =
            List.of("cell", "hidden", "layers", "initialization", "regularizer", INITIAL_STATE, OPTIMIZERS);

    private final MethodCatalogue methods;
    private final PlanErrors errors;
    private final Set<ModelChoice> models = new LinkedHashSet<>();
    private final Map<ModelChoice, List<String>> trainedBy = new HashMap<>(); // never iterated

    PlanModels(MethodCatalogue methods, PlanErrors errors) {
        this.methods = methods;
        this.errors = errors;
    }

    /**
     * The models of a plan.
     *
     * @param models every model
     * @param trainedBy names of the optimizers for each model with a list of its own
     */
    record Found(List<ModelChoice> models, Map<ModelChoice, List<String>> trainedBy) {}

    /**
     * Reads the models.
     *
     * @param optimizers of the plan; empty if they have errors, which say more than those that would follow from them
     */
    Found read(PlanNode node, Optional<List<Choice>> optimizers) {
        Optional<List<String>> names =
                optimizers.map(list -> list.stream().map(Choice::name).toList());
        node.elements().forEach(element -> errors.check(() -> readOne(element, names)));
        return new Found(List.copyOf(models), trainedBy);
    }

    private void readOne(PlanNode element, Optional<List<String>> optimizers) {
        Map<String, PlanNode> values = element.mapping(KEYS, errors);
        Optional<List<Choice>> cells = errors.in(() -> cells(element));
        Optional<ModelChoice> part = errors.in(() -> withoutCell(values));
        PlanNode only = values.get(OPTIMIZERS);
        Optional<List<String>> names = only == null ? Optional.empty() : errors.in(() -> among(optimizers, only));
        if (cells.isEmpty() || part.isEmpty()) {
            return;
        }
        for (Choice cell : cells.get()) {
            ModelChoice model = with(cell, part.get());
            if (!models.add(model)) {
                throw element.wrong("this model is given twice, expected different ones");
            }
            names.ifPresent(list -> trainedBy.put(model, list));
        }
    }

    private List<Choice> cells(PlanNode model) {
        PlanNode cell = model.required("cell");
        if (!ALL.equals(cell.value())) {
            return List.of(Methods.complete(cell, "model", methods.cells(), errors));
        }
        List<Choice> all = new ArrayList<>();
        for (Entry<?> entry : methods.cells().entries()) {
            all.add(new Choice(entry.name(), entry.complete(Settings.NONE)));
        }
        return all;
    }

    private ModelChoice withoutCell(Map<String, PlanNode> values) {
        Numbers numbers = new Numbers(values, errors);
        Optional<Choice> initialization = errors.in(() ->
                Methods.complete(values.get("initialization"), "initialization", methods.initializations(), errors));
        Optional<Choice> regularizer = errors.in(
                () -> Methods.complete(values.get("regularizer"), "regularizer", methods.regularizers(), errors));
        return new ModelChoice(
                null,
                numbers.count("hidden", Limits.UNITS, UNITS),
                numbers.count("layers", Limits.LAYERS, 1),
                initialization.orElse(null),
                regularizer.orElse(null),
                errors.in(() -> initialState(values.get(INITIAL_STATE))).orElse(null));
    }

    private static ModelChoice with(Choice cell, ModelChoice part) {
        return new ModelChoice(
                cell, part.hidden(), part.layers(), part.initialization(), part.regularizer(), part.initialState());
    }

    private static String initialState(PlanNode node) {
        return node == null
                ? ModelChoice.ZERO
                : node.oneOf(Kind.of("initial state"), List.of(ModelChoice.ZERO, ModelChoice.LEARNED));
    }

    private List<String> among(Optional<List<String>> optimizers, PlanNode node) {
        Set<String> names = new LinkedHashSet<>();
        for (PlanNode element : node.elements()) {
            errors.check(() -> {
                String name = optimizers.isPresent()
                        ? element.oneOf(Kind.of("optimizer", "this plan"), optimizers.get())
                        : element.word("the name of an optimizer of this plan");
                if (!names.add(name)) {
                    throw element.wrong(name + " is given twice, expected every optimizer once");
                }
            });
        }
        return List.copyOf(names);
    }
}

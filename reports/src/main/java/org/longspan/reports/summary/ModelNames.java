package org.longspan.reports.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.numerics.catalogue.Entry;

/**
 * Short names for models: the cell's name, and as much more as it takes to tell them apart. A setting stands in a name
 * only where it separates two models; that an initial state is learned always does where that of another is not.
 */
public final class ModelNames {

    private static final List<Function<ModelChoice, Choice>> CHOICES =
            List.of(ModelChoice::cell, ModelChoice::initialization, ModelChoice::regularizer);

    private ModelNames() {}

    /** Returns a name for each of them, in their order. */
    public static Map<ModelChoice, String> of(List<ModelChoice> models) {
        List<Function<ModelChoice, String>> used = new ArrayList<>();
        used.add(model -> model.cell().name());
        for (Function<ModelChoice, String> part : parts(models)) {
            List<Function<ModelChoice, String>> more = new ArrayList<>(used);
            more.add(part);
            if (distinct(models, more) > distinct(models, used)) {
                used = more;
            }
        }
        if (models.stream().map(ModelChoice::initialState).distinct().count() > 1) {
            used.add(ModelNames::initialState);
        }
        Map<ModelChoice, String> names = new LinkedHashMap<>();
        for (ModelChoice model : models) {
            names.put(model, name(model, used));
        }
        return names;
    }

    /** What may stand in a name, the most telling first. */
    private static List<Function<ModelChoice, String>> parts(List<ModelChoice> models) {
        List<Function<ModelChoice, String>> parts = new ArrayList<>(List.of(
                model -> "H" + model.hidden(),
                model -> model.layers() + (model.layers() == 1 ? " layer" : " layers"),
                model -> model.initialization().name(),
                model -> model.regularizer().name().equals(Entry.NONE)
                        ? ""
                        : model.regularizer().name()));
        for (Function<ModelChoice, Choice> choice : CHOICES) {
            TreeSet<String> settings = new TreeSet<>();
            models.forEach(model ->
                    settings.addAll(choice.apply(model).settings().values().keySet()));
            settings.forEach(setting ->
                    parts.add(model -> SettingText.of(choice.apply(model).settings(), setting)));
        }
        return parts;
    }

    private static String initialState(ModelChoice model) {
        return model.initialState().equals(ModelChoice.ZERO) ? "" : model.initialState() + " state";
    }

    private static long distinct(List<ModelChoice> models, List<Function<ModelChoice, String>> parts) {
        return models.stream().map(model -> name(model, parts)).distinct().count();
    }

    private static String name(ModelChoice model, List<Function<ModelChoice, String>> parts) {
        return parts.stream()
                .map(part -> part.apply(model))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Returns all that a model is set to. */
    static String described(ModelChoice model) {
        return described(model.cell()) + ", " + model.hidden() + " units"
                + (model.layers() == 1 ? "" : " in each of " + model.layers() + " layers")
                + "; initialization " + described(model.initialization())
                + "; regularizer " + described(model.regularizer())
                + "; initial state " + model.initialState();
    }

    private static String described(Choice choice) {
        if (choice.settings().values().isEmpty()) {
            return choice.name();
        }
        return choice.settings().values().keySet().stream()
                .map(setting -> SettingText.of(choice.settings(), setting))
                .collect(Collectors.joining(", ", choice.name() + " (", ")"));
    }
}

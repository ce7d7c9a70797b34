package org.longspan.reports.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.longspan.harness.record.ModelChoice;

/** Short names for models: the cell's name, and as much more as it takes to tell them apart. */
final class ModelNames {

    private static final List<Function<ModelChoice, String>> PARTS = List.of(
            m -> m.cell().name(),
            m -> "H" + m.hidden(),
            m -> m.layers() + " layers",
            m -> m.initialization().name(),
            m -> m.regularizer().name(),
            m -> m.cell().settings().values().toString(),
            m -> m.initialization().settings().values().toString(),
            m -> m.regularizer().settings().values().toString(),
            m -> "initial state " + m.initialState());

    private ModelNames() {}

    static Map<ModelChoice, String> of(List<ModelChoice> models) {
        List<Function<ModelChoice, String>> used = new ArrayList<>();
        for (Function<ModelChoice, String> part : PARTS) {
            long distinct = models.stream().map(part).distinct().count();
            if (used.isEmpty() || distinct > 1 && !distinguished(models, used)) {
                used.add(part);
            }
        }
        Map<ModelChoice, String> names = new LinkedHashMap<>();
        for (ModelChoice model : models) {
            names.put(model, name(model, used));
        }
        return names;
    }

    private static boolean distinguished(List<ModelChoice> models, List<Function<ModelChoice, String>> parts) {
        return models.stream().map(m -> name(m, parts)).distinct().count() == models.size();
    }

    private static String name(ModelChoice model, List<Function<ModelChoice, String>> parts) {
        return String.join(" ", parts.stream().map(part -> part.apply(model)).toList());
    }
}

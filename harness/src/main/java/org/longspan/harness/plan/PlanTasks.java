package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longspan.harness.TaskCatalogue;
import org.longspan.harness.UserError;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Reads the tasks of a plan, an element a length. */
final class PlanTasks {

    private static final List<String> KEYS = List.of("family", "variant", "lengths");

    private final TaskCatalogue catalogue;

    PlanTasks(TaskCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<TaskChoice> read(PlanNode node) {
        List<TaskChoice> tasks = new ArrayList<>();
        for (PlanNode element : node.elements()) {
            TaskProvider provider = provider(element);
            for (PlanNode length : required(element, "lengths").elements()) {
                TaskChoice task = task(provider, element, length);
                if (tasks.contains(task)) {
                    throw length.wrong("this task stands twice at length " + task.length() + ", expected once");
                }
                tasks.add(task);
            }
        }
        return tasks;
    }

    private TaskProvider provider(PlanNode element) {
        return catalogue.provider(required(element, "family").oneOf("task", catalogue.names()));
    }

    private static TaskChoice task(TaskProvider provider, PlanNode element, PlanNode length) {
        Settings given = Methods.settings(element, KEYS, provider.settings());
        Settings settings = Entry.complete(provider.name(), provider.settings(), given);
        String variant = variant(provider, element);
        int steps = length.whole(1);
        try {
            provider.variant(variant, steps);
            Map<String, String> files =
                    provider.create(variant, steps, settings).description().files();
            return new TaskChoice(provider.name(), variant, steps, settings, files);
        } catch (IllegalArgumentException e) {
            throw length.wrong(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            throw new UserError(
                    length.wrong("task " + provider.name() + " cannot be made: " + e)
                            .getMessage(),
                    e);
        }
    }

    private static String variant(TaskProvider provider, PlanNode element) {
        List<String> known = provider.variants().stream().map(Variant::name).toList();
        PlanNode variant = element.mapping().get("variant");
        return variant == null ? known.get(0) : variant.oneOf("variant of " + provider.name(), known);
    }

    private static PlanNode required(PlanNode node, String key) {
        PlanNode value = node.mapping().get(key);
        if (value == null) {
            throw node.wrong("the key " + key + " is missing");
        }
        return value;
    }
}

package org.longspan.harness.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.FilePlaces;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.DataFile;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Reads the tasks of a plan, one for each length. */
final class PlanTasks {

    private static final List<String> KEYS = List.of("family", "variant", "lengths");

    private final TaskCatalogue catalogue;

    PlanTasks(TaskCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The tasks of a plan and their files.
     *
     * @param tasks one for each length
     * @param files paths of the files that the tasks read
     */
    record Found(List<TaskChoice> tasks, FilePlaces files) {}

    Found read(PlanNode node) {
        List<TaskChoice> tasks = new ArrayList<>();
        FilePlaces files = FilePlaces.NONE;
        for (PlanNode element : node.elements()) {
            TaskProvider provider = provider(element);
            Settings settings = settings(provider, element);
            for (PlanNode length : required(element, "lengths").elements()) {
                TaskChoice task = task(provider, element, settings, length);
                if (tasks.contains(task)) {
                    throw length.wrong("this task is given twice at length " + task.length() + ", expected once");
                }
                tasks.add(task);
                files = files.and(places(provider, settings, task));
            }
        }
        return new Found(tasks, files);
    }

    private static Settings settings(TaskProvider provider, PlanNode element) {
        Settings given = Methods.settings(element, KEYS, provider.settings());
        FilePlaces.names(provider).forEach(name -> required(element, name));
        return Entry.complete(provider.name(), provider.settings(), given);
    }

    /** Returns the path of each file in the plan, by the content that the task read. */
    private static FilePlaces places(TaskProvider provider, Settings settings, TaskChoice task) {
        FilePlaces places = FilePlaces.NONE;
        for (String name : FilePlaces.names(provider)) {
            String content = task.files().get(name);
            if (content == null) {
                throw new UserError("task " + provider.name() + " does not say what its file " + name
                        + " holds, expected its SHA-256 and size under that name in its description");
            }
            places = places.with(content, Path.of(settings.word(name)));
        }
        return places;
    }

    private TaskProvider provider(PlanNode element) {
        return catalogue.provider(required(element, "family").oneOf("task", catalogue.names()));
    }

    private static TaskChoice task(TaskProvider provider, PlanNode element, Settings settings, PlanNode length) {
        String variant = variant(provider, element);
        int steps = length.count(Limits.LENGTH);
        try {
            provider.variant(variant, steps);
            Map<String, String> files =
                    provider.create(variant, steps, settings).description().files();
            Settings own = FilePlaces.withoutFiles(provider, settings);
            return new TaskChoice(provider.name(), variant, steps, own, files);
        } catch (DataFile.Unusable e) {
            throw element.mapping().getOrDefault(e.setting(), element).wrong(e.getMessage());
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

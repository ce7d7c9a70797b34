package org.longspan.harness.plan;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.longspan.harness.plugin.PlugIn;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.plugin.PlugIns;
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
    private final UnaryOperator<String> places;
    private final PlanErrors errors;
    private final Set<TaskChoice> tasks = new LinkedHashSet<>();
    private final Map<String, Path> files = new TreeMap<>();

    PlanTasks(TaskCatalogue catalogue, UnaryOperator<String> places, PlanErrors errors) {
        this.catalogue = catalogue;
        this.places = places;
        this.errors = errors;
    }

    /**
     * The tasks of a plan and their files.
     *
     * @param tasks one for each length
     * @param files paths of the files that the tasks read
     */
    record Found(List<TaskChoice> tasks, FilePlaces files) {}

    Found read(PlanNode node) {
        node.elements().forEach(element -> errors.check(() -> readOne(element)));
        FilePlaces places = FilePlaces.NONE;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            places = places.with(file.getKey(), file.getValue());
        }
        return new Found(List.copyOf(tasks), places);
    }

    private void readOne(PlanNode element) {
        Optional<TaskProvider> found = errors.in(() -> provider(element));
        if (found.isEmpty()) {
            element.required("lengths").elements().forEach(length -> errors.check(() -> length.count(Limits.LENGTH)));
            return;
        }
        TaskProvider provider = found.get();
        List<PlugIn> own = catalogue.plugIn(provider.name()).stream().toList();
        PlugInError.guard(own, () -> {
            readOne(provider, element);
            return provider;
        });
    }

    private void readOne(TaskProvider provider, PlanNode element) {
        Optional<Settings> settings = errors.in(() -> settings(provider, element));
        Optional<String> variant = errors.in(() -> variant(provider, element));
        for (PlanNode length : element.required("lengths").elements()) {
            Optional<Integer> steps = errors.in(() -> length.count(Limits.LENGTH));
            if (settings.isPresent() && variant.isPresent() && steps.isPresent()) {
                Place place = new Place(provider, element, length);
                errors.check(() -> add(place, task(place, variant.get(), steps.get(), settings.get()), settings.get()));
            }
        }
    }

    /** A length in a plan, and the task that has it. */
    private record Place(TaskProvider provider, PlanNode element, PlanNode length) {}

    private void add(Place place, TaskChoice task, Settings settings) {
        if (!tasks.add(task)) {
            throw place.length.wrong("this task is given twice at length " + task.length() + ", expected once");
        }
        for (String name : FilePlaces.names(place.provider)) {
            if (settings.word(name).isEmpty()) {
                continue; // a file that may be left out
            }
            String content = task.files().get(name);
            if (content == null) {
                throw new UserError("task " + place.provider.name() + " does not say what its file " + name
                        + " holds, expected its SHA-256 and size under that name in its description");
            }
            files.put(content, Path.of(settings.word(name)));
        }
    }

    private Settings settings(TaskProvider provider, PlanNode element) {
        Settings given = Methods.settings(element, KEYS, provider.settings(), errors);
        FilePlaces.required(provider).forEach(element::required);
        return placed(provider, Entry.complete(provider.name(), provider.settings(), given));
    }

    /** Returns the settings with the places of files for their paths in the plan. */
    private Settings placed(TaskProvider provider, Settings written) {
        Settings placed = written;
        for (String name : FilePlaces.names(provider)) {
            String path = written.word(name);
            placed = path.isEmpty() ? placed : placed.with(name, places.apply(path));
        }
        return placed;
    }

    private TaskProvider provider(PlanNode element) {
        boolean jars = catalogue.names().stream()
                .anyMatch(name -> catalogue.jarOf(name).isPresent());
        Kind task = jars ? Kind.of("task") : Kind.ofJars("task", "--tasks");
        return catalogue.provider(element.required("family").oneOf(task, catalogue.names()));
    }

    private TaskChoice task(Place place, String variant, int steps, Settings settings) {
        TaskProvider provider = place.provider;
        try {
            provider.variant(variant, steps);
            Map<String, String> files =
                    provider.create(variant, steps, settings).description().files();
            Settings own = FilePlaces.withoutFiles(provider, settings);
            return new TaskChoice(provider.name(), variant, steps, own, files);
        } catch (DataFile.Unusable e) {
            throw place.element
                    .mapping()
                    .getOrDefault(e.setting(), place.element)
                    .wrong(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw place.length.wrong(e.getMessage());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new UserError(place.length.wrong(unmade(provider, e)).getMessage(), e);
        }
    }

    private String unmade(TaskProvider provider, Throwable e) {
        String jar = catalogue
                .plugIn(provider.name())
                .map(plugIn -> " of " + plugIn.place())
                .orElse("");
        return "task " + provider.name() + jar + " cannot be made: " + PlugIns.told(e);
    }

    private static String variant(TaskProvider provider, PlanNode element) {
        List<String> known = provider.variants().stream().map(Variant::name).toList();
        PlanNode variant = element.mapping().get("variant");
        return variant == null ? known.get(0) : variant.oneOf(Kind.of("variant", provider.name()), known);
    }
}

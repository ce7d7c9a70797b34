package org.longspan.harness.task;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.plugin.PlugIn;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;
import org.longspan.task.TaskProvider;

/** All available task families: those on the class path and those in external jars. */
public final class TaskCatalogue {

    private static final PlugIns<TaskProvider> PLUG_INS = new PlugIns<>(TaskProvider.class, "task");

    private final Map<String, TaskProvider> providers;
    private final Map<String, Path> jars; // by the name of a family from outside

    private TaskCatalogue(Map<String, TaskProvider> providers, Map<String, Path> jars) {
        this.providers = Collections.unmodifiableMap(providers);
        this.jars = Collections.unmodifiableMap(jars);
    }

    /**
     * Loads the providers on the class path and in {@code jars}. The jars stay open while the catalogue is in use.
     *
     * @throws UserError if a file is not a jar or holds no task, if a provider is broken, or if two share a name
     */
    public static TaskCatalogue load(List<Path> jars) {
        Map<String, TaskProvider> found = new TreeMap<>();
        Map<String, Path> places = new TreeMap<>();
        PLUG_INS.onClassPath().forEach(provider -> add(provider, "the class path", found));
        for (Path jar : jars) {
            PLUG_INS.in(jar).forEach(provider -> places.put(add(provider, PLUG_INS.place(jar), found), jar));
        }
        return new TaskCatalogue(found, places);
    }

    /** Returns a catalogue of these providers only. */
    public static TaskCatalogue of(Collection<? extends TaskProvider> providers) {
        Map<String, TaskProvider> found = new TreeMap<>();
        providers.forEach(provider -> add(provider, "this list", found));
        return new TaskCatalogue(found, Map.of());
    }

    /** Returns the providers, sorted by name. */
    public List<TaskProvider> providers() {
        return List.copyOf(providers.values());
    }

    /** Returns the names of the families, sorted. */
    public Collection<String> names() {
        return providers.keySet();
    }

    /**
     * Returns the provider of that name.
     *
     * @throws UserError if there is none; the message lists the known names
     */
    public TaskProvider provider(String name) {
        TaskProvider provider = providers.get(name);
        if (provider == null) {
            throw new UserError("unknown task " + Shown.value(name) + NameHint.hint(name, names()));
        }
        return provider;
    }

    /** Returns the jar of the family of that name; empty if the family belongs to this build. */
    public Optional<Path> jarOf(String name) {
        return Optional.ofNullable(jars.get(name));
    }

    /** Returns the family of that name as a plug-in; empty if it belongs to this build. */
    public Optional<PlugIn> plugIn(String name) {
        return jarOf(name).map(jar -> new PlugIn("task " + name, PLUG_INS.place(jar)));
    }

    private static String add(TaskProvider provider, String place, Map<String, TaskProvider> found) {
        String name = name(provider, place);
        TaskProvider other = found.putIfAbsent(name, provider);
        if (other != null) {
            throw new UserError("task " + name + " of " + place + " ("
                    + provider.getClass().getName() + ") is already defined by "
                    + other.getClass().getName() + ", expected a name of its own");
        }
        return name;
    }

    private static String name(TaskProvider provider, String place) {
        try {
            return Objects.requireNonNull(provider.name(), "its name is null");
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw PLUG_INS.unusable(place, e);
        }
    }
}

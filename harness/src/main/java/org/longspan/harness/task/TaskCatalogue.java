package org.longspan.harness.task;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.task.TaskProvider;

/** Every family of tasks that can be had: those on the class path, and those of strangers' jars. */
public final class TaskCatalogue {

    private static final PlugIns<TaskProvider> PLUG_INS = new PlugIns<>(TaskProvider.class, "task");

    private final Map<String, TaskProvider> providers;

    private TaskCatalogue(Map<String, TaskProvider> providers) {
        this.providers = Collections.unmodifiableMap(providers);
    }

    /**
     * Loads the providers of the class path and of {@code jars}. The jars stay open as long as this lives.
     *
     * @throws UserError if a jar is none or holds no task, if a provider is broken or two have one name
     */
    public static TaskCatalogue load(List<Path> jars) {
        Map<String, TaskProvider> found = new TreeMap<>();
        PLUG_INS.onClassPath().forEach(provider -> add(provider, "the class path", found));
        for (Path jar : jars) {
            PLUG_INS.in(jar).forEach(provider -> add(provider, PLUG_INS.place(jar), found));
        }
        return new TaskCatalogue(found);
    }

    /** Returns the catalogue of just these providers. */
    public static TaskCatalogue of(Collection<? extends TaskProvider> providers) {
        Map<String, TaskProvider> found = new TreeMap<>();
        providers.forEach(provider -> add(provider, "this list", found));
        return new TaskCatalogue(found);
    }

    /** Returns the providers in the order of their names. */
    public List<TaskProvider> providers() {
        return List.copyOf(providers.values());
    }

    /** Returns the names of the families, in order. */
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
            throw new UserError("unknown task " + name + NameHint.hint(name, names()));
        }
        return provider;
    }

    private static void add(TaskProvider provider, String place, Map<String, TaskProvider> found) {
        String name;
        try {
            name = provider.name();
        } catch (RuntimeException | LinkageError e) {
            throw PLUG_INS.unusable(place, e);
        }
        TaskProvider other = found.putIfAbsent(name, provider);
        if (other != null) {
            throw new UserError("task " + name + " of " + place + " ("
                    + provider.getClass().getName() + ") has the name of another one ("
                    + other.getClass().getName() + "), expected a name of its own");
        }
    }
}

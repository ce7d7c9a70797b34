package org.longspan.harness.task;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.task.TaskProvider;

/** Every family of tasks that can be had: those on the class path, and those of strangers' jars. */
public final class TaskCatalogue {

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
        ClassLoader own = TaskCatalogue.class.getClassLoader();
        Map<String, TaskProvider> found = new TreeMap<>();
        addAll(ServiceLoader.load(TaskProvider.class, own), own, "the class path", found);
        for (Path jar : jars) {
            requireJar(jar);
            ClassLoader foreign = new URLClassLoader(new URL[] {url(jar)}, own);
            if (addAll(ServiceLoader.load(TaskProvider.class, foreign), foreign, "task jar " + jar, found) == 0) {
                throw new UserError("task jar " + jar + " holds no tasks of its own, expected a file META-INF/services/"
                        + TaskProvider.class.getName() + " that names a provider which Longspan does not have already");
            }
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

    private static int addAll(
            ServiceLoader<TaskProvider> loader, ClassLoader home, String place, Map<String, TaskProvider> found) {
        int added = 0;
        try {
            for (TaskProvider provider : loader) {
                if (provider.getClass().getClassLoader() == home || home == TaskCatalogue.class.getClassLoader()) {
                    add(provider, place, found);
                    added++;
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new UserError(place + " has a task provider that cannot be loaded: " + rootOf(e), e);
        }
        return added;
    }

    private static void add(TaskProvider provider, String place, Map<String, TaskProvider> found) {
        String name;
        try {
            name = provider.name();
        } catch (RuntimeException | LinkageError e) {
            throw new UserError(place + " has a task provider that cannot be used: " + rootOf(e), e);
        }
        TaskProvider other = found.putIfAbsent(name, provider);
        if (other != null) {
            throw new UserError("task " + name + " of " + place + " ("
                    + provider.getClass().getName() + ") has the name of another one ("
                    + other.getClass().getName() + "), expected a name of its own");
        }
    }

    private static void requireJar(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new UserError("task jar " + jar + (Files.isDirectory(jar) ? " is a folder" : " is not there")
                    + ", expected a jar file");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.size();
        } catch (IOException e) {
            throw new UserError("task jar " + jar + " is no jar (" + e.getMessage() + ")", e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UserError("task jar " + jar + " has a name that is no address", e);
        }
    }

    private static String rootOf(Throwable e) {
        Throwable root = Throwables.getRootCause(e);
        return root.getClass().getSimpleName() + " " + root.getMessage();
    }
}

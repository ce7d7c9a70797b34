package org.longspan.harness.plugin;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;
import org.longspan.harness.refusal.UserError;

/**
 * Finds the providers of a service on the class path and in strangers' jars. Each jar has a class loader of its own, named
 * after it, and stays open.
 *
 * @param <T> the service
 */
public final class PlugIns<T> {

    private static final String JAR = " jar ";

    private final Class<T> service;
    private final String kind;

    /**
     * Creates a search.
     *
     * @param kind what a provider gives, for messages: {@code task}
     */
    public PlugIns(Class<T> service, String kind) {
        this.service = service;
        this.kind = kind;
    }

    /**
     * Returns the providers on the class path.
     *
     * @throws UserError if one cannot be loaded
     */
    public List<T> onClassPath() {
        return load(PlugIns.class.getClassLoader(), "the class path");
    }

    /**
     * Returns the providers that {@code jar} itself holds.
     *
     * @throws UserError if it is no jar, holds none, or one cannot be loaded
     */
    public List<T> in(Path jar) {
        requireJar(jar);
        ClassLoader loader = new URLClassLoader(place(jar), new URL[] {url(jar)}, PlugIns.class.getClassLoader());
        List<T> found = load(loader, place(jar)).stream()
                .filter(provider -> provider.getClass().getClassLoader() == loader)
                .toList();
        if (found.isEmpty()) {
            throw new UserError(place(jar) + " holds no " + kind + "s of its own, expected a file META-INF/services/"
                    + service.getName() + " that names a provider which Longspan does not have already");
        }
        return found;
    }

    /** Returns what messages call {@code jar}. */
    public String place(Path jar) {
        return kind + JAR + jar;
    }

    /** Returns the refusal of a provider that throws when it is asked what it gives. */
    public UserError unusable(String place, Throwable e) {
        return new UserError(place + " has a " + kind + " provider that cannot be used: " + root(e), e);
    }

    /** Returns the deepest cause, in half a sentence. */
    public static String root(Throwable e) {
        Throwable root = Throwables.getRootCause(e);
        return root.getClass().getSimpleName() + " " + root.getMessage();
    }

    /** Returns which jar's code {@code e} comes out of, as messages call it; nothing if it is Longspan's own. */
    public static Optional<String> culprit(Throwable e) {
        for (StackTraceElement frame : Throwables.getRootCause(e).getStackTrace()) {
            String loader = frame.getClassLoaderName();
            if (loader != null && loader.contains(JAR)) {
                return Optional.of(loader);
            }
        }
        return Optional.empty();
    }

    private List<T> load(ClassLoader loader, String place) {
        List<T> found = new ArrayList<>();
        try {
            ServiceLoader.load(service, loader).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new UserError(place + " has a " + kind + " provider that cannot be loaded: " + root(e), e);
        }
        return found;
    }

    private void requireJar(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new UserError(
                    place(jar) + (Files.isDirectory(jar) ? " is a folder" : " is not there") + ", expected a jar file");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.size();
        } catch (IOException e) {
            throw new UserError(place(jar) + " is no jar (" + e.getMessage() + ")", e);
        }
    }

    private URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UserError(place(jar) + " has a name that is no address", e);
        }
    }
}

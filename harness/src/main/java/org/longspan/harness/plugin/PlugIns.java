package org.longspan.harness.plugin;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;

/**
 * Finds the providers of a service on the class path and in external jars. Each jar gets its own class loader, named
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
     * @param kind what a provider supplies, for messages, such as {@code task}
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
     * Returns the providers that {@code jar} itself contains.
     *
     * @throws UserError if the file is not a jar, contains no provider, or one cannot be loaded
     */
    public List<T> in(Path jar) {
        requireJar(jar);
        ClassLoader loader = new URLClassLoader(place(jar), new URL[] {url(jar)}, PlugIns.class.getClassLoader());
        List<T> found = load(loader, place(jar)).stream()
                .filter(provider -> provider.getClass().getClassLoader() == loader)
                .toList();
        if (found.isEmpty()) {
            throw new UserError(place(jar) + " holds no " + kind + "s of its own, expected a file META-INF/services/"
                    + service.getName() + " that names a provider which Longspan does not have yet");
        }
        return found;
    }

    /** Returns the name of {@code jar} in messages. */
    public String place(Path jar) {
        return kind + JAR + jar;
    }

    /** Returns the error for a provider that throws when its entries are requested. */
    public UserError unusable(String place, Throwable e) {
        return new UserError(place + " has a " + kind + " provider that cannot be used: " + told(e), e);
    }

    /**
     * Returns the type and message of the root cause and the line of the jar that it comes from, such as
     * {@code IllegalStateException: no luck (Guests.java:21)}.
     */
    public static String told(Throwable e) {
        Throwable root = Causes.root(e);
        String hint = root instanceof LinkageError ? "; was the jar compiled against this version of Longspan?" : "";
        return text(root) + frame(e).map(frame -> " (" + line(frame) + ")").orElse("") + hint;
    }

    /** Returns the type and message of an exception, in one line that is not too long. */
    public static String text(Throwable e) {
        String type = e.getClass().getSimpleName();
        String message = Causes.message(e);
        return message == null ? type : Shown.sentence(type + ": " + Shown.line(message));
    }

    /** Returns the message name of the jar whose code threw {@code e}; empty if that was Longspan's own code. */
    public static Optional<String> culprit(Throwable e) {
        return frame(e).map(StackTraceElement::getClassLoaderName);
    }

    /** Returns the innermost line of a jar, that of the root cause before those of exceptions around it. */
    private static Optional<StackTraceElement> frame(Throwable e) {
        return Lists.reverse(Causes.chain(e)).stream()
                .flatMap(cause -> Causes.lines(cause).stream())
                .filter(frame -> frame.getClassLoaderName() != null
                        && frame.getClassLoaderName().contains(JAR))
                .findFirst();
    }

    private static String line(StackTraceElement frame) {
        boolean compiledWithLines = frame.getFileName() != null && frame.getLineNumber() >= 0;
        return compiledWithLines
                ? frame.getFileName() + ":" + frame.getLineNumber()
                : frame.getClassName() + "." + frame.getMethodName();
    }

    private List<T> load(ClassLoader loader, String place) {
        List<T> found = new ArrayList<>();
        try {
            ServiceLoader.load(service, loader).forEach(found::add);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) { // a constructor or a static initializer may throw anything
            throw new UserError(place + " has a " + kind + " provider that cannot be loaded: " + told(e), e);
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
            throw new UserError(place(jar) + " is not a jar (" + e.getMessage() + ")", e);
        }
    }

    /** Java takes the first {@code !/} in the URL of a jar's entry for the jar's end, also inside of a folder's name. */
    private URL url(Path jar) {
        try {
            return URI.create(jar.toUri().toString().replace("!", "%21")).toURL();
        } catch (MalformedURLException e) {
            throw new UserError(place(jar) + " has a name that cannot be written as a URL", e);
        }
    }
}

package org.longspan.suite.code;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Loads the classes of the class path anew, except the JDK's, and records their names. */
final class RecordingLoader extends URLClassLoader {

    private final Set<String> loaded = new TreeSet<>();

    RecordingLoader() {
        super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(RecordingLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The virtual machine calls this for every class that a class of this loader needs. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = super.findClass(name);
        if (name.startsWith("org.longspan.")) {
            loaded.add(name.replaceAll("\\$.*", ""));
        }
        return found;
    }

    /** Clears the record. */
    void begin() {
        loaded.clear();
    }

    /** Returns the top-level classes loaded since, themselves or by a nested class. */
    Set<String> loaded() {
        return loaded;
    }
}

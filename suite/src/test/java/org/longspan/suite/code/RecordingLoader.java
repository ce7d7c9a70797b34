package org.longspan.suite.code;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Loads all classes of the class path anew, the JDK's excepted, and writes down which ones. */
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

    /** The virtual machine asks here for every class that another one of this loader needs. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = super.findClass(name);
        if (name.startsWith("org.longspan.")) {
            loaded.add(name.replaceAll("\\$.*", ""));
        }
        return found;
    }

    /** Forgets what was loaded so far. */
    void begin() {
        loaded.clear();
    }

    /** Returns the top-level classes that were loaded since, or whose nested ones were. */
    Set<String> loaded() {
        return loaded;
    }
}

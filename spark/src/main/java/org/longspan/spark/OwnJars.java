package org.longspan.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;

/**
 * The jars inside of {@code longspan-spark.jar}, loaded apart from Spark's class path: Spark's Guava and Jackson stand
 * before all others there. They are whole and unchanged, as the launcher loads them, because their bytes tell the code
 * of a trial: with relocated classes, results would be those of other code.
 */
final class OwnJars {

    private static final String LIB = "lib/";

    private OwnJars() {}

    /** Makes the loader when it is first needed, once in a virtual machine. */
    private static final class Holder {
        static final ClassLoader LOADER = loader();
    }

    /** Returns the class of that name among these jars. */
    static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, Holder.LOADER);
    }

    private static ClassLoader loader() {
        try {
            Path jar = Path.of(OwnJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<URL> urls = new ArrayList<>(List.of(jar.toUri().toURL()));
            for (Path unpacked : unpack(jar)) {
                urls.add(unpacked.toUri().toURL());
            }
            return new URLClassLoader("longspan", urls.toArray(URL[]::new), new SparkAlone());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> unpack(Path jar) throws IOException {
        Path folder = folder();
        List<Path> files = new ArrayList<>();
        try (JarFile whole = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = whole.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(LIB) && entry.getName().endsWith(".jar")) {
                    Path file = folder.resolve(entry.getName().substring(LIB.length()));
                    try (InputStream in = whole.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                    file.toFile().deleteOnExit();
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** Returns a new folder: in an executor among its files, which Spark removes however the executor ends. */
    private static Path folder() throws IOException {
        Path folder = SparkEnv.get() == null
                ? Files.createTempDirectory("longspan-")
                : Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "longspan-");
        folder.toFile().deleteOnExit(); // before its files, which are deleted in the opposite order
        return folder;
    }

    /** Lets Longspan see the JDK, and of Spark's class path Spark and Scala. */
    private static final class SparkAlone extends ClassLoader {

        SparkAlone() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.apache.spark.") || name.startsWith("scala.")) {
                return OwnJars.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}

package org.longspan.harness.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.longspan.harness.record.Trial;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.Parameters;
import org.longspan.optim.Optimizer;
import org.longspan.task.TaskProvider;

/**
 * Which code makes a result: the hashes of the modules that decide it, and of each family of tasks. Results are
 * reused only where it is equal.
 *
 * @param byModule {@code numerics}, {@code tasks-api}, which keys every sequence's stream, {@code model}, {@code optim},
 *     {@code harness}, and {@code task NAME} for each family
 */
public record CodeHash(Map<String, String> byModule) {

    private static final String RESOURCE = "META-INF/longspan/code.sha256";
    private static final String TASK = "task ";
    private static final List<String> SHARED = List.of("numerics", "tasks-api", "model", "optim", "harness");
    private static final List<Class<?>> INSIDE =
            List.of(Parameters.class, TaskProvider.class, RecurrentCell.class, Optimizer.class, Trial.class);

    public CodeHash {
        byModule = new TreeMap<>(byModule);
    }

    /** Returns the hashes of what is running, for these families of tasks. */
    public static CodeHash of(TaskCatalogue tasks, Iterable<String> families) {
        Map<String, String> hashes = new TreeMap<>();
        for (int i = 0; i < SHARED.size(); i++) {
            hashes.put(SHARED.get(i), ofModule(SHARED.get(i), INSIDE.get(i)));
        }
        for (String family : families) {
            hashes.put(TASK + family, ofTask(tasks.provider(family)));
        }
        return new CodeHash(hashes);
    }

    /** Returns the hash of all code that makes a trial on a task of that family. */
    public String ofTrial(String family) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String module : SHARED) {
            hasher.putString(module + " " + byModule.get(module) + "\n", StandardCharsets.UTF_8);
        }
        hasher.putString("task " + byModule.get(TASK + family) + "\n", StandardCharsets.UTF_8);
        return hasher.hash().toString();
    }

    /** Returns the names of the modules whose hash in {@code other} is a different one. */
    public List<String> differingFrom(Map<String, String> other) {
        return byModule.keySet().stream()
                .filter(module ->
                        other.containsKey(module) && !byModule.get(module).equals(other.get(module)))
                .toList();
    }

    private static String ofModule(String module, Class<?> inside) {
        try (InputStream in = beside(inside, RESOURCE).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UserError(
                    "the hash of the code of " + module + " (" + RESOURCE + ") is missing, expected a build by Maven",
                    e);
        }
    }

    private static String ofTask(TaskProvider provider) {
        try (InputStream in = beside(provider.getClass(), RESOURCE).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return ofClasses(provider); // a stranger's build need not know our hash
        }
    }

    /** The SHA-256 over names and bytes of all classes of the jar or folder that the provider comes from. */
    private static String ofClasses(TaskProvider provider) {
        String self = provider.getClass().getName().replace('.', '/') + ".class";
        try {
            URLConnection connection = beside(provider.getClass(), self).openConnection();
            Map<String, byte[]> classes = connection instanceof JarURLConnection jar
                    ? classesOf(Path.of(jar.getJarFileURL().toURI()))
                    : classesUnder(Path.of(beside(provider.getClass(), "").toURI()));
            Hasher hasher = Hashing.sha256().newHasher();
            classes.forEach((name, bytes) -> hasher.putString(name + "\n", StandardCharsets.UTF_8)
                    .putInt(bytes.length)
                    .putBytes(bytes));
            return hasher.hash().toString();
        } catch (IOException | java.net.URISyntaxException e) {
            throw new UserError("the classes of task " + provider.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> classesOf(Path jar) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry :
                    file.stream().filter(e -> isClass(e.getName())).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    classes.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return classes;
    }

    private static Map<String, byte[]> classesUnder(Path root) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> isClass(f.toString())).toList()) {
                classes.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class");
    }

    /** The address of {@code resource} in the very jar or folder that {@code inside} comes from. */
    private static URL beside(Class<?> inside, String resource) throws IOException {
        String path = inside.getName().replace('.', '/') + ".class";
        String self = inside.getResource("/" + path).toString();
        return new URL(self.substring(0, self.length() - path.length()) + resource);
    }
}

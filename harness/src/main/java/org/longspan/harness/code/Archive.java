package org.longspan.harness.code;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * A jar or folder of classes without an index: a library or an external jar.
 *
 * @param path of the jar or folder
 */
record Archive(Path path) {

    /** The internal name of one of this project's top-level types in a class file; nested types count as their host. */
    private static final Pattern NAMED = Pattern.compile("org/longspan(?:/[a-z]\\w*)+/[A-Z]\\w*");

    /**
     * Returns the archive that contains the class of that name; empty if the class belongs to the JDK or does not
     * exist.
     */
    static Optional<Archive> of(ClassLoader loader, String type) {
        String file = type.replace('.', '/') + ".class";
        URL url = loader.getResource(file);
        try {
            if (url != null && url.openConnection() instanceof JarURLConnection jar) {
                return Optional.of(new Archive(Path.of(jar.getJarFileURL().toURI())));
            }
            if (url != null && url.getProtocol().equals("file")) {
                String address = url.toString();
                return Optional.of(new Archive(
                        Path.of(new URL(address.substring(0, address.length() - file.length())).toURI())));
            }
            return Optional.empty();
        } catch (IOException | URISyntaxException e) {
            throw new UserError("class " + type + " comes from " + url + ", expected a jar", e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Returns the SHA-256 of the jar, or of the names and contents of all files in the folder. */
    String hash() {
        try {
            if (Files.isRegularFile(path)) {
                return MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString();
            }
            Digest digest = new Digest();
            for (Path file : files(path)) {
                String sha256 =
                        MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
                digest.add(path.relativize(file).toString().replace('\\', '/') + " " + sha256);
            }
            return digest.hash();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the names of all types of this project that its classes use. */
    Set<String> names() {
        try {
            if (!Files.isRegularFile(path)) {
                return names(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return names(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Set<String> names(Path root) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files(root)) {
            if (file.toString().endsWith(".class")) {
                Matcher named = NAMED.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                while (named.find()) {
                    names.add(named.group().replace('/', '.'));
                }
            }
        }
        return names;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private UserError unreadable(IOException e) {
        return new UserError(path + " cannot be read: " + FileFailures.of(e), e);
    }
}

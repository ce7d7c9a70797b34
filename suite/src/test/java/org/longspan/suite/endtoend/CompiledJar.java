package org.longspan.suite.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles one source file into a jar that provides a service. */
final class CompiledJar {

    private CompiledJar() {}

    /**
     * Writes {@code jar}, in which a class of that name in the unnamed package provides {@code service}, and returns
     * it.
     */
    static Path write(Path jar, Class<?> service, String name, String source) throws IOException {
        Path sources = Files.createDirectories(jar.resolveSibling(jar.getFileName() + "-sources"));
        Path classes = Files.createDirectories(jar.resolveSibling(jar.getFileName() + "-classes"));
        compile(Files.writeString(sources.resolve(name + ".java"), source), classes);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            add(entries, "META-INF/services/" + service.getName(), name.getBytes(StandardCharsets.UTF_8));
            for (Path file : files(classes)) {
                add(entries, file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void compile(Path source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = compiler.run(
                null,
                said,
                said,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
        if (code != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
    }

    private static void add(JarOutputStream entries, String name, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(bytes);
        entries.closeEntry();
    }
}

package org.longspan.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.longspan.method.MethodProvider;
import org.longspan.task.TaskProvider;

/** A jar from outside Longspan with the task parrot, which fails at length 3, and the clipping half-length. */
final class StrangersJar {

    private static final String CLASS = "Parrot";

    private static final String SOURCE = """
            import java.util.List;
            import org.longspan.method.MethodProvider;
            import org.longspan.numerics.catalogue.*;
            import org.longspan.numerics.random.RandomStream;
            import org.longspan.optim.ClippingScheme;
            import org.longspan.optim.clip.Normalize;
            import org.longspan.task.*;

            /** Says at the end the number that it heard first. */
            public final class Parrot implements TaskProvider, MethodProvider {
                public String name() {
                    return "parrot";
                }

                public String summary() {
                    return "Says at the end the number that it heard first.";
                }

                public List<Variant> variants() {
                    return List.of(new Variant("first", "One number.", "Parrot (2024).", 2));
                }

                public List<Entry<ClippingScheme>> clippings() {
                    return List.of(new Entry<>(
                            "half-length", "Brings every gradient to length 1/2.", "g ← g/(2‖g‖)", "Guest (2026).",
                            List.of(), List.of(), settings -> new Normalize(0.5)));
                }

                public SequenceTask create(String variant, int length, Settings settings) {
                    TaskDescription description = TaskDescription.ofNumbers(
                            name(), variant(variant, length), length, new TaskShape(length, 1, 1),
                            new Standing.Solvable(1.0 / 12, "1/12", new Measure.Loss(), 0.001), 0.5f);
                    return new SequenceTask() {
                        public TaskDescription description() {
                            return description;
                        }

                        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
                            if (length == 3) {
                                throw new IllegalStateException("no luck");
                            }
                            float number = (float) stream.uniform(0, 1);
                            batch.input(0, b, 0, number);
                            batch.target(length - 1, b, 0, number);
                        }
                    };
                }
            }
            """;

    private StrangersJar() {}

    /** Writes the jar into {@code folder} and returns its path. */
    static Path in(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = Files.writeString(folder.resolve(CLASS + ".java"), SOURCE);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        if (code != 0) {
            throw new IllegalStateException("not compiled: " + source);
        }
        Path jar = folder.resolve("parrot.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.list(classes)) {
            for (Class<?> service : List.of(TaskProvider.class, MethodProvider.class)) {
                add(entries, "META-INF/services/" + service.getName(), CLASS.getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : files.sorted().toList()) {
                add(entries, file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream entries, String name, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(bytes);
        entries.closeEntry();
    }
}

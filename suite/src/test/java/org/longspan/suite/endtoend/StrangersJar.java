package org.longspan.suite.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.longspan.task.TaskProvider;

/** A jar with a task from outside Longspan, compiled by the test. */
final class StrangersJar {

    private static final String CLASS = "Parrot";

    private static final String SOURCE = """
            import java.util.List;
            import java.util.Map;
            import org.longspan.numerics.catalogue.Settings;
            import org.longspan.numerics.random.RandomStream;
            import org.longspan.task.*;

            /** Says at the end the number that it heard first. */
            public final class Parrot implements TaskProvider {
                public String name() {
                    return "NAME";
                }

                public String summary() {
                    SUMMARY
                    return "Says at the end the number that it heard first.";
                }

                public List<Variant> variants() {
                    VARIANTS
                    return List.of(new Variant("first", "One number.", "Parrot (2024).", 2));
                }

                public SequenceTask create(String variant, int length, Settings settings) {
                    CREATE
                    TaskDescription description = TaskDescription.ofNumbers(
                            name(), variant(variant, length), length, new TaskShape(length, 1, 1),
                            new Standing.Solvable(1.0 / 12, "1/12", new Measure.Loss(), 0.001), 0.5f);
                    return new SequenceTask() {
                        public TaskDescription description() {
                            return description;
                        }

                        public List<String> warnings() {
                            WARNINGS
                            return List.of();
                        }

                        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
                            WRITE
                            float number = (float) stream.uniform(0, 1);
                            batch.input(0, b, 0, number);
                            batch.target(length - 1, b, 0, number);
                        }
                    };
                }
            }
            """;

    private StrangersJar() {}

    /** Where the code of the task may fail. */
    enum Place {
        SUMMARY,
        VARIANTS,
        CREATE,
        WARNINGS,
        WRITE
    }

    /** Writes a jar with a task of that name and returns its path. */
    static Path named(String task, Path folder) throws IOException {
        return write(task, SOURCE, folder);
    }

    /**
     * Writes a jar with a task of that name that runs {@code fault} while {@code trigger} exists.
     *
     * @param fault a statement, such as one that throws
     */
    static Path failing(String task, Place place, String fault, Path trigger) throws IOException {
        String guarded = "if (new java.io.File(\"" + trigger + "\").exists()) { " + fault + " }";
        return write(task, SOURCE.replace(place.name(), guarded), trigger.getParent());
    }

    private static Path write(String task, String source, Path folder) throws IOException {
        String complete = source.replace("NAME", task);
        for (Place place : Place.values()) {
            complete = complete.replace(place.name(), "");
        }
        return CompiledJar.write(folder.resolve(task + ".jar"), TaskProvider.class, CLASS, complete);
    }
}

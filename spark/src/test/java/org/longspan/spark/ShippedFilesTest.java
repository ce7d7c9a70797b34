package org.longspan.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.remote.Assignment;
import org.longspan.harness.remote.ShippedFile;

/** Copies of files in a temporary folder. */
class ShippedFilesTest {

    private final String name = UUID.randomUUID() + ".jar"; // found among the files of others

    @TempDir
    private Path folder;

    private Assignment assignment(String... files) {
        List<ShippedFile> jars = Stream.of(files)
                .map(file -> new ShippedFile(folder.resolve(file).toString(), file + "-" + name))
                .toList();
        return new Assignment("p.yaml", "", "scalar", jars, List.of(), Map.of());
    }

    @Test
    void copiesAreThereUntilTheyAreClosed() throws IOException {
        Files.writeString(folder.resolve("one"), "text");
        try (ShippedFiles files = ShippedFiles.of(assignment("one"))) {
            assertThat(files).isNotNull();
            assertThat(copies()).singleElement().satisfies(copy -> assertThat(copy).hasContent("text"));
        }
        assertThat(copies()).isEmpty();
    }

    @Test
    void aCopyThatFailsLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("one"), "text");
        assertThatThrownBy(() -> ShippedFiles.of(assignment("one", "missing")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("the files of the plan cannot be copied for the executors: ");
        assertThat(copies()).isEmpty();
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return folders.filter(one -> one.getFileName().toString().startsWith("longspan-files-"))
                    .map(one -> one.resolve("one-" + name))
                    .filter(Files::exists)
                    .toList();
        }
    }
}

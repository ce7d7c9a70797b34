package org.longspan.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.remote.Assignment;
import org.longspan.harness.remote.ShippedFile;

/**
 * The files and jars of an assignment under the names of their copies. Spark gives a copy the name of the file that it
 * was told of, so each has a link of its name in a temporary folder.
 */
final class ShippedFiles implements AutoCloseable {

    private final Path folder;
    private final List<Path> links = new ArrayList<>();

    private ShippedFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the links.
     *
     * @throws UserError if one cannot be made
     */
    static ShippedFiles of(Assignment assignment) {
        try {
            ShippedFiles files = new ShippedFiles(Files.createTempDirectory("longspan-files-"));
            for (ShippedFile file : assignment.shipped()) {
                Path link = files.folder.resolve(file.name());
                files.links.add(
                        Files.createSymbolicLink(link, Path.of(file.path()).toAbsolutePath()));
            }
            return files;
        } catch (IOException e) {
            throw new UserError("the files of the plan cannot be linked to: " + FileFailures.of(e), e);
        }
    }

    /** Has Spark copy them to every executor. */
    void addTo(JavaSparkContext spark) {
        links.forEach(link -> spark.addFile(link.toString()));
    }

    /** Removes the links. */
    @Override
    public void close() {
        links.forEach(link -> link.toFile().delete());
        folder.toFile().delete();
    }
}

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
 * The files and jars of an assignment under the names of their copies, in a temporary folder. Spark gives what it ships
 * the name that the file has, also behind a link.
 */
final class ShippedFiles implements AutoCloseable {

    private final Path folder;
    private final List<Path> copies = new ArrayList<>();

    private ShippedFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the copies.
     *
     * @throws UserError if one cannot be made
     */
    static ShippedFiles of(Assignment assignment) {
        ShippedFiles files = null;
        try {
            files = new ShippedFiles(Files.createTempDirectory("longspan-files-"));
            for (ShippedFile file : assignment.shipped()) {
                files.copy(file);
            }
            return files;
        } catch (IOException e) {
            if (files != null) {
                files.close();
            }
            throw new UserError("the files of the plan cannot be copied for the executors: " + FileFailures.of(e), e);
        }
    }

    private void copy(ShippedFile file) throws IOException {
        Path copy = folder.resolve(file.name());
        copies.add(copy); // before it is whole: a full disk leaves a part of it
        Files.copy(Path.of(file.path()), copy);
    }

    /** Has Spark copy them to every executor. */
    void addTo(JavaSparkContext spark) {
        copies.forEach(copy -> spark.addFile(copy.toString()));
    }

    /** Removes the copies. */
    @Override
    public void close() {
        copies.forEach(copy -> copy.toFile().delete());
        folder.toFile().delete();
    }
}

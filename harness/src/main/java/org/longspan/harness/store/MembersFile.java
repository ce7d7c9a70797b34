package org.longspan.harness.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * {@code run.trials}: the results that the latest run used. Each line has the id of a trial and the hash of the code
 * that made the result. Results of an earlier plan or of other code are excluded. Every run rewrites the file from
 * scratch.
 */
final class MembersFile implements AutoCloseable {

    private static final String NAME = "run.trials";

    private final Path file;
    private final OutputStream out;

    private MembersFile(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Starts the file of a new run. */
    static MembersFile begin(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return new MembersFile(file, Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }

    private static String line(StoredResult result) {
        return result.id().value() + " " + result.code();
    }

    /** Returns whether {@code lines} contain that result. Earlier versions wrote only ids. */
    static boolean has(Set<String> lines, StoredResult result) {
        return lines.contains(line(result)) || lines.contains(result.id().value());
    }

    /** Returns the lines of the latest run; empty if there is no file. */
    static Optional<Set<String>> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            return Optional.of(new LinkedHashSet<>(lines));
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    void add(StoredResult result) {
        try {
            out.write((line(result) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UserError(
                    file + " cannot be written: " + FileFailures.of(e)
                            + "; all results are kept, and the same command resumes after them",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UserError(file + " cannot be closed: " + FileFailures.of(e), e);
        }
    }
}

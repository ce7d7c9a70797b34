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
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * {@code run.trials}: the ids of the trials that the latest run asked for, an id a line, so that what an earlier plan
 * left behind is told from what belongs to this one. Every run writes it anew; it holds nothing that could be lost.
 */
final class MembersFile implements AutoCloseable {

    private static final String NAME = "run.trials";

    private final Path file;
    private final OutputStream out;

    private MembersFile(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Begins the file of a new run. */
    static MembersFile begin(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return new MembersFile(file, Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }

    /** Returns the ids of the latest run; nothing where there is no such file. */
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

    void add(TrialId id) {
        try {
            out.write((id.value() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UserError(
                    file + " cannot be written: " + FileFailures.of(e)
                            + "; all results are kept, and the same command goes on after them",
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

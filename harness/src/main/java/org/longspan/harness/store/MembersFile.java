package org.longspan.harness.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * {@code run.trials}: the results that the latest run uses, read as {@link Members}. Each line has the id of a trial and
 * the hash of the code that made the result; the line of a look has the hash of the look's code, the probe and the moment
 * besides. Results of an earlier plan or of other code are excluded. A run begins the
 * file with all stored results that it uses, in one step, and appends each new one.
 */
final class MembersFile implements AutoCloseable {

    static final String NAME = "run.trials";

    private final Path file;
    private final FileChannel channel;

    private MembersFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Starts the file of a new run with the stored results that it uses. */
    static MembersFile begin(Path folder, Collection<StoredLine> stored) {
        Path file = folder.resolve(NAME);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        stored.forEach(one -> lines.writeBytes(lines(one.id(), one.code(), one.looks())));
        try {
            FolderFile.replace(file, lines.toByteArray());
            return new MembersFile(file, FolderFile.open(file, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }

    /** Rewrites the file of a folder without some trials. */
    static void leaveOut(Path folder, Set<TrialId> trials) {
        Path file = folder.resolve(NAME);
        try {
            FolderFile.requireReadable(file);
            String rest = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .filter(line -> !trials.contains(new TrialId(line.substring(0, line.indexOf(' ')))))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            FolderFile.replace(file, rest.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }

    private static byte[] lines(TrialId id, String code, List<StoredLook> looks) {
        StringBuilder lines = new StringBuilder(Members.line(id, code) + "\n");
        looks.forEach(look -> lines.append(Members.line(id, look)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    void add(TrialId id, String code, List<StoredLook> looks) {
        try {
            ByteBuffer line = ByteBuffer.wrap(lines(id, code, looks));
            while (line.hasRemaining()) {
                channel.write(line);
            }
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
            channel.close();
        } catch (IOException e) {
            throw new UserError(file + " cannot be closed: " + FileFailures.of(e), e);
        }
    }
}

package org.longspan.harness.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * The lock on a run's folder: {@code run.lock} names the process that holds it. The operating system releases the lock
 * when that process ends for any reason, so a leftover file blocks nobody. Where somebody removes the file, another run
 * can lock a new one: a run therefore asks before each result whether the file is still the one that it locked.
 */
final class FolderLock implements AutoCloseable {

    static final String FILE = "run.lock";

    private final Path folder;
    private final FileChannel channel;
    private final Optional<String> identity;

    private FolderLock(Path folder, FileChannel channel, Optional<String> identity) {
        this.folder = folder;
        this.channel = channel;
        this.identity = identity;
    }

    /**
     * Locks the folder.
     *
     * @throws UserError if another process holds the lock, or if the folder cannot be written
     */
    static FolderLock on(Path folder) {
        Path file = folder.resolve(FILE);
        FileChannel channel = null;
        try {
            channel =
                    FolderFile.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!FolderFile.tryLock(channel)) {
                throw new UserError("folder " + folder + " is in use by process " + holder(file)
                        + ", expected no other run: wait for it to finish, or end it");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(folder, channel, FolderFile.identity(file));
        } catch (IOException e) {
            close(channel);
            throw new UserError("folder " + folder + " cannot be locked by " + FILE + ": " + FileFailures.of(e), e);
        } catch (UserError e) {
            close(channel);
            throw e;
        }
    }

    private static String holder(Path file) throws IOException {
        String pid = Files.readString(file).strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    /**
     * Refuses to go on where the file of the lock has gone or is another one.
     *
     * @throws UserError in that case
     */
    void requireHeld() {
        if (identity.isPresent() && !FolderFile.identity(folder.resolve(FILE)).equals(identity)) {
            throw new UserError("folder " + folder + " is no longer locked, because its " + FILE
                    + " was removed or replaced while this run was going on: stopped before another run could write"
                    + " into the same files; all stored results are kept, and the same command resumes after them");
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // nothing is lost: only the process number was written
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}

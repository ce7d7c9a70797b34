package org.longspan.harness.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * The lock on a run's folder: {@code run.lock} names the process that holds it. The operating system releases the lock
 * when that process ends for any reason, so a leftover file blocks nobody.
 */
final class FolderLock implements AutoCloseable {

    private static final String FILE = "run.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
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
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lockOf(channel) == null) {
                throw new UserError("folder " + folder + " is in use by process " + holder(file)
                        + ", expected no other run: wait for it to finish, or end it");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException e) {
            close(channel);
            throw new UserError("folder " + folder + " cannot be locked: " + FileFailures.of(e), e);
        } catch (UserError e) {
            close(channel);
            throw e;
        }
    }

    private static FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this process
        }
    }

    private static String holder(Path file) throws IOException {
        String pid = Files.readString(file).strip();
        return pid.isEmpty() ? "unknown" : pid;
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

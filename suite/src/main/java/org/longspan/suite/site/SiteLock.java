package org.longspan.suite.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;

/**
 * The lock on a site's folder; its file names the process that holds it. The operating system releases the lock when
 * that process ends for any reason, so a leftover file blocks nobody.
 */
final class SiteLock implements AutoCloseable {

    private static final String FILE = "lock";

    private final Path file;
    private final FileChannel channel;

    private SiteLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a folder that has a place for new files.
     *
     * @throws UserError if another process holds the lock
     */
    static SiteLock on(Path folder) throws IOException {
        Path file = Staging.of(folder).resolve(FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            String own = ProcessHandle.current().pid() + "\n";
            if (!FolderFile.tryLock(channel) || !written(own, channel, file)) {
                throw new UserError("the site in " + folder
                        + " is being changed by another process, expected none: wait for it to finish, or end it");
            }
            return new SiteLock(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A holder that ended in between has deleted its file: then this lock is on one that nobody else sees. */
    private static boolean written(String own, FileChannel channel, Path file) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(own.getBytes(StandardCharsets.US_ASCII)));
        try {
            return Files.readString(file).equals(own);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            // what is left is hidden, and the next publication takes it over
        }
    }
}

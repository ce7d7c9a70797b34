package org.longspan.harness.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * Gives a run's folder new content, under its lock. Everything is written beside first and moved into place at the end,
 * the results last: a kill between two moves leaves a folder in which no earlier result is lost and none counts that
 * should not.
 */
public final class FolderRewrite implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final List<Path> written = new ArrayList<>();

    private FolderRewrite(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Locks a folder, which is made if it is not there.
     *
     * @throws UserError if it cannot be made, or if a run is going on in it
     */
    public static FolderRewrite of(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be made: " + FileFailures.of(e), e);
        }
        return new FolderRewrite(folder, FolderLock.on(folder));
    }

    /** Writes the manifest and the lines of {@code run.trials} beside those of the folder. */
    public void write(Manifest manifest, SortedSet<String> members) {
        byte[] text = ManifestFile.text(manifest);
        write(folder.resolve(ManifestFile.NAME), out -> out.write(text));
        write(folder.resolve(MembersFile.NAME), out -> {
            for (String line : members) {
                out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    /** Writes the lines of a kind beside those of the folder. */
    public void write(LineKind<?, ?> kind, FolderFile.Content content) {
        write(kind.in(folder), content);
    }

    private void write(Path file, FolderFile.Content content) {
        try {
            written.add(file);
            FolderFile.writeBeside(file, content);
        } catch (IOException e) {
            throw unwritten(file, e);
        } catch (UncheckedIOException e) {
            throw unwritten(file, e.getCause());
        }
    }

    private static UserError unwritten(Path file, IOException e) {
        return new UserError(file + " cannot be written: " + FileFailures.of(e) + "; nothing was changed", e);
    }

    /** Moves everything into place, in the order in which it was written. The beginning of a line is kept beside. */
    public void commit() {
        lock.requireHeld();
        keepTail(LineKind.LOOKS);
        keepTail(LineKind.RESULTS);
        try {
            for (Path file : written) {
                FolderFile.moveIntoPlace(file);
            }
        } catch (IOException e) {
            throw new UserError(
                    "folder " + folder + " cannot be written: " + FileFailures.of(e)
                            + "; no result is lost, and the same command writes the rest",
                    e);
        }
    }

    private void keepTail(LineKind<?, ?> kind) {
        if (kind.isIn(folder)) {
            LinesFile.open(kind, folder).close();
        }
    }

    /** Unlocks the folder, and removes what was written and not moved. */
    @Override
    public void close() {
        try {
            for (Path file : written) {
                Files.deleteIfExists(FolderFile.beside(file));
            }
        } catch (IOException e) {
            // the next writer removes it
        } finally {
            lock.close();
        }
    }
}

package org.longspan.suite.command;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;
import org.longspan.reports.export.Dictionary;
import org.longspan.reports.export.Table;

/**
 * A folder of tables that comes into its place whole or not at all. The files are written into a folder beside it,
 * whose name ends in {@code .part}; a reader never sees half of them. Nothing but an earlier export of the same plan is
 * replaced.
 */
final class ExportFolder implements AutoCloseable {

    private static final String PART = ".part";
    private static final String ASIDE = ".earlier-export"; // a name that nobody gives a folder to keep
    private static final String MARK = "set-aside-by-longspan-export"; // tells that an export made it
    private static final String TABLES = "tables";
    private static final String LOCK = "export.lock";
    private static final String RUN = "run.csv";

    private final Path path;
    private final Path part;
    private final Path aside;
    private final FileChannel lock;
    private boolean kept;

    private ExportFolder(Path path, Path part, Path aside, FileChannel lock) {
        this.path = path;
        this.part = part;
        this.aside = aside;
        this.lock = lock;
    }

    /**
     * Prepares a place for the tables of a plan.
     *
     * @throws UserError if it holds other files, if its parent is not there, or if another process writes there
     * @throws IOException if it cannot be written
     */
    static ExportFolder at(Path out, String plan) throws IOException {
        Path path = out.toAbsolutePath().normalize();
        PageFile.requireParent(path, "--out " + out);
        if (Files.exists(path)) {
            requireOwn(path, "--out " + out, plan);
        }
        Path aside = path.resolveSibling(path.getFileName() + ASIDE);
        if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS) && !isSetAside(aside)) {
            throw new UserError("--out " + out + ": no export made " + aside + ", expected no folder of that name, into"
                    + " which earlier tables are set aside");
        }
        Path part = path.resolveSibling(path.getFileName() + PART);
        if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(part);
        } else if (!isEmpty(part) && !Files.exists(part.resolve(LOCK))) {
            throw new UserError("--out " + out + ": " + part + " holds other files, expected no folder of that name,"
                    + " into which the tables are written first");
        }
        FileChannel lock = FileChannel.open(part.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!FolderFile.tryLock(lock)) {
                throw new UserError(
                        "--out " + out + ": another process is writing " + part + ", expected no other at this time");
            }
            deleteTables(part); // of an export that was killed
            return new ExportFolder(path, part, aside, lock);
        } catch (IOException | UserError e) {
            lock.close();
            throw e;
        }
    }

    /** Returns whether an export made the folder: it is marked, or still empty. */
    private static boolean isSetAside(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && (Files.exists(folder.resolve(MARK)) || isEmpty(folder));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Refuses all but a new or empty folder and the tables of that plan. */
    private static void requireOwn(Path path, String option, String plan) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new UserError(option + ": this is a file, expected a folder or a name for a new one");
        }
        stranger(path).ifPresent(name -> {
            throw new UserError(option + " holds other files, such as " + name
                    + ", expected a new or empty folder, or one with an earlier export");
        });
        if (!isEmpty(path)) {
            String other = Files.isRegularFile(path.resolve(RUN)) ? planOf(path.resolve(RUN)) : "";
            if (!other.equals(plan)) {
                throw new UserError(option + " holds "
                        + (other.isEmpty() ? "tables without " + RUN : "the tables of plan " + other)
                        + ", expected a new or empty folder, or one with the tables of plan " + plan);
            }
        }
    }

    /** Returns the first file that no export makes, if there is one. */
    private static Optional<String> stranger(Path folder) throws IOException {
        Set<String> names = Dictionary.tables().stream().map(Table::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !names.contains(name))
                    .sorted()
                    .findFirst();
        }
    }

    /** Returns the first field of the first row. */
    private static String planOf(Path run) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(run, StandardCharsets.UTF_8)) {
            lines.readLine();
            String row = lines.readLine();
            return row == null ? "" : row.split(",", 2)[0];
        }
    }

    /** Returns what writes a new file, as UTF-8. */
    Writer open(String file) throws IOException {
        FileChannel channel =
                FileChannel.open(part.resolve(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new ForcedWriter(channel);
    }

    /** Forces a file to disk as it is closed, otherwise a power cut may leave it empty in its place. */
    private static final class ForcedWriter extends BufferedWriter {

        private final FileChannel channel;

        ForcedWriter(FileChannel channel) {
            super(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8), 1 << 16);
            this.channel = channel;
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                flush();
                channel.force(true);
            }
            super.close();
        }
    }

    /** Returns where the tables come. */
    Path path() {
        return path;
    }

    /**
     * Moves the tables into their place, and returns whether they replace earlier ones. No system replaces a folder in
     * one step: a kill between the two moves leaves the earlier tables in the folder set aside, which the next export
     * removes.
     */
    boolean keep() throws IOException {
        lock.close();
        Files.delete(part.resolve(LOCK));
        removeAside(); // of an export that was killed
        boolean replaces = Files.exists(path.resolve(RUN));
        if (replaces) {
            Files.createDirectory(aside);
            Files.createFile(aside.resolve(MARK));
            Files.move(path, aside.resolve(TABLES), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.deleteIfExists(path);
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        kept = true;
        removeAside();
        return replaces;
    }

    /** Removes the folder set aside, its mark last. */
    private void removeAside() throws IOException {
        deleteTables(aside.resolve(TABLES));
        Files.deleteIfExists(aside.resolve(TABLES));
        Files.deleteIfExists(aside.resolve(MARK));
        Files.deleteIfExists(aside);
    }

    private static void deleteTables(Path folder) throws IOException {
        for (Table<?> table : Dictionary.tables()) {
            Files.deleteIfExists(folder.resolve(table.file()));
        }
    }

    /** Removes what was written, unless it has come into its place. */
    @Override
    public void close() throws IOException {
        if (!kept) {
            lock.close();
            deleteTables(part);
            Files.deleteIfExists(part.resolve(LOCK));
            Files.deleteIfExists(part);
        }
    }
}

package org.longspan.suite.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;
import org.longspan.reports.site.SitePaths;

/**
 * The new files of a site, in {@value #NAME} below its folder, hence on its disk. {@value #READY} says that all are
 * there, and names the files to be deleted: from then on the change is finished, if need be by the next publication;
 * before that it is dropped.
 */
final class Staging {

    private static final String NAME = ".publish";
    private static final String FILES = "files";
    private static final String SCRATCH = "scratch";
    private static final String READY = "ready";

    /** Comes last, behind all that it leads to. */
    private static final List<String> LAST = List.of(SitePaths.INDEX, SitePaths.STATE);

    private final Path folder;
    private final Disk disk;

    Staging(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Returns where the new files of a site lie. */
    static Path of(Path folder) {
        return folder.resolve(NAME);
    }

    /** Returns whether a publication into the folder was killed when its files were ready. */
    static boolean isReady(Path folder) {
        return Files.exists(of(folder).resolve(READY));
    }

    private Path files() {
        return of(folder).resolve(FILES);
    }

    private Path ready() {
        return of(folder).resolve(READY);
    }

    /** Finishes what a killed publication had ready, and drops what it had not. */
    void recover() throws IOException {
        if (isReady(folder)) {
            finish(Files.readAllLines(ready()));
        } else {
            drop();
        }
    }

    /** Returns where to write the file at {@code path}. */
    Path file(String path) throws IOException {
        Path file = files().resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    boolean has(String path) {
        return Files.exists(files().resolve(path));
    }

    /** Returns whether the file at {@code path} is new or has other bytes than the one in its place. */
    boolean changes(String path) throws IOException {
        Path place = folder.resolve(path);
        return has(path)
                && !(Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                        && Files.mismatch(files().resolve(path), place) < 0);
    }

    /** Makes an empty folder for files that are not published and are dropped with the others. */
    Path scratch(String name) throws IOException {
        Path made = of(folder).resolve(SCRATCH).resolve(name);
        delete(made);
        return Files.createDirectories(made);
    }

    /**
     * Puts the files into their places and deletes others.
     *
     * @param own paths that are the site's so far
     * @param gone paths to be deleted
     * @return the paths that are new, changed or gone
     */
    Set<String> publish(Set<String> own, Set<String> gone) throws IOException {
        Set<String> changed = new TreeSet<>();
        for (String path : filesIn(files(), files())) {
            Path file = files().resolve(path);
            if (own.contains(path) && !changes(path)) {
                Files.delete(file);
            } else {
                requireFree(path, own);
                force(file);
                changed.add(path);
            }
        }
        changed.addAll(gone);
        FolderFile.replace(ready(), String.join("\n", gone).getBytes(StandardCharsets.UTF_8));
        finish(List.copyOf(gone));
        return changed;
    }

    /** Nothing is written over or through what is not the site's. */
    private void requireFree(String path, Set<String> own) {
        Path place = folder.resolve(path);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                && (!own.contains(path) || Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))) {
            throw inTheWay(place);
        }
        for (Path above = place.getParent(); !above.equals(folder); above = above.getParent()) {
            if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                throw inTheWay(above);
            }
        }
    }

    private static UserError inTheWay(Path place) {
        return new UserError(place + " is not the site's and in its way, expected nothing there: move it away; nothing"
                + " was changed");
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true); // otherwise a power cut may leave an empty page
        }
    }

    private void finish(List<String> gone) throws IOException {
        List<String> paths = new ArrayList<>(filesIn(files(), files()));
        paths.sort(Comparator.comparingInt(LAST::indexOf)); // they are sorted by name, and stay so
        for (String path : paths) {
            Files.createDirectories(folder.resolve(path).getParent());
            disk.move(files().resolve(path), folder.resolve(path));
        }
        for (String path : gone) {
            if (!path.isEmpty()) {
                disk.delete(folder.resolve(path));
                deleteEmpty(folder.resolve(path).getParent());
            }
        }
        disk.delete(ready());
        drop();
    }

    /** Deletes a folder of the site that nothing is left in, and those above it. */
    private void deleteEmpty(Path empty) throws IOException {
        for (Path above = empty; !above.equals(folder); above = above.getParent()) {
            try {
                Files.deleteIfExists(above);
            } catch (DirectoryNotEmptyException e) {
                return;
            } catch (FileSystemException e) {
                return; // a folder without its files does no harm
            }
        }
    }

    /** Deletes the new files, unless they are ready: then the next publication finishes. */
    void drop() throws IOException {
        delete(of(folder).resolve(SCRATCH));
        if (!isReady(folder)) {
            delete(files());
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Returns the paths, from {@code root} on, of all files in {@code folder}; no link is followed. */
    static Set<String> filesIn(Path root, Path folder) throws IOException {
        Set<String> paths = new TreeSet<>();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                        .map(path -> root.relativize(path).toString().replace('\\', '/'))
                        .forEach(paths::add);
            } catch (UncheckedIOException e) {
                throw e.getCause(); // a folder that cannot be read
            }
        }
        return paths;
    }
}

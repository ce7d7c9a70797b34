package org.longspan.suite.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.reports.site.IndexPage;
import org.longspan.reports.site.SiteDocument;
import org.longspan.reports.site.SitePaths;

/**
 * The folder of a site, locked while it is changed. New files are written aside and moved into place when all of them
 * are there, the index behind what it leads to; so a killed publication leaves a site whose links all work, and the next
 * one finishes or drops it. Files that are not the site's are never written or deleted.
 */
public final class SiteFolder implements AutoCloseable {

    /** A place that a host of sites reads and that no page of the site uses. */
    private static final Set<String> OF_HOSTS = Set.of("CNAME");

    private final Path folder;
    private final boolean made;
    private final Optional<SiteDocument> before;
    private final Staging staging;
    private final SiteLock lock;

    private SiteFolder(Path folder, boolean made, Optional<SiteDocument> before, Staging staging, SiteLock lock) {
        this.folder = folder;
        this.made = made;
        this.before = before;
        this.staging = staging;
        this.lock = lock;
    }

    /**
     * Opens a site's folder, or one that is empty or not there yet.
     *
     * @param keepsOthers whether it may hold files that are not the site's
     * @throws UserError if it holds such files and must not, if another process changes it, or if it cannot be read
     */
    public static SiteFolder open(Path folder, boolean keepsOthers) {
        return open(folder, keepsOthers, Disk.REAL);
    }

    static SiteFolder open(Path given, boolean keepsOthers, Disk disk) {
        Path folder = given.toAbsolutePath().normalize();
        requirePlace(given, folder);
        boolean made = !Files.isDirectory(folder);
        if (!made && !keepsOthers && !isSite(folder)) {
            requireNone(given, others(folder, Set.of()), "and no site.json");
        }
        SiteLock lock = null;
        try {
            Files.createDirectories(Staging.of(folder));
            lock = SiteLock.on(folder);
            Staging staging = new Staging(folder, disk);
            staging.recover();
            Optional<SiteDocument> before = read(folder);
            if (!keepsOthers) {
                requireNone(given, others(folder, files(before)), "not of the site");
            }
            return new SiteFolder(folder, made, before, staging, lock);
        } catch (IOException e) {
            close(lock);
            throw new UserError("the site in " + given + " cannot be changed: " + FileFailures.of(e), e);
        } catch (UserError e) {
            close(lock);
            throw e;
        }
    }

    private static boolean isSite(Path folder) {
        return Files.exists(folder.resolve(SitePaths.STATE)) || Staging.isReady(folder);
    }

    private static void requirePlace(Path given, Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError("--site " + given + ": this is a file, expected a folder or a name for a new one");
        }
        if (folder.getParent() != null && !Files.isDirectory(folder.getParent())) {
            throw new UserError("--site " + given + ": the folder " + folder.getParent()
                    + " is not there, expected a place in one that is");
        }
    }

    private static void requireNone(Path given, Set<String> others, String why) {
        if (!others.isEmpty()) {
            String first = others.iterator().next();
            throw new UserError("--site " + given + ": the folder holds " + first
                    + (others.size() == 1 ? "" : " and " + (others.size() - 1) + " more") + " (" + why
                    + "), expected a site, an empty folder or a name for a new one; nothing was changed, and"
                    + " --keep-others publishes beside such files");
        }
    }

    private static Optional<SiteDocument> read(Path folder) throws IOException {
        Path state = folder.resolve(SitePaths.STATE);
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SiteDocument.read(Files.readString(state)));
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    state + " is not the state of a site: " + e.getMessage()
                            + "; nothing was changed, expected what longspan publish wrote",
                    e);
        }
    }

    /** Returns what lies in the folder and is not among {@code files}; hidden entries at its top are not looked at. */
    private static Set<String> others(Path folder, Set<String> files) {
        Set<String> others = new TreeSet<>();
        try (Stream<Path> tops = Files.list(folder)) {
            for (Path top : tops.sorted().toList()) {
                String name = top.getFileName().toString();
                if (!name.startsWith(".") && !OF_HOSTS.contains(name)) {
                    others.addAll(Staging.filesIn(folder, top));
                }
            }
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be read: " + FileFailures.of(e), e);
        }
        others.removeAll(files);
        return others;
    }

    private static Set<String> files(Optional<SiteDocument> site) {
        return site.map(SiteDocument::files).orElse(Set.of());
    }

    /** Returns what the site is; empty if there is none yet. */
    public Optional<SiteDocument> document() {
        return before;
    }

    /** Returns the path of the page that leads to all others. */
    public Path index() {
        return folder.resolve(SitePaths.INDEX);
    }

    /** Returns the files that the site should have and has not, in their order. */
    public List<String> missing() {
        return files(before).stream()
                .filter(path -> !Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /**
     * Returns where to write the file that will lie at {@code path} below the site's folder. Its folder is there.
     *
     * @throws UserError if that cannot be made
     */
    public Path aside(String path) {
        return trying(() -> staging.file(path));
    }

    /** Returns whether a file for that path has been written aside. */
    public boolean isAside(String path) {
        return staging.has(path);
    }

    /** Returns whether a file has been written aside that is new or differs from the one in its place. */
    public boolean isChanged(String path) {
        return trying(() -> staging.changes(path));
    }

    /** Returns where the file that will lie at {@code path} is now: aside, or in its place. */
    public Path now(String path) {
        return isAside(path) ? aside(path) : folder.resolve(path);
    }

    /** Makes an empty folder on the site's disk, which is gone when this is closed. Nothing in it is published. */
    public Path scratch(String name) {
        return trying(() -> staging.scratch(name));
    }

    /** Writes the text of the file that will lie at {@code path} below the site's folder. */
    public void write(String path, String text) {
        trying(() -> Files.write(staging.file(path), text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Makes the site what {@code next} says: moves what was written aside into place, and deletes files that the site no
     * longer has.
     *
     * @return the paths that were written or deleted: files whose bytes are the same are left as they are
     * @throws UserError if a file that is not the site's is in the way, or if the folder cannot be written
     */
    public Set<String> publish(SiteDocument next) {
        write(SitePaths.INDEX, IndexPage.html(next));
        write(SitePaths.STATE, next.text());
        Set<String> had = files(before);
        Set<String> gone = new TreeSet<>(had);
        gone.removeAll(next.files());
        return trying(() -> staging.publish(had, gone));
    }

    /** Does what may fail on a disk. */
    private interface Work<T> {
        T work() throws IOException;
    }

    private <T> T trying(Work<T> work) {
        try {
            return work.work();
        } catch (IOException e) {
            throw new UserError(
                    "the site in " + folder + " cannot be written: " + FileFailures.of(e)
                            + "; all of its links work as before, and the same command goes on",
                    e);
        }
    }

    private static void close(SiteLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    /** Drops what was written aside and not published, and lets others change the site. */
    @Override
    public void close() {
        trying(() -> {
            staging.drop();
            return folder;
        });
        lock.close();
        if (made && document().isEmpty() && !Files.exists(folder.resolve(SitePaths.INDEX))) {
            trying(() -> Files.deleteIfExists(folder)); // nothing was published into it
        }
    }
}

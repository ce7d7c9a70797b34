package org.longspan.suite.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;

/**
 * A page that an option names. It comes into its place whole or not at all.
 *
 * @param file as it was given
 * @param option that names it
 */
record PageFile(Path file, String option) {

    /**
     * Refuses a place that cannot hold the page.
     *
     * @throws UserError if its folder is not there, or if it is a folder itself
     */
    void require() {
        Path target = absolute();
        requireParent(target, option + " " + file);
        if (Files.isDirectory(target)) {
            throw new UserError(option + " " + file + ": this is a folder, expected a file or a name for a new one");
        }
        if (!Files.isWritable(target.getParent())) {
            throw unwritten("the folder " + target.getParent() + " is not writable", null);
        }
    }

    /**
     * Writes the page and returns its path.
     *
     * @throws UserError if it cannot be written
     */
    Path write(Supplier<String> html) {
        require();
        try {
            FolderFile.replace(absolute(), html.get().getBytes(StandardCharsets.UTF_8));
            return absolute();
        } catch (UncheckedIOException e) {
            throw unwritten(FileFailures.of(e.getCause()), e.getCause());
        } catch (IOException e) {
            throw unwritten(FileFailures.of(e), e);
        }
    }

    Path absolute() {
        return file.toAbsolutePath().normalize();
    }

    private UserError unwritten(String why, IOException e) {
        return new UserError("the page " + file + " cannot be written: " + why, e);
    }

    /** Refuses a place whose folder is not there; {@code option} says what named it. */
    static void requireParent(Path target, String option) {
        Path parent = target.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new UserError(option + ": the folder " + parent + " is not there, expected a place in one that is");
        }
    }
}

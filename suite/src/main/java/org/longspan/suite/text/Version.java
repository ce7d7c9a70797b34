package org.longspan.suite.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of this build of Longspan. */
public final class Version {

    private static final String FILE = "version.txt"; // filled in by the build
    private static final String UNKNOWN = "";
    private static final String COMMIT_FILE = "commit.txt"; // of an unpacked archive, which the build writes
    private static final Pattern COMMIT = Pattern.compile("(?m)^# branch\\.oid ([0-9a-f]{40,64})$");

    private Version() {}

    /** Returns the version of the build, such as {@code 0.1.0}. */
    public static String number() {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /**
     * Writes the commit of a checkout into a file, which the archive of the build holds; an empty one if it is unknown.
     *
     * @param words the checkout and the file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] words) throws IOException {
        Files.writeString(Path.of(words[1]), commit(Path.of(words[0])));
    }

    /**
     * Returns the commit of the checkout in {@code home}, with {@code -dirty} if files have changed, or that of the
     * checkout from which an archive was made that was unpacked there; empty if it is neither.
     */
    public static String commit(Path home) {
        // Without the question, git would answer for another project's checkout around an archive.
        return Files.exists(home.resolve(".git")) ? ofCheckout(home) : ofArchive(home.resolve(COMMIT_FILE));
    }

    private static String ofArchive(Path file) {
        try {
            String commit = Files.readString(file).strip();
            return commit.matches("[0-9a-f]{40,64}(-dirty)?") ? commit : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN; // a copy of the sources, for example
        }
    }

    private static String ofCheckout(Path home) {
        // Not git describe: it takes the lock of the index and writes it, even when told to do without.
        ProcessBuilder git = new ProcessBuilder(
                "git", "--no-optional-locks", "status", "--porcelain=v2", "--branch", "--untracked-files=no");
        git.directory(home.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = git.start();
            process.getOutputStream().close();
            String status = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? commit(status) : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN; // without git, for example
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    /** Returns the commit in git's status; lines that are no heading are changed files. */
    private static String commit(String status) {
        Matcher commit = COMMIT.matcher(status);
        if (!commit.find()) {
            return UNKNOWN; // before the first commit
        }
        boolean dirty = status.lines().anyMatch(line -> !line.startsWith("#"));
        return commit.group(1) + (dirty ? "-dirty" : "");
    }
}

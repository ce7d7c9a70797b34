package org.longspan.suite.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.IVersionProvider;

/** The version of this build of Longspan. */
public final class Version {

    private static final String FILE = "version.txt"; // filled in by the build
    private static final String UNKNOWN = "";

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
     * Returns the commit of the checkout in {@code home}, with {@code -dirty} if files have changed; empty outside a
     * checkout.
     */
    public static String commit(Path home) {
        if (!Files.exists(home.resolve(".git"))) {
            return UNKNOWN; // a release inside another project's checkout
        }
        ProcessBuilder git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*");
        git.directory(home.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = git.start();
            process.getOutputStream().close();
            String commit = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? commit : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    /** Answers {@code longspan --version}. */
    public static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Runtime.Version java = Runtime.version();
            return new String[] {"longspan " + number(), "java " + java};
        }
    }
}

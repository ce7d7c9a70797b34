package org.longspan.suite.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a separate process, which can be killed. */
final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Takes over a process that was started elsewhere. */
    static Child of(Process process) {
        return new Child(process);
    }

    /** Starts {@code longspan words...} and discards its output. */
    static Child running(Object... words) throws IOException {
        return new Child(new ProcessBuilder(command(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Returns the command line of {@code longspan words...} on the virtual machine of this test. */
    static List<String> command(Object... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.longspan.suite.Longspan"));
        for (Object word : words) {
            command.add(word.toString());
        }
        return command;
    }

    /** Waits until {@code file} has the given number of lines. */
    void awaitLines(Path file, int count) throws IOException, InterruptedException {
        for (long waited = 0; lines(file) < count; waited++) {
            if (!process.isAlive() || waited > TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)) {
                throw new IllegalStateException(file + " has " + lines(file) + " lines, waited for " + count);
            }
            Thread.sleep(1);
        }
    }

    private static int lines(Path file) throws IOException {
        return Files.exists(file)
                ? (int) Files.readString(file).chars().filter(c -> c == '\n').count()
                : 0;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Kills the process as abruptly as a power cut, by SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

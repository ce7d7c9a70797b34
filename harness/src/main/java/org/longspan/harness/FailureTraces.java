package org.longspan.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file with the first stack traces of a run. It is written beside and moved, so whatever lies under its name, such as
 * a link or a pipe, is replaced and neither followed nor waited for. A trace that cannot be written must not end the
 * run: its results are worth more.
 */
final class FailureTraces {

    private static final String NAME = "failures.log";
    private static final int MOST = 20;

    private final Path file;
    private final List<String> traces = new ArrayList<>();
    private int more;
    private boolean written;

    FailureTraces(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** Adds the trace of a new reason, or counts it if there are many. */
    void add(String trace) {
        if (traces.size() == MOST) {
            more++;
            return;
        }
        traces.add(trace);
        write(String.join("\n", traces));
    }

    /** Says how many traces are not kept, and returns the file; empty if it could not be written. */
    Optional<Path> complete() {
        if (more > 0) {
            write(String.join("\n", traces) + "\n" + more + " more reasons, whose traces are not kept\n");
        }
        return written ? Optional.of(file) : Optional.empty();
    }

    private void write(String text) {
        Path beside = file.resolveSibling(NAME + ".part");
        try {
            Files.deleteIfExists(beside);
            Files.write(
                    beside,
                    text.getBytes(StandardCharsets.UTF_8), // which takes halves of a character too
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            written = true;
        } catch (IOException unwritable) {
            // the reasons alone are told then
        }
    }

    /** Removes the traces of an earlier run. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a file that is left over does no harm
        }
    }
}

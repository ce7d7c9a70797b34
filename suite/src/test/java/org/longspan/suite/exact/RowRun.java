package org.longspan.suite.exact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a row.
 *
 * @param row the row
 * @param jdk version of the JDK that it ran on
 * @param digests the computed digests
 * @param log the program's other output
 * @param seconds of wall time
 */
record RowRun(Row row, String jdk, List<Digest> digests, String log, double seconds) {

    /** Runs {@code row} in a separate process. */
    static RowRun of(Row row, Jdk jdk) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("exactness", ".log");
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(row.command(jdk))
                    .redirectError(errors.toFile())
                    .start();
            String output;
            try {
                output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                process.destroy(); // has ended, unless reading failed
            }
            int code = process.waitFor();
            double seconds = (System.nanoTime() - begin) * 1e-9;
            String log = Files.readString(errors);
            if (code != 0) {
                throw new IllegalStateException(row + " on " + jdk.version() + " ended with " + code + ": " + log);
            }
            return new RowRun(
                    row, number(jdk), output.lines().map(Digest::parse).toList(), log, seconds);
        } finally {
            Files.delete(errors);
        }
    }

    /** Returns the version without the build number, such as 25.0.3. */
    private static String number(Jdk jdk) {
        return jdk.version().toString().split("[+-]")[0];
    }

    /** Returns the digests that differ from {@code expected}. */
    List<Digest> differences(Map<String, Digest> expected) {
        return digests.stream()
                .filter(digest -> !digest.equals(expected.get(digest.trial())))
                .toList();
    }
}

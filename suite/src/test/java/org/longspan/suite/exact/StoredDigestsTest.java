package org.longspan.suite.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.suite.stored.StoredFile;

/** The file of digests holds each trial of the matrix and nothing else. Writing it adds and removes, and changes none. */
class StoredDigestsTest {

    private static final StoredFile FILE = new StoredFile(Path.of("src/test/resources/exactness/digests.txt"));

    @Test
    void everyTrialOfTheMatrixHasItsDigests() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String line : FILE.text().lines().toList()) {
            lines.put(Digest.parse(line).trial(), line);
        }
        List<String> names = Row.names();
        lines.keySet().retainAll(names);
        List<String> missing =
                names.stream().filter(name -> !lines.containsKey(name)).toList();
        missing.forEach(name -> lines.put(name, name + " has no digests"));
        if (StoredFile.WRITES && !missing.isEmpty()) {
            made(missing).forEach(digest -> lines.put(digest.trial(), digest.line()));
        }
        FILE.holds(lines.values().stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    /** Returns what the fastest kernels give, if the plain ones give it too. */
    private static List<Digest> made(List<String> names) {
        List<Digest> digests = ExactnessRows.run(KernelChoice.best("auto"), 1, names);
        assertThat(ExactnessRows.run(KernelChoice.best("plain"), 1, names)).isEqualTo(digests);
        return digests;
    }
}

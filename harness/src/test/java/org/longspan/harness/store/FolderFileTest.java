package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.refusal.FileFailures;

class FolderFileTest {

    private static final int WRITERS = 4;
    private static final int TIMES = 50;

    @TempDir
    Path folder;

    @Test
    void aWriterThatMeetsAnotherSaysSo() throws Exception {
        Path file = folder.resolve("report.json");
        Set<String> failures = Collections.newSetFromMap(new ConcurrentHashMap<>());
        Thread[] writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> new Thread(() -> write(file, String.valueOf(i).repeat(1 << 16), failures)))
                .toArray(Thread[]::new);
        for (Thread writer : writers) {
            writer.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(file).isNotEmptyFile();
        assertThat(failures).isSubsetOf("another process is writing " + file + ".part, expected no other at this time");
    }

    private static void write(Path file, String text, Set<String> failures) {
        for (int i = 0; i < TIMES; i++) {
            try {
                FolderFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                failures.add(FileFailures.of(e));
            }
        }
    }
}

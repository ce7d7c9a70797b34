package org.longspan.harness.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a run for a test. */
abstract class InFolder {

    @TempDir
    Path parent;

    Path folder;
    Path file;

    @BeforeEach
    void place() {
        folder = parent.resolve("runs/quick");
        file = folder.resolve("results.jsonl");
    }

    /** Returns what a run reads of the results. */
    List<StoredLine> read() {
        List<StoredLine> lines = new ArrayList<>();
        new LineReader<>(LineKind.RESULTS, folder).read((brief, place) -> lines.add(StoredLine.of(brief)));
        return lines;
    }

    ResultStore open() {
        return ResultStore.open(folder, Usable.of(Stored.CODE), List.of());
    }

    /** Stores the results of the first trials. */
    void fill(int results) {
        try (ResultStore store = open()) {
            for (int i = 0; i < results; i++) {
                store.add(Stored.result(i), List.of());
            }
        }
    }
}

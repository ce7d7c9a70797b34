package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two folders of a run's results, to be merged into a third. The run is made once for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MergedPieces {

    static final String OTHER_CODE = "0123456789abcdef".repeat(4);

    Path runs;
    Pieces run;
    String first;
    String second;
    String third;

    @TempDir
    Path parent;

    Path a;
    Path b;
    Path into;

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        runs = folder;
        run = Pieces.ofARun(runs);
        first = run.results().get(0);
        second = run.results().get(1);
        third = run.results().get(2);
    }

    @BeforeEach
    void place() {
        a = parent.resolve("a");
        b = parent.resolve("b");
        into = parent.resolve("into");
    }

    Spoken merge(Object... folders) {
        List<Object> words = new ArrayList<>(List.of("merge"));
        words.addAll(List.of(folders));
        words.addAll(List.of("--into", into));
        return Spoken.by(words.toArray());
    }

    void assertMerged(Spoken spoken, String... lines) throws IOException {
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(Files.readAllLines(into.resolve("results.jsonl"))).containsExactlyInAnyOrder(lines);
    }

    /** Refuses with these words, and writes nothing. */
    void assertNotMerged(Spoken spoken, String... parts) {
        assertRefused(spoken, parts);
        assertThat(into).doesNotExist();
    }

    /** Gives the folder b another manifest, without a check. */
    void manifestOfB(String text) throws IOException {
        String unchecked = Pieces.unchecked(text);
        assertThat(unchecked).isNotEqualTo(run.manifest());
        Files.writeString(b.resolve("run.json"), unchecked);
    }
}

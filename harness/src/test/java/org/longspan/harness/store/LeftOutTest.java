package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.refusal.UserError;

/** What a reader of a folder does not get to see is said. */
class LeftOutTest extends InFolder {

    @Test
    void whatAReaderLeavesOutIsSaidWithItsNumber() throws IOException {
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(), List.of());
            for (int i = 0; i < 4; i++) {
                store.add(Stored.result(i), List.of());
            }
        }
        List<String> lines = Files.readAllLines(file);
        String old = lines.get(1).replaceAll(",\"check\":\"[0-9a-f]{8}\"", "");
        Files.writeString(
                file, old + "\n\n \r\n" + lines.get(2) + "\n" + lines.get(2) + "\n" + lines.get(3) + "\n{\"id\"");
        Path trials = folder.resolve("run.trials");
        List<String> named = Files.readAllLines(trials);
        Files.write(trials, named.subList(0, 3));
        StoredRun run = StoredRun.read(folder);
        assertThat(run.results()).containsExactlyInAnyOrder(Stored.result(1), Stored.result(2));
        assertThat(run.leftOut().sentences())
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("results.jsonl ends in half a line"),
                        said -> assertThat(said).startsWith("1 line of results.jsonl is left out, because run.trials"),
                        said -> assertThat(said).startsWith("1 line of results.jsonl is left out, because a later"),
                        said -> assertThat(said).startsWith("1 trial of run.trials is without a line"),
                        said -> assertThat(said).startsWith("98 of 100 planned trials have no result yet"),
                        said -> assertThat(said).startsWith("1 of 4 lines of results.jsonl carries no check"));
        try (ResultStore store = open()) {
            assertThat(store.notes())
                    .satisfiesExactly(
                            said -> assertThat(said).startsWith("the last line of results.jsonl was cut off"),
                            said -> assertThat(said)
                                    .startsWith("1 result of the last run is no longer in results.jsonl"),
                            said -> assertThat(said).startsWith("1 of 4 lines of results.jsonl carries no check"));
        }
    }

    @Test
    void aGarbledListOfTrialsIsNamedWithAWayOut() throws IOException {
        fill(2);
        try (ResultStore store = open()) {
            store.begin(Stored.manifest(Stored.CODE), List.of(Stored.line(0), Stored.line(1)), List.of());
        }
        Path trials = folder.resolve("run.trials");
        String whole = Files.readString(trials);
        for (String garbled : List.of(whole.replace('\n', '\r'), "\0" + whole, whole.replace(' ', '_'), "\u00e9\n")) {
            Files.writeString(trials, garbled, StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> StoredRun.read(folder))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("run.trials, line 1: not the id of a trial and the hash of its code")
                    .hasMessageContaining("remove the file, and running the plan again writes it anew");
            try (ResultStore store = open()) {
                assertThat(store.notes())
                        .containsExactly("run.trials could not be read and is written anew from the stored results");
            }
        }
        Files.delete(trials);
        assertThat(StoredRun.read(folder).results()).hasSize(2);
        assertThat(StoredRun.read(folder).leftOut().lost().get(0)).startsWith("there is no run.trials");
    }
}

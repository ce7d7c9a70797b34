package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task from a plug-in jar. */
class StrangersTaskTest {

    @TempDir
    private Path folder;

    @Test
    void itIsListedAmongTheOthers() throws IOException {
        Spoken spoken = Spoken.by("list", "tasks", "--tasks", StrangersJar.named("parrot", folder));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("parrot first", "Parrot (2024).", "adding urnn");
    }

    @Test
    void itIsRunLikeAnyOther() throws IOException {
        Path jar = StrangersJar.named("parrot", folder);
        String plan = Files.readString(Runs.plan()).replace("family: adding, variant: urnn", "family: parrot");
        Path file = Files.writeString(folder.resolve("stranger.yaml"), plan);

        Spoken run = Spoken.by("--tasks", jar, "run", file, "--runs", folder);
        String line =
                Files.readAllLines(folder.resolve("stranger/results.jsonl")).get(0);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(line).contains("\"parrot\"");
    }

    @Test
    void itsWordsCannotCommandTheTerminal() throws IOException {
        Path trigger = Files.createFile(folder.resolve("fail"));
        String words = "return \"Hides \\033[8mthis\\033[2J \\u202eand\\r that.\";";
        Path jar = StrangersJar.failing("parrot", StrangersJar.Place.SUMMARY, words, trigger);

        Spoken spoken = Spoken.by("list", "tasks", "--tasks", jar);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("Hides \\u001b[8mthis\\u001b[2J \\u202eand that.")
                .doesNotContain("\u001b", "\u202e", "\r");
        assertThat(Spoken.by("plan", "no\u001b[8mplan\u009b").err()).contains("no\\u001b[8mplan\\u009b");
    }
}

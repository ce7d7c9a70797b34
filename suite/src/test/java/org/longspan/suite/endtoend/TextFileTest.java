package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan on the user's own text, from the command line to the report, and its replay. */
class TextFileTest {

    @TempDir
    private Path folder;

    private Path book;

    @BeforeEach
    void write() throws IOException {
        book = Files.writeString(
                folder.resolve("book.txt"), "It was the best of times, it was the worst of times.\n".repeat(20));
    }

    @Test
    void aTextIsRunReportedAndReplayedWhereverItLies() throws IOException {
        Spoken run = run("file: '" + book + "', lengths: [5, 10]");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains(" 0 solved");
        assertThat(Files.readString(folder.resolve("book/results.jsonl"))).doesNotContain("book.txt");

        assertThat(replay().code()).isZero();
        Path moved = Files.move(book, folder.resolve("moved.txt"));
        assertRefused(replay(), "book.txt is not there");
        assertThat(replay("--file", moved).out()).contains("every bit agrees");
        Files.writeString(book, "Call me Ishmael.\n".repeat(60));
        assertRefused(replay(), "book.txt has changed");
        assertRefused(replay("--file", book), "book.txt", "does not read");
    }

    @Test
    void aTextThatCannotBeUsedIsAnsweredWithTheFile() throws IOException {
        assertRefused(run("lengths: [5]"), "book.yaml, line 5", "the key file is missing");
        assertRefused(run("file: no-such.txt, lengths: [5]"), "line 5, tasks[0].file: file no-such.txt is not there");
        assertRefused(
                run("file: '" + book + "', lengths: [5, 500]"), "lengths[1]", "book.txt", "expected at least 20040");
        Files.write(book, new byte[] {'a', (byte) 0xff});
        assertRefused(run("file: '" + book + "', lengths: [5]"), "tasks[0].file", "not text in UTF-8 from byte 1");
    }

    @Test
    void aPackedTextWhoseSecondMemberIsCutIsRefused() throws IOException {
        Path packed = folder.resolve("book.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(book, out);
        }
        byte[] whole = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(whole, 9), StandardOpenOption.APPEND); // a header has 10 bytes
        assertRefused(
                run("file: '" + packed + "', lengths: [5]"),
                "tasks[0].file",
                "expected a whole gzip file: member 2, which begins at byte " + whole.length + ", ends too early");
    }

    @Test
    void aCharacterThatTrainingLacksIsSaidBeforehandAndInTheReport() throws IOException {
        Files.writeString(book, "It was the best of times.\n".repeat(40) + "\u00e9\u00e9\u001b");
        String warning = "2 of the characters of the file book.txt are in validation, confirmation or test and not in"
                + " training, so no network can learn them: U+001B (once), \u00e9 U+00E9 (2 times)";

        Spoken run = run("file: '" + book + "', lengths: [5, 10]");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).containsOnlyOnce("warning: task text: " + warning);
        assertThat(Files.readString(folder.resolve("book/report.json"))).contains("\"" + warning + ".\"");
        Spoken plan = Spoken.by("plan", folder.resolve("book.yaml"));
        assertThat(plan.out().replaceAll("\\s+", " ")).containsOnlyOnce("warning task text: " + warning);
    }

    private Spoken run(String task) throws IOException {
        Path plan = Files.writeString(folder.resolve("book.yaml"), """
                tier: smoke
                models:
                  - {cell: lstm, hidden: 4}
                tasks:
                  - {family: text, %s}
                optimizers: [sgd]
                clippings: [none, global-norm]
                budget: {updates: 20}
                evaluation: {validation: 10}
                """.formatted(task));
        return Spoken.by("run", plan, "--runs", folder);
    }

    private Spoken replay(Object... options) throws IOException {
        String line = Files.readAllLines(folder.resolve("book/results.jsonl")).get(0);
        String id = line.replaceFirst(".*?\"id\":\"([0-9a-f]{16})\".*", "$1");
        Object[] words = new Object[3 + options.length];
        words[0] = "replay";
        words[1] = folder.resolve("book");
        words[2] = id;
        System.arraycopy(options, 0, words, 3, options.length);
        return Spoken.by(words);
    }
}

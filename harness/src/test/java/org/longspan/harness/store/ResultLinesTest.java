package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longspan.harness.refusal.UserError;

/** Half a line at the end is a kill's, and every other damage is refused. */
class ResultLinesTest extends InFolder {

    @Test
    void everyTruncationOfTheLastLineLosesThatLineAlone() throws IOException {
        fill(3);
        byte[] whole = Files.readAllBytes(file);
        int endOfSecond = lineEnds(whole)[1];
        List<StoredLine> firstTwo = List.of(Stored.line(0), Stored.line(1));
        for (int length = endOfSecond; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(read()).isEqualTo(firstTwo);
        }
        for (int length = endOfSecond; length < whole.length - 1; length += 301) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (ResultStore store = open()) {
                assertThat(store.find(Stored.trials().get(2))).isEmpty();
                store.add(Stored.result(2), List.of());
            }
            assertThat(Files.readAllBytes(file)).as("cut at %d", length).isEqualTo(whole);
        }
    }

    @Test
    void aLastLineThatOnlyLacksItsLineFeedIsAResult() throws IOException {
        fill(2);
        String whole = Files.readString(file);
        String older = whole.replaceAll(",\"check\":\"[0-9a-f]{8}\"", "");
        for (String text : List.of(whole, older, whole.replace("\n", "\r\n"))) {
            String cut = text.substring(0, text.length() - 1);
            Files.writeString(file, cut);
            assertThat(read()).containsExactly(Stored.line(0), Stored.line(1));
            assertThat(file).content().isEqualTo(cut);
            try (ResultStore store = open()) {
                assertThat(store.find(Stored.trials().get(1))).contains(Stored.line(1));
                assertThat(store.notes()).noneMatch(said -> said.contains("cut off"));
            }
            assertThat(file).content().isEqualTo(text);
        }
        assertThat(folder.resolve("results.jsonl.torn")).doesNotExist();
    }

    @Test
    void aLastLineWithoutItsLineFeedThatWasChangedIsRefused() throws IOException {
        fill(2);
        String whole = Files.readString(file).stripTrailing();
        int at = whole.lastIndexOf("\"seconds\":0.5");
        String changed = whole.substring(0, at) + "\"seconds\":0.6" + whole.substring(at + 13);
        Files.writeString(file, changed);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 2: its content does not match its check");
        assertThat(file).content().isEqualTo(changed);
    }

    @Test
    void resultsWithoutTheLineFeedsBetweenThemAreRefusedAndNothingIsChanged() throws IOException {
        fill(3);
        String whole = Files.readString(file);
        String joined = whole.replace("\n", "");
        List<String> all = List.of(
                joined,
                joined + "\n",
                whole.replace('\n', ' '),
                joined.substring(0, joined.length() - 9),
                whole.replaceFirst("\n", ""));
        for (String text : all) {
            Files.writeString(file, text);
            assertThatThrownBy(this::read).isInstanceOf(UserError.class);
            assertThatThrownBy(this::open)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("line 1: it holds several results without the line feeds between them;"
                            + " nothing was changed");
            assertThat(file).content().isEqualTo(text);
        }
        assertThat(folder.resolve("results.jsonl.torn")).doesNotExist();
    }

    @Test
    void aTornTailIsKeptBeside() throws IOException {
        fill(1);
        Files.writeString(file, "{\"id\":\"half", StandardOpenOption.APPEND);
        open().close();
        assertThat(folder.resolve("results.jsonl.torn")).hasContent("{\"id\":\"half");
        assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("half");
    }

    @Test
    void aTailThatIsNotTheBeginningOfAResultIsNamedAndNothingIsChanged() throws IOException {
        fill(2);
        byte[] binary = {(byte) 0x7f, 'E', 'L', 'F', 0, 1};
        Files.write(file, binary, StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("results.jsonl, line 3: neither a result nor the beginning of one");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Files.write(file, binary);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("results.jsonl, line 1: neither");
    }

    @Test
    void aCorruptMiddleLineIsNamedAndNothingIsChanged() throws IOException {
        fill(3);
        List<String> lines = Files.readAllLines(file);
        lines.set(1, lines.get(1).substring(5));
        Files.write(file, lines);
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("results.jsonl, line 2: not a result")
                .hasMessageNotContaining("\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aLineWhoseIdIsNotThatOfItsTrialIsCorrupt() throws IOException {
        fill(2);
        Files.writeString(file, Files.readString(file).replaceFirst("\"block\":0", "\"block\":7"));
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining("line 1");
    }

    @Test
    void resultsWithOtherLineEndsAreReadOrRefused() throws IOException {
        fill(2);
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("\n", "\r\n"));
        assertThat(read()).containsExactly(Stored.line(0), Stored.line(1));
        Files.writeString(file, whole.replace('\n', '\r'));
        assertThatThrownBy(this::open)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 1: it holds a carriage return, expected a line feed after each result");
        assertThat(file).hasContent(whole.replace('\n', '\r'));
    }

    private static int[] lineEnds(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .filter(i -> bytes[i] == '\n')
                .map(i -> i + 1)
                .toArray();
    }
}

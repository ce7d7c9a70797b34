package org.longspan.tasks.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.task.DataFile;

class AlphabetTest {

    @TempDir
    private Path folder;

    @Test
    void symbolsAreTheCodePointsOfTheFileInTheirOrder() {
        assertThat(symbols("bad cab\n\uFEFF", 256)).containsExactly(3, 2, 5, 1, 4, 2, 3, 0, 6);
    }

    /** An emoji is two chars in Java and four bytes in UTF-8. */
    @Test
    void aCharacterIsACodePointHoweverManyBytesItTakes() {
        assertThat(symbols("a\u00e9\u20ac\uD83D\uDE00a", 256)).containsExactly(0, 1, 2, 3, 0);
    }

    @Test
    void beyondTheCapTheRareOnesShareTheLastSymbol() {
        assertThat(symbols("ccc" + "bbb" + "ddd" + "xx" + "a", 3)).containsExactly(1, 1, 1, 0, 0, 0, 2, 2, 2, 2, 2, 2);
    }

    @Test
    void aFileOfExactlyTheCapSharesNothing() {
        assertThat(symbols("cab", 3)).containsExactly(2, 0, 1);
    }

    /** The decoder works in chunks; a surrogate pair must stay whole wherever a chunk ends. */
    @Test
    void noCharacterIsTornAtTheEndOfAChunk() {
        for (int before = 8185; before < 8195; before++) {
            int[] symbols = symbols("a".repeat(before) + "\uD83D\uDE00".repeat(3), 256);
            assertThat(symbols).hasSize(before + 3).endsWith(0, 1, 1, 1);
        }
    }

    @Test
    void theGreatestAlphabetFitsItsSymbols() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0x10000, 0x10000 + 65_540).forEach(text::appendCodePoint);
        int[] symbols = symbols(text.toString(), 65_536);
        assertThat(symbols[65_534]).isEqualTo(65_534);
        assertThat(symbols[65_535]).isEqualTo(65_535);
        assertThat(symbols[65_539]).isEqualTo(65_535);
    }

    private int[] symbols(String content, int most) {
        Path file = Texts.file(folder, content);
        EncodedText text = EncodedText.of(DataFile.read("file", file.toString()), most);
        return IntStream.range(0, text.size()).map(text::symbol).toArray();
    }
}

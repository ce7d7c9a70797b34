package org.longspan.tasks.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.numerics.catalogue.Settings;

class BadTextTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("no-book.txt");
        assertThatThrownBy(() -> Texts.task(file, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file " + file + " is not there, expected a file");
        assertThatThrownBy(() -> Texts.task(folder, 5)).hasMessage("file " + folder + " is a folder, expected a file");
    }

    @Test
    void withoutAFileThereIsNoTask() {
        assertThatThrownBy(() -> Texts.task(5, Settings.NONE))
                .hasMessage("the setting file is missing, expected the path of a file");
    }

    @Test
    void theFirstByteThatIsNotUtf8IsNamed() {
        refused("ab\u00e9cd".getBytes(StandardCharsets.ISO_8859_1))
                .hasMessage("file " + folder.resolve("book.txt") + " is not text in UTF-8 from byte 2 on (the first is"
                        + " byte 0), expected a text file in that encoding");
        byte[] late = ("\u20ac".repeat(10_000) + "x").getBytes(StandardCharsets.UTF_8);
        late[30_000] = (byte) 0xc3; // begins a character that the file does not complete
        refused(late).hasMessageContaining("from byte 30000 on");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(new byte[0]).hasMessage("file " + folder.resolve("book.txt") + " is empty, expected a text");
    }

    @Test
    void aFileWhoseValidationPartHoldsNoWindowIsRefused() {
        refused(Texts.letters(239).getBytes(StandardCharsets.UTF_8))
                .hasMessage("file " + folder.resolve("book.txt") + " has 239 characters, too few for length 5, expected"
                        + " at least 240: a fortieth is for validation and must hold a window and the character after"
                        + " it");
        Texts.task(Texts.file(folder, Texts.letters(240)), 5);
    }

    @Test
    void aTextOfOneCharacterIsRefused() {
        refused("a".repeat(1000).getBytes(StandardCharsets.UTF_8))
                .hasMessageContaining("one and the same character in its first 90 %, expected at least two");
    }

    @Test
    void whatBeginsAsGzipAndIsNotIsRefused() {
        refused(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1})
                .hasMessageContaining("cannot be unpacked, expected a whole gzip file");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] bytes) {
        Path file = Texts.file(folder, bytes);
        return assertThatThrownBy(() -> Texts.task(file, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}

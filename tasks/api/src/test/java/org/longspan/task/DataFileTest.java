package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {

    @TempDir
    private Path folder;

    /** The SHA-256 of "abc" is the first example of FIPS 180-2. */
    @Test
    void itsContentIsItsSha256AndSize() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(DataFile.read("file", file.toString()).content())
                .isEqualTo("sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, 3 bytes");
    }

    @Test
    void theSameBytesElsewhereAreTheSameContent() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "same");
        Path other = Files.writeString(folder.resolve("other"), "same");
        assertThat(DataFile.read("file", one.toString()).content())
                .isEqualTo(DataFile.read("file", other.toString()).content());
    }

    @Test
    void aFileThatIsNoUseSaysWhichSettingNamedIt() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThatThrownBy(() -> DataFile.read("labels", folder.toString()))
                .isInstanceOfSatisfying(
                        DataFile.Unusable.class, e -> assertThat(e.setting()).isEqualTo("labels"));
        assertThat(DataFile.read("labels", file.toString()).wrong("is wrong"))
                .isInstanceOf(DataFile.Unusable.class)
                .hasMessage("file " + file + " is wrong");
        assertThat(DataFile.read("labels", file.toString()).unsuited("is too short"))
                .isNotInstanceOf(DataFile.Unusable.class)
                .hasMessage("file " + file + " is too short");
    }

    @Test
    void aPathThatCannotBeOneIsRefused() {
        assertThatThrownBy(() -> DataFile.read("file", "a\0b"))
                .isInstanceOf(DataFile.Unusable.class)
                .hasMessageStartingWith(
                        "the path a\\0b has a character that cannot be in a path here, expected another");
    }
}

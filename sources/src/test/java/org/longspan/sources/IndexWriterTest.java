package org.longspan.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWriterTest {

    @TempDir
    Path folder;

    private Path sources;

    @BeforeEach
    void sources() throws IOException {
        sources = Files.createDirectories(folder.resolve("src/a/b"));
        Files.writeString(sources.resolve("package-info.java"), "/** Words. */ package a.b;");
        Files.writeString(sources.resolve("Two.java"), "package a.b; class Two { One one; }");
        Files.writeString(sources.resolve("One.java"), "package a.b; class One { a.Zero zero; }");
        Files.writeString(sources.resolveSibling("Zero.java"), "package a; class Zero {}");
    }

    @Test
    void anIndexHasALineForEachTypeByName() throws IOException {
        IndexWriter.main(new String[] {
            folder.resolve("src").toString(), folder.resolve("classes").toString()
        });
        Path index = folder.resolve("classes").resolve(IndexedType.INDEX);
        assertThat(Files.readAllLines(index))
                .map(line -> line.replaceFirst("[0-9a-f]{64}", "HASH"))
                .containsExactly("a.Zero HASH", "a.b.One HASH a.Zero", "a.b.Two HASH a.b.One");
    }

    @Test
    void aSourceThatCannotBeReadIsNamed() throws IOException {
        Files.writeString(sources.resolve("Three.java"), "package a.b; class Three { String s = \"; }");
        assertThatThrownBy(() -> IndexWriter.index(folder.resolve("src")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Three.java: the literal that begins in line 1 does not end");
    }

    @Test
    void aWholePackageOfALibraryIsRefused() throws IOException {
        Files.writeString(sources.resolve("Three.java"), "package a.b; import com.lib.*; class Three {}");
        assertThatThrownBy(() -> IndexWriter.index(folder.resolve("src")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Three.java: imports com.lib.*, expected each type of a library by its name");
    }
}

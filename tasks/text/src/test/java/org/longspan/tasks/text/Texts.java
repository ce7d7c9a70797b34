package org.longspan.tasks.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.SequenceTask;

/** Small files of text, and tasks over them. */
final class Texts {

    private Texts() {}

    /** Returns that many letters from a to j, drawn uniformly. */
    static String letters(int count) {
        RandomStream stream = new RandomStream(7);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + stream.nextInt(10)));
        }
        return letters.toString();
    }

    /** Returns that many different characters, each once: character i is code point 0x4e00 + i. */
    static String different(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.appendCodePoint(0x4e00 + i);
        }
        return text.toString();
    }

    static Path file(Path folder, String text) {
        return file(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("book.txt"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static SequenceTask task(Path file, int length) {
        return task(length, Settings.NONE.with("file", file.toString()));
    }

    static SequenceTask task(int length, Settings settings) {
        TextProvider provider = new TextProvider();
        return provider.create("next-character", length, Entry.complete("text", provider.settings(), settings));
    }
}

package org.longspan.tasks.text;

import org.longspan.task.DataFile;

/** A text as symbols of its alphabet, each a number from 0 on. Immutable, so that all threads read the one copy. */
final class EncodedText {

    private final char[] symbols; // two bytes a character, not four: a file of 100 MB stays one of 200
    private final Alphabet alphabet;

    private EncodedText(char[] symbols, Alphabet alphabet) {
        this.symbols = symbols;
        this.alphabet = alphabet;
    }

    /**
     * Reads a text, in two passes over its bytes, so that no list of its characters is ever held.
     *
     * @param most greatest number of symbols of the alphabet
     * @throws IllegalArgumentException if the file is not text in UTF-8, naming the first byte that is wrong
     */
    static EncodedText of(DataFile file, int most) {
        int[] counts = new int[Character.MAX_CODE_POINT + 1];
        Utf8.each(file, codePoint -> counts[codePoint]++);
        Alphabet alphabet = Alphabet.of(counts, most);
        int size = 0;
        for (int count : counts) {
            size += count;
        }
        char[] symbols = new char[size];
        int[] next = {0};
        Utf8.each(file, codePoint -> symbols[next[0]++] = (char) alphabet.symbol(codePoint));
        return new EncodedText(symbols, alphabet);
    }

    /** Returns the number of characters. */
    int size() {
        return symbols.length;
    }

    /** Returns the symbol of a character, from 0 on. */
    int symbol(int character) {
        return symbols[character];
    }

    /** Returns the symbols that the text is made of. */
    Alphabet alphabet() {
        return alphabet;
    }
}

package org.longspan.tasks.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The symbols of a file: the code points that occur in it, by ascending code point, numbered from 0 on. Where there
 * are more than the cap, the most frequent have a symbol of their own, of equally frequent ones the smaller code
 * point first, and all others share the last symbol. Nothing is folded: case, line breaks and a byte order mark count
 * as they stand.
 */
final class Alphabet {

    private static final char ABSENT = Character.MAX_VALUE;

    private static final int SHARED = -1;

    private final char[] symbols; // by code point
    private final int[] codePoints; // by symbol

    private Alphabet(char[] symbols, int[] codePoints) {
        this.symbols = symbols;
        this.codePoints = codePoints;
    }

    /**
     * Builds the alphabet of a file.
     *
     * @param counts occurrences, by code point
     * @param most greatest number of symbols
     */
    static Alphabet of(int[] counts, int most) {
        int[] present =
                IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
        boolean shared = present.length > most;
        int[] own = shared ? mostFrequent(present, counts, most - 1) : present;
        char[] symbols = new char[counts.length];
        Arrays.fill(symbols, shared ? (char) (most - 1) : ABSENT);
        for (int symbol = 0; symbol < own.length; symbol++) {
            symbols[own[symbol]] = (char) symbol;
        }
        int[] codePoints = Arrays.copyOf(own, shared ? most : own.length);
        if (shared) {
            codePoints[most - 1] = SHARED;
        }
        return new Alphabet(symbols, codePoints);
    }

    private static int[] mostFrequent(int[] present, int[] counts, int number) {
        Comparator<Integer> frequentFirst = Comparator.comparingInt((Integer codePoint) -> -counts[codePoint]);
        return Arrays.stream(present)
                .boxed()
                .sorted(frequentFirst.thenComparing(Comparator.naturalOrder()))
                .limit(number)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Returns the number of symbols. */
    int size() {
        return codePoints.length;
    }

    /** Returns a symbol for people: {@code é U+00E9}, without the character where a terminal would not show it. */
    String name(int symbol) {
        int codePoint = codePoints[symbol];
        if (codePoint == SHARED) {
            return "the shared symbol of rare characters";
        }
        String code = String.format("U+%04X", codePoint);
        return Character.isLetterOrDigit(codePoint) ? Character.toString(codePoint) + " " + code : code;
    }

    /** Returns the symbol of a code point of the file. */
    int symbol(int codePoint) {
        return symbols[codePoint];
    }
}

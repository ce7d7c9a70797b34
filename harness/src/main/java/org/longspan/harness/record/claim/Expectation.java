package org.longspan.harness.record.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a claim expects its number: between {@code low} and {@code high}.
 *
 * @param word how the claim says it
 * @param low lower end of the region; -∞ if it has none
 * @param high upper end of the region; ∞ if it has none
 */
public record Expectation(Word word, double low, double high) {

    /** How a claim says where its number is expected. */
    public enum Word {
        /** Within the margin of 0, by a comparison that could have found more. */
        EQUIVALENT,
        /** Over 0, or over the margin if there is one. */
        BETTER,
        /** Under 0, or under the margin if there is one. */
        WORSE,
        /** Not under 0 by more than the margin. */
        AT_LEAST,
        /** Not over 0 by more than the margin. */
        AT_MOST,
        /** Over a bound. */
        ABOVE,
        /** Under a bound. */
        BELOW,
        /** Between two bounds. */
        WITHIN,
        /** In every look: one exception refutes. */
        ALWAYS;

        /** Returns its word in a claim. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns the words that stand alone or with a margin, or else those that bring bounds. */
        public static List<String> words(boolean bounds) {
            return Arrays.stream(values())
                    .filter(word -> bounds == (word == ABOVE || word == BELOW || word == WITHIN))
                    .map(Word::word)
                    .toList();
        }
    }

    /** Returns whether {@code low} to {@code high} lies inside the region. */
    public boolean holds(double from, double to) {
        return low < from && to < high;
    }

    /** Returns whether {@code low} to {@code high} lies outside the region. */
    public boolean excludes(double from, double to) {
        return to <= low || high <= from;
    }
}

package org.longspan.harness;

import java.util.Collection;

/** The end of a sentence that answers an unknown name: what was perhaps meant, and all that is known. */
public final class Words {

    private Words() {}

    /** Returns {@code ; did you mean adam? Known: adam, sgd}, without the question where nothing is near. */
    public static String hint(String unknown, Collection<String> known) {
        String nearest = nearest(unknown, known);
        String question = nearest.isEmpty() ? "; known: " : "; did you mean " + nearest + "? Known: ";
        return question + String.join(", ", known);
    }

    /** Returns the nearest of {@code known}, or nothing if none is within a third of the letters. */
    static String nearest(String unknown, Collection<String> known) {
        String nearest = "";
        int least = Math.max(1, unknown.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(unknown.toLowerCase(java.util.Locale.ROOT), candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Levenshtein's distance: insertions, deletions and replacements from one word to the other. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1]; // distances of a's first i letters to every beginning of b
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

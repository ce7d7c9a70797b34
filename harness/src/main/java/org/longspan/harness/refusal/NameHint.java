package org.longspan.harness.refusal;

import java.util.Collection;
import java.util.Locale;

/** The end of a sentence that answers an unknown name: what was perhaps meant, and all that is known. */
public final class NameHint {

    private NameHint() {}

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
            int distance = distance(unknown.toLowerCase(Locale.ROOT), candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** The distance of optimal string alignment: letters put in, left out, replaced, or two neighbours swapped. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1]; // of a's first i letters to b's first j
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}

package org.longspan.harness.refusal;

import java.util.Collection;
import java.util.Locale;

/** Ends a message about an unknown name with the nearest known name and a list of all known names. */
public final class NameHint {

    private NameHint() {}

    /** Returns {@code ; did you mean adam? Known: adam, sgd}, without the question if no name is near. */
    public static String hint(String unknown, Collection<String> known) {
        String nearest = nearest(unknown, known);
        String question = nearest.isEmpty() ? "; known: " : "; did you mean " + nearest + "? Known: ";
        return question + String.join(", ", known);
    }

    /** Returns the nearest of {@code known}; empty if each differs in more than a third of the letters. */
    static String nearest(String unknown, Collection<String> known) {
        String nearest = "";
        int least = Math.max(1, unknown.length() / 3) + 1;
        for (String candidate : known) {
            if (Math.abs(unknown.length() - candidate.length()) >= least) {
                continue; // at least as far; a table for a long text would fill the memory
            }
            int distance = distance(unknown.toLowerCase(Locale.ROOT), candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Returns the optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1]; // d[i][j]: distance of a's first i letters to b's first j
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

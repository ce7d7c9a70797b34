package org.longspan.harness.merge;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.longspan.harness.refusal.UserError;

/** The results and looks that any of the merged runs uses, as lines of {@code run.trials}. */
final class MergedMembers {

    private static final int ID = 16;
    private static final int WITH_CODE = ID + 1 + 64;

    private final TreeMap<String, Path> lines = new TreeMap<>(); // with the first folder that has each

    /** Takes a line of a folder. */
    void take(Path folder, String line) {
        lines.putIfAbsent(line, folder);
    }

    /** Returns all lines. */
    SortedSet<String> lines() {
        return Collections.unmodifiableSortedSet(lines.navigableKeySet());
    }

    /** Returns how many of the results have a line. */
    int withResult(MergedLines<?, ?> results) {
        return (int) lines.keySet().stream()
                .filter(line -> line.length() <= WITH_CODE && results.has(line))
                .count();
    }

    /**
     * Refuses trials whose results are of different code in different runs.
     *
     * @throws UserError for the first of them
     */
    void requireOneCode(MergedLines<?, ?> results) {
        Map.Entry<String, Path> before = null;
        for (Map.Entry<String, Path> line : lines.entrySet()) {
            if (line.getKey().length() == WITH_CODE) {
                if (before != null && before.getKey().regionMatches(0, line.getKey(), 0, ID)) {
                    throw otherCode(before, line, results);
                }
                before = line;
            }
        }
    }

    private static UserError otherCode(
            Map.Entry<String, Path> one, Map.Entry<String, Path> other, MergedLines<?, ?> results) {
        return new UserError("folders " + one.getValue() + " and " + other.getValue() + " use results of trial "
                + one.getKey().substring(0, ID) + " by different code: " + code(one, results) + " and "
                + code(other, results) + "; nothing was merged: run the plan again in the one that is out of date");
    }

    private static String code(Map.Entry<String, Path> line, MergedLines<?, ?> results) {
        return line.getKey().substring(ID + 1)
                + results.where(line.getKey()).map(where -> " (" + where + ")").orElse("");
    }
}

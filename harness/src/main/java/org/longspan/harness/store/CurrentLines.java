package org.longspan.harness.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The lines of a file that the latest run uses, by what tells their records apart; of several of one record the last.
 * A run that goes on meanwhile writes a record before it names it, so lines that are not named are asked for again.
 *
 * @param <K> what tells records apart
 * @param <B> what is kept of a line
 */
final class CurrentLines<K, B> {

    private final Map<K, Found<B>> found;
    private final List<Unnamed<K, B>> unnamed = new ArrayList<>();
    private int named;

    /** A line and where it stands. */
    record Found<B>(B brief, LinePlace place) {}

    private record Unnamed<K, B>(K key, Found<B> line) {}

    CurrentLines(Comparator<K> order) {
        this.found = new TreeMap<>(order);
    }

    /** Takes a line. */
    void take(K key, B brief, LinePlace place, Predicate<B> isNamed) {
        Found<B> line = new Found<>(brief, place);
        if (isNamed.test(brief)) {
            found.merge(key, line, CurrentLines::later);
            named = found.size();
        } else {
            unnamed.add(new Unnamed<>(key, line));
        }
    }

    /** Asks for the others again. */
    void askAgain(Predicate<B> isNamed) {
        unnamed.removeIf(other -> {
            boolean is = isNamed.test(other.line().brief());
            if (is) {
                found.merge(other.key(), other.line(), CurrentLines::later);
            }
            return is;
        });
    }

    private static <B> Found<B> later(Found<B> one, Found<B> other) {
        return one.place().offset() > other.place().offset() ? one : other;
    }

    /** Returns the lines in order. */
    Map<K, Found<B>> lines() {
        return found;
    }

    boolean hasUnnamed() {
        return !unnamed.isEmpty();
    }

    /**
     * Returns what a reader of these lines does not get to see.
     *
     * @param members number of records that the latest run was said to use before the lines were read
     */
    LeftOut.Lines leftOut(ReadLines read, int members) {
        int replaced = read.lines() - unnamed.size() - found.size();
        return new LeftOut.Lines(read, unnamed.size(), replaced, Math.max(0, members - named));
    }
}

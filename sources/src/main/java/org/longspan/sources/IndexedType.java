package org.longspan.sources;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A top-level type and everything nested in it.
 *
 * @param name its full name
 * @param hash SHA-256 of its tokens and its imports, in hexadecimal digits; neither comments nor layout change it
 * @param names full names of the top-level types that it names, sorted, without the JDK's and its own; {@code a.b.*}
 *     for an import of a whole package
 */
public record IndexedType(String name, String hash, Set<String> names) {

    /** Path of the index among a module's classes; the index has one line per type. */
    public static final String INDEX = "META-INF/longspan/types.txt";

    public IndexedType {
        names = Collections.unmodifiableSet(new TreeSet<>(names));
    }

    /** Parses a line that {@link #line} wrote. */
    public static IndexedType parse(String line) {
        List<String> words = List.of(line.split(" "));
        return new IndexedType(words.get(0), words.get(1), Set.copyOf(words.subList(2, words.size())));
    }

    /** Returns this type's line in the index: name, hash, names. */
    public String line() {
        return name + " " + hash + (names.isEmpty() ? "" : " " + String.join(" ", names));
    }
}

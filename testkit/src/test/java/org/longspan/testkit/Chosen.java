package org.longspan.testkit;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;

/** The entries whose contracts are run: all, or those that {@code -Dlongspan.only=NAME,NAME} names. */
final class Chosen {

    private static final String NAMES = System.getProperty("longspan.only", "");

    private Chosen() {}

    static <T> List<Entry<T>> of(List<Entry<T>> all) {
        List<String> names = List.of(NAMES.split(","));
        return NAMES.isEmpty()
                ? all
                : all.stream().filter(entry -> names.contains(entry.name())).toList();
    }
}

package org.longspan.suite.catalogue;

import java.util.List;
import org.longspan.harness.method.MethodList;
import org.longspan.numerics.catalogue.Entry;

/**
 * One list.
 *
 * @param name as the command {@code list} spells it, such as {@code optimizers}
 * @param introduction the kind of entries, and where a plan names them
 * @param items in the list's own order
 */
public record Section(String name, String introduction, List<Item> items) {

    static <T> Section of(String name, String introduction, List<Entry<T>> entries) {
        return new Section(name, introduction, entries.stream().map(Item::of).toList());
    }

    /** Returns the heading of this list, such as {@code Momentum schedules}. */
    String title() {
        String words = name.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static <T> Section of(String name, String introduction, MethodList<T> methods) {
        return new Section(
                name,
                introduction,
                methods.entries().stream()
                        .map(entry -> Item.of(entry).from(methods.jarOf(entry.name())))
                        .toList());
    }
}

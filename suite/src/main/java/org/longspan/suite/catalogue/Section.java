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

    static <T> Section of(String name, String introduction, MethodList<T> methods) {
        return new Section(
                name,
                introduction,
                methods.entries().stream()
                        .map(entry -> Item.of(entry).from(methods.jarOf(entry.name())))
                        .toList());
    }
}

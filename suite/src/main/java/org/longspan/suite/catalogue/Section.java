package org.longspan.suite.catalogue;

import java.util.List;
import org.longspan.harness.method.MethodList;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
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

    /**
     * Returns this list with the entry of that name alone; of a family of tasks, with all of its variants.
     *
     * @throws UserError if there is none; the message lists the known names
     */
    public Section named(String wanted) {
        List<Item> found = items.stream()
                .filter(item -> item.name().equals(wanted) || item.name().startsWith(wanted + " "))
                .toList();
        if (found.isEmpty()) {
            List<String> known = items.stream().map(Item::name).toList();
            throw new UserError("no entry " + wanted + " in the list " + name + NameHint.hint(wanted, known));
        }
        return new Section(name, introduction, found);
    }
}

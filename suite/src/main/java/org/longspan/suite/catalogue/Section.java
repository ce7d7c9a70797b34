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

    /** Compares with the variants of the family that {@code wanted} begins with; if there is none, with the families. */
    private String hint(String wanted) {
        String family = wanted.split(" ", 2)[0];
        List<String> variants = items.stream()
                .map(Item::name)
                .filter(known -> known.startsWith(family + " "))
                .toList();
        List<String> families = items.stream()
                .map(item -> item.name().split(" ", 2)[0])
                .distinct()
                .toList();
        return variants.isEmpty() ? NameHint.hint(family, families) : NameHint.hint(wanted, variants);
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
            throw new UserError("no entry " + wanted + " in the list " + name + hint(wanted));
        }
        return new Section(name, introduction, found);
    }
}

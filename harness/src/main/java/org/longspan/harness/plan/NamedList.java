package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A list of named things in a plan, each of them once. The word {@code all} in its place means every known thing; as an
 * element it means every one that the list does not name.
 *
 * @param kind what the names are names of, such as {@code optimizer}
 * @param names all known ones, in order
 * @param nameOf returns the name of a thing
 * @param plain makes the thing of a bare name
 * @param given reads an element of the list that is not the word
 */
record NamedList<T>(
        String kind,
        List<String> names,
        Function<T, String> nameOf,
        Function<String, T> plain,
        Function<PlanNode, T> given) {

    /** Alone, or as an element. */
    static final String ALL = "all";

    /** Returns every known thing. */
    List<T> all() {
        return everyOther(Set.of());
    }

    /** Returns the things in the list, in its order. */
    List<T> read(PlanNode node, PlanErrors errors) {
        if (ALL.equals(node.value())) {
            return all();
        }
        if (!node.isList()) {
            throw node.expected("the word all, or a list of " + kind + " names: " + String.join(", ", names));
        }
        Set<String> named = new HashSet<>(); // never iterated
        List<T> things = new ArrayList<>();
        int placeOfOthers = -1;
        for (PlanNode element : node.elements()) {
            if (!ALL.equals(element.value())) {
                errors.check(() -> things.add(once(given.apply(element), element, named)));
            } else if (placeOfOthers < 0) {
                placeOfOthers = things.size();
            } else {
                errors.add(element.wrong("the word all is given twice, expected once"));
            }
        }
        if (placeOfOthers >= 0) {
            things.addAll(placeOfOthers, everyOther(named));
        }
        return things;
    }

    private List<T> everyOther(Set<String> named) {
        return names.stream().filter(name -> !named.contains(name)).map(plain).toList();
    }

    private T once(T thing, PlanNode element, Set<String> named) {
        if (!named.add(nameOf.apply(thing))) {
            throw element.wrong(nameOf.apply(thing) + " is given twice, expected every " + kind
                    + " once: reports tell them apart by their names");
        }
        return thing;
    }
}

package org.longspan.numerics.catalogue;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of settings by name, each a {@link Double} or a {@link String}, in the order of their names.
 *
 * @param values immutable
 */
public record Settings(Map<String, Object> values) {

    /** No values: every setting at its default. */
    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        TreeMap<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name, value instanceof Number n ? (Object) n.doubleValue() : value));
        values = Collections.unmodifiableMap(sorted);
    }

    /** Returns a copy with {@code name} set to {@code value}. */
    public Settings with(String name, Object value) {
        TreeMap<String, Object> copy = new TreeMap<>(values);
        copy.put(name, value);
        return new Settings(copy);
    }

    /** Returns the number of that name. */
    public double number(String name) {
        return (Double) require(name);
    }

    /** Returns the whole number of that name. */
    public int whole(String name) {
        return Math.toIntExact((long) number(name));
    }

    /** Returns the word of that name. */
    public String word(String name) {
        return (String) require(name);
    }

    /** Returns the word of that name, or {@code otherwise} if there is none, for settings that may be silent. */
    public String word(String name, String otherwise) {
        return (String) values.getOrDefault(name, otherwise);
    }

    private Object require(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting " + name + "; known: " + values.keySet());
        }
        return value;
    }
}

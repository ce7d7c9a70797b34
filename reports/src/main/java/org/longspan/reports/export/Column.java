package org.longspan.reports.export;

import java.util.function.Function;

/**
 * A column of a table: what the dictionary says of it, and how a row fills it.
 *
 * @param name in snake case, unique in the table
 * @param kind of its values
 * @param unit empty if it has none
 * @param meaning half a sentence
 * @param value of a row; null where it is missing
 * @param <R> what a row is made of
 */
public record Column<R>(String name, Kind kind, String unit, String meaning, Function<? super R, ?> value) {

    /** What a column holds. */
    public enum Kind {
        /** A word, a name or a sentence, as the JSON has it. */
        TEXT,
        /** A whole number of at most 64 bits. */
        INTEGER,
        /** The shortest decimal that reads back as equal bits of a double, or {@code inf}. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A time in ISO 8601, UTC. */
        TIME;

        /** Returns the word in the dictionary. */
        public String word() {
            return switch (this) {
                case TEXT -> "text";
                case INTEGER -> "integer";
                case NUMBER -> "number";
                case BOOLEAN -> "boolean";
                case TIME -> "time";
            };
        }
    }
}

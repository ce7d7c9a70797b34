package org.longspan.harness.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;

/**
 * A value in a plan file, with its position for error messages.
 *
 * @param file path of the plan file as the user gave it
 * @param place path within the plan, such as {@code optimizers[2].name}; empty for the root
 * @param line in the file, from 1
 * @param value a {@code Map<String, PlanNode>}, a {@code List<PlanNode>}, a String, Long, Double, Boolean or null
 * @param written the text of a number in the file; empty for other values
 */
record PlanNode(String file, String place, int line, Object value, String written) {

    /** Returns this node with {@code otherLine} as its line. */
    PlanNode at(int otherLine) {
        return new PlanNode(file, place, otherLine, value, written);
    }

    /** Returns an error about this value, with its position. */
    UserError wrong(String what) {
        return new UserError(file + ", line " + line + (place.isEmpty() ? "" : ", " + place) + ": " + what);
    }

    /** Returns an error that names this value and the expected ones. */
    UserError expected(String what) {
        return wrong(text() + ", expected " + what);
    }

    boolean isWord() {
        return value instanceof String;
    }

    boolean isMapping() {
        return value instanceof Map;
    }

    /** Returns the values of a mapping by key. */
    @SuppressWarnings("unchecked") // PlanNodes makes no other maps
    Map<String, PlanNode> mapping() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, PlanNode>) map;
        }
        throw expected("keys and values");
    }

    /** Returns the values of a mapping by key, after checking that every key is known. */
    Map<String, PlanNode> mapping(Collection<String> known) {
        mapping().forEach((key, node) -> node.requireKey(key, known));
        return mapping();
    }

    private void requireKey(String key, Collection<String> known) {
        if (!known.contains(key)) {
            throw wrong("unknown key " + key + NameHint.hint(key, known));
        }
    }

    /** Returns the elements of a list that is not empty. */
    @SuppressWarnings("unchecked") // PlanNodes makes no other lists
    List<PlanNode> elements() {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return (List<PlanNode>) list;
        }
        throw expected("a list of at least one element");
    }

    String word() {
        if (value instanceof String word) {
            return word;
        }
        throw expected("a word");
    }

    /** Returns the word after checking that it is in {@code known}. */
    String oneOf(String kind, Collection<String> known) {
        if (known.contains(word())) {
            return word();
        }
        throw wrong("unknown " + kind + " " + value + NameHint.hint(word(), known));
    }

    long whole(long least, long greatest) {
        if (value instanceof Long number && number >= least && number <= greatest) {
            return number;
        }
        throw expected("a whole number from " + least + " to " + greatest);
    }

    /** Returns a whole number from 1 to {@code greatest}. */
    int count(int greatest) {
        return (int) whole(1, greatest);
    }

    /** Returns a number greater than 0; infinity is allowed. */
    double positive() {
        if (setting() instanceof Number number && number.doubleValue() > 0) {
            return number.doubleValue();
        }
        throw expected("a number greater than 0");
    }

    /** Returns the value of a setting: a Double or a String. The word {@code inf} gives infinity. */
    Object setting() {
        if (value instanceof Double number && number.isInfinite()) {
            throw expected("a number between -1.8e308 and 1.8e308, or the word inf");
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String word) {
            return switch (word) {
                case "inf", ".inf", "+.inf" -> (Object) Double.POSITIVE_INFINITY;
                case "nan", "NaN", ".nan", ".NaN" -> (Object) Double.NaN;
                default -> word;
            };
        }
        throw expected("a number or a word");
    }

    private String text() {
        if (value instanceof Map) {
            return "keys and values are given";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "an empty list is given" : "a list of " + list.size() + " is given";
        }
        if (value instanceof Number) {
            return written + " is given";
        }
        return value == null ? "nothing is given" : value + " is given";
    }
}

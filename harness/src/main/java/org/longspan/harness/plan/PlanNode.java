package org.longspan.harness.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;

/**
 * A value in a plan file, with its position for error messages.
 *
 * @param file path of the plan file as the user gave it
 * @param place path within the plan, such as {@code optimizers[2].name}; empty for the root
 * @param line in the file, from 1
 * @param value a {@code Map<String, PlanNode>}, a {@code List<PlanNode>}, a String, Long, Double, Boolean or null
 * @param written the text of a single value in the file; empty for others
 * @param plain whether the text has no quotes
 */
public record PlanNode(String file, String place, int line, Object value, String written, boolean plain) {

    /** Returns this node with {@code otherLine} as its line. */
    PlanNode at(int otherLine) {
        return new PlanNode(file, place, otherLine, value, written, plain);
    }

    /** Returns an error about this value, with its position. */
    public PlanError wrong(String what) {
        return wrong(what, null);
    }

    /** Returns an error about this value, with its position and its cause. */
    public PlanError wrong(String what, Throwable cause) {
        String where = Shown.escaped(file) + ", line " + line + (place.isEmpty() ? "" : ", " + place);
        return new PlanError(line, where + ": " + Shown.sentence(what), cause);
    }

    /** Returns an error that names this value and the expected ones. */
    public PlanError expected(String what) {
        return wrong(text() + ", expected " + what);
    }

    /** Returns an error about this value where a number is expected; tells a text in quotes that it is one. */
    public PlanError expectedNumber(String what) {
        if (!plain && value instanceof String && CoreSchema.isNumber(written)) {
            return wrong("'" + Shown.value(written) + "' is a text: write it without quotes; expected " + what);
        }
        String bare = written.replace("_", "");
        if (plain && value instanceof String && !bare.equals(written) && CoreSchema.isNumber(bare)) {
            return wrong(Shown.value(written) + " is a word: write " + Shown.value(bare) + "; expected " + what);
        }
        return expected(what);
    }

    public boolean isWord() {
        return value instanceof String;
    }

    public boolean isList() {
        return value instanceof List;
    }

    public boolean isMapping() {
        return value instanceof Map;
    }

    /** Returns the values of a mapping by key. */
    @SuppressWarnings("unchecked") // PlanNodes makes no other maps
    public Map<String, PlanNode> mapping() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, PlanNode>) map;
        }
        throw expected("keys and values");
    }

    /** Returns the values of a mapping by key, and adds an error for every unknown key. */
    public Map<String, PlanNode> mapping(Collection<String> known, PlanErrors errors) {
        mapping().forEach((key, node) -> {
            if (!known.contains(key)) {
                errors.add(node.unknownKey(key, known));
            }
        });
        return mapping();
    }

    private PlanError unknownKey(String key, Collection<String> known) {
        return key.equals("<<")
                ? wrong("YAML 1.2 has no key << that merges: write the keys out, or give a whole value an anchor")
                : wrong("unknown key " + Shown.value(key) + NameHint.hint(key, known));
    }

    /** Returns the value of a key that must be there. */
    public PlanNode required(String key) {
        PlanNode node = mapping().get(key);
        if (node == null) {
            throw wrong("the key " + key + " is missing");
        }
        return node;
    }

    /** Returns the elements of a list that is not empty. */
    @SuppressWarnings("unchecked") // PlanNodes makes no other lists
    public List<PlanNode> elements() {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return (List<PlanNode>) list;
        }
        throw expected("a list of at least one element");
    }

    /** Returns the word that this value is; {@code what} says which words are expected. */
    public String word(String what) {
        if (value instanceof String word) {
            return word;
        }
        if (value instanceof Number) {
            throw wrong(Shown.value(written) + " is a number: write it in quotes; expected " + what);
        }
        throw expected(what);
    }

    /** Returns the word after checking that it is in {@code known}. */
    public String oneOf(Kind kind, Collection<String> known) {
        String word = value instanceof String given ? given : null;
        if (word == null) {
            throw expected("the name of " + kind.article() + " " + kind.name() + kind.owner());
        }
        if (known.contains(word)) {
            return word;
        }
        throw wrong("unknown " + kind.name() + " " + Shown.value(word) + kind.owner() + NameHint.hint(word, known)
                + kind.otherwise());
    }

    public long whole(long least, long greatest) {
        return whole(least, greatest, "a whole number from " + least + " to " + greatest);
    }

    /** Returns a whole number within these bounds; {@code what} says what is expected. */
    long whole(long least, long greatest, String what) {
        OptionalLong number = value instanceof Number ? CoreSchema.whole(written) : OptionalLong.empty();
        if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= greatest) {
            return number.getAsLong();
        }
        throw expectedNumber(what);
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
        throw expectedNumber("a number greater than 0");
    }

    /** Returns the value of a setting: a Double or a String. The word {@code inf} gives infinity. */
    public Object setting() {
        if (value instanceof Double number && number.isInfinite() && !CoreSchema.isSpecial(written)) {
            throw expected("a number between -1.8e308 and 1.8e308, or the word inf");
        }
        if (value instanceof Double && CoreSchema.isTooSmall(written)) {
            throw expected("0, or a number of at least 4.9e-324");
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String word) {
            return word.equals("inf") ? (Object) Double.POSITIVE_INFINITY : word;
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
        if (value instanceof String word && word.isBlank()) {
            return "an empty text is given";
        }
        return value == null ? "nothing is given" : Shown.value(written) + " is given";
    }
}

package org.longspan.numerics.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One thing of a method that a plan can set. */
public sealed interface Setting {

    /** Returns the name, as a plan spells it. */
    String name();

    /** Returns what it means, one sentence with its unit. */
    String meaning();

    /** Returns the value where a plan is silent, a {@link Double} or a {@link String}. */
    Object defaultValue();

    /** Returns the range that tuning draws from, if it is tuned. */
    default Optional<SearchRange> search() {
        return Optional.empty();
    }

    /**
     * Returns whether complete settings leave this one out where it has its default: for a setting that came later
     * than trials whose names are to stay.
     */
    default boolean silentAtDefault() {
        return false;
    }

    /**
     * Returns {@code value} if it is valid.
     *
     * @throws IllegalArgumentException naming the setting, the value and what would be right
     */
    Object check(Object value);

    /**
     * A number.
     *
     * @param least smallest valid value
     * @param leastIsValid whether {@code least} itself is valid
     * @param greatest greatest valid value; infinity is valid only where it is infinite
     * @param whole whether it must be a whole number
     * @param range the range to tune over, or null
     */
    record Number(
            String name,
            String meaning,
            double value,
            double least,
            boolean leastIsValid,
            double greatest,
            boolean whole,
            SearchRange range)
            implements Setting {

        public Number {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(meaning, "meaning");
        }

        /** A number greater than {@code 0}, infinity excluded. */
        public static Number positive(String name, String meaning, double value) {
            return new Number(name, meaning, value, 0, false, Double.MAX_VALUE, false, null);
        }

        /** A number in [least, greatest]. */
        public static Number within(String name, String meaning, double value, double least, double greatest) {
            return new Number(name, meaning, value, least, true, greatest, false, null);
        }

        /** A whole number in [least, greatest]. */
        public static Number whole(String name, String meaning, double value, double least, double greatest) {
            return new Number(name, meaning, value, least, true, greatest, true, null);
        }

        /** Returns this setting, tuned over {@code range}. */
        public Number tuned(SearchRange range) {
            return new Number(name, meaning, value, least, leastIsValid, greatest, whole, range);
        }

        @Override
        public Object defaultValue() {
            return value;
        }

        @Override
        public Optional<SearchRange> search() {
            return Optional.ofNullable(range);
        }

        @Override
        public Object check(Object candidate) {
            if (candidate instanceof java.lang.Number number) {
                double v = number.doubleValue();
                boolean inside = (v > least || (leastIsValid && v == least)) && v <= greatest;
                if (inside && (!whole || v == Math.rint(v))) {
                    return v;
                }
            }
            throw new IllegalArgumentException(name + " is " + candidate + ", expected " + expectation());
        }

        /** Returns what a valid value looks like, in words. */
        public String expectation() {
            String kind = whole ? "a whole number" : "a number";
            String low = leastIsValid ? "from " + text(least) : "greater than " + text(least);
            String high = greatest >= Double.MAX_VALUE ? "" : " to " + text(greatest);
            return kind + " " + low + high;
        }

        private static String text(double v) {
            return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
        }
    }

    /**
     * One of several words.
     *
     * @param value the default, one of {@code choices}
     */
    record Word(String name, String meaning, String value, List<String> choices, boolean silentAtDefault)
            implements Setting {

        public Word {
            choices = List.copyOf(choices);
        }

        /** A word that complete settings always hold. */
        public Word(String name, String meaning, String value, List<String> choices) {
            this(name, meaning, value, choices, false);
        }

        /** Returns this setting, left out of complete settings where it has its default. */
        public Word silent() {
            return new Word(name, meaning, value, choices, true);
        }

        @Override
        public Object defaultValue() {
            return value;
        }

        @Override
        public Object check(Object candidate) {
            if (candidate instanceof String word && choices.contains(word)) {
                return word;
            }
            throw new IllegalArgumentException(
                    name + " is " + candidate + ", expected one of " + String.join(", ", choices));
        }
    }

    /**
     * The path of a file. It has no default: a task that reads one cannot be had without it. What the file holds
     * belongs to a trial, its path does not, so this value never enters one.
     */
    record File(String name, String meaning) implements Setting {

        @Override
        public Object defaultValue() {
            return "";
        }

        @Override
        public Object check(Object candidate) {
            if (candidate instanceof String) {
                return candidate;
            }
            throw new IllegalArgumentException(name + " is " + candidate + ", expected the path of a file");
        }
    }
}

package org.longspan.numerics.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One setting of a method. */
public sealed interface Setting {

    /** Returns the name, as written in a plan. */
    String name();

    /** Returns the meaning, one sentence with the unit. */
    String meaning();

    /** Returns the default, a {@link Double} or a {@link String}. */
    Object defaultValue();

    /** Returns the range that tuning draws from; empty if the setting is not tuned. */
    default Optional<SearchRange> search() {
        return Optional.empty();
    }

    /**
     * Returns whether complete settings omit this one at its default. A setting that is added later is silent, so that
     * the names of existing trials stay.
     */
    default boolean silentAtDefault() {
        return false;
    }

    /**
     * Returns {@code value} if it is valid.
     *
     * @throws IllegalArgumentException otherwise; the message names the setting, the value, and what is valid
     */
    Object check(Object value);

    /**
     * A number.
     *
     * @param least smallest valid value
     * @param leastIsValid whether {@code least} itself is valid
     * @param greatest greatest valid value; infinity is valid only if this is infinite
     * @param whole whether only whole numbers are valid
     * @param range the range that tuning draws from, or null
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

        /** Returns a setting for finite numbers greater than 0. */
        public static Number positive(String name, String meaning, double value) {
            return new Number(name, meaning, value, 0, false, Double.MAX_VALUE, false, null);
        }

        /** Returns a setting for numbers in [least, greatest]. */
        public static Number within(String name, String meaning, double value, double least, double greatest) {
            return new Number(name, meaning, value, least, true, greatest, false, null);
        }

        /** Returns a setting for whole numbers in [least, greatest]. */
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

        /** Returns a description of the valid values. */
        public String expectation() {
            String kind = whole ? "a whole number " : "a number ";
            return kind + (greatest >= Double.MAX_VALUE ? low() : bounds());
        }

        /** Returns the bounds in words: {@code from 0, below 1}; {@code greater than 0, or inf}. */
        public String bounds() {
            if (greatest >= Double.MAX_VALUE) {
                return Double.isInfinite(greatest) ? low() + ", or inf" : low();
            }
            if (greatest != Math.rint(greatest) && Math.nextUp((float) greatest) == Math.rint(greatest)) {
                return low() + ", below " + text(Math.rint(greatest)); // the largest float below a whole number
            }
            return low() + (leastIsValid ? " to " : ", at most ") + text(greatest);
        }

        private String low() {
            return (leastIsValid ? "from " : "greater than ") + text(least);
        }

        private static String text(double v) {
            return v == Math.rint(v) && Math.abs(v) < 1e15
                    ? Long.toString((long) v)
                    : Double.toString(v).replace(".0E", "e").replace("E", "e");
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

        /** Creates a word that is never omitted from complete settings. */
        public Word(String name, String meaning, String value, List<String> choices) {
            this(name, meaning, value, choices, false);
        }

        /** Returns this setting, omitted from complete settings at its default. */
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
     * The path of a file. A trial is identified by the contents of the file, never by this path.
     *
     * @param required whether a task does not exist without it; else its path may be empty
     */
    record File(String name, String meaning, boolean required) implements Setting {

        /** Creates the setting of a file that a task does not exist without. */
        public File(String name, String meaning) {
            this(name, meaning, true);
        }

        /** Returns this setting for a file that a plan may leave out. */
        public File orNone() {
            return new File(name, meaning, false);
        }

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

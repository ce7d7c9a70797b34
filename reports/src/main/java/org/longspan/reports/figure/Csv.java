package org.longspan.reports.figure;

import java.util.Objects;
import java.util.regex.Pattern;

/** Comma-separated values, RFC 4180, one header line. No word in them is a formula to a spreadsheet. */
public final class Csv {

    private static final String QUOTED = ",\"\n\r";
    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9.,]+([eE][+-]?[0-9]+)?|Infinity|∞)");

    private final StringBuilder text = new StringBuilder();

    /** Begins with the names of the columns. */
    public Csv(String... header) {
        row((Object[]) header);
    }

    /** Adds a row; null becomes an empty field. */
    public Csv row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(field(values[i]));
        }
        text.append('\n');
        return this;
    }

    /** Returns a number for a field, which is empty where it is not finite: nothing is left, or nothing known. */
    public static Object known(double value) {
        return Double.isFinite(value) ? value : "";
    }

    private static String field(Object value) {
        String s = value instanceof CharSequence words ? harmless(words.toString()) : Objects.toString(value, "");
        return s.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0) ? '"' + s.replace("\"", "\"\"") + '"' : s;
    }

    /** A spreadsheet would run a name such as {@code =1+1}; behind an apostrophe it is text. A number stays one. */
    private static String harmless(String words) {
        boolean formula = !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(words).matches() ? "'" + words : words;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

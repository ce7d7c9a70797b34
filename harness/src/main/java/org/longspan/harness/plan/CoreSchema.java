package org.longspan.harness.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The values of texts without quotes, as the core schema of YAML 1.2 has them (section 10.3.2 of the specification):
 * {@code 010} is ten, {@code 0o10} is eight, and {@code 1_000}, {@code 1:30} and {@code yes}, which were numbers and a
 * truth value in YAML 1.1, are words.
 */
final class CoreSchema {

    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]++");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]++");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]++|[0-9]++(\\.[0-9]*+)?)([eE][-+]?[0-9]++)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)");
    private static final Pattern NAN = Pattern.compile("\\.nan|\\.NaN|\\.NAN");

    /** Digits of the longest number that is read exactly; every double has fewer before its point. */
    private static final int MOST_DIGITS = 400;

    private static final Pattern GREAT_EXPONENT = Pattern.compile(".*[eE][-+]?0*[1-9][0-9]{3,}", Pattern.DOTALL);

    private CoreSchema() {}

    /** Returns null, a Boolean, a Double or a String; a whole number within a Long is a Long. */
    static Object value(String text) {
        if (NULL.matcher(text).matches()) {
            return null;
        }
        if (TRUE.matcher(text).matches()) {
            return true;
        }
        if (FALSE.matcher(text).matches()) {
            return false;
        }
        if (!isNumber(text)) {
            return text;
        }
        OptionalLong whole = isInteger(text) ? whole(text) : OptionalLong.empty();
        return whole.isPresent() ? (Object) whole.getAsLong() : (Object) number(text);
    }

    /** Returns whether {@code text} is a number: finite, infinite or not a number. */
    static boolean isNumber(String text) {
        return isInteger(text) || FLOAT.matcher(text).matches() || isSpecial(text);
    }

    /** Returns whether {@code text} is an infinity or not a number by its own words, not because it is too large. */
    static boolean isSpecial(String text) {
        return INFINITE.matcher(text).matches() || NAN.matcher(text).matches();
    }

    private static boolean isInteger(String text) {
        return DECIMAL.matcher(text).matches()
                || OCTAL.matcher(text).matches()
                || HEXADECIMAL.matcher(text).matches();
    }

    /** Returns the value of a number if it is whole, {@code 1e3} too, and within a Long. */
    static OptionalLong whole(String text) {
        if (isSpecial(text)
                || text.length() > MOST_DIGITS
                || GREAT_EXPONENT.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal exact = exact(text).stripTrailingZeros();
        boolean isLong = exact.scale() <= 0 && exact.toBigInteger().bitLength() < Long.SIZE;
        return isLong ? OptionalLong.of(exact.longValueExact()) : OptionalLong.empty();
    }

    private static BigDecimal exact(String text) {
        if (text.startsWith("0x")) {
            return new BigDecimal(new BigInteger(text.substring(2), 16));
        }
        return text.startsWith("0o") ? new BigDecimal(new BigInteger(text.substring(2), 8)) : new BigDecimal(text);
    }

    private static double number(String text) {
        if (NAN.matcher(text).matches()) {
            return Double.NaN;
        }
        if (INFINITE.matcher(text).matches()) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        boolean hasRadix = text.startsWith("0x") || text.startsWith("0o");
        if (!hasRadix) {
            return Double.parseDouble(text);
        }
        return text.length() > MOST_DIGITS
                ? Double.POSITIVE_INFINITY
                : exact(text).doubleValue();
    }

    /** Returns whether a text that {@link #value} takes for 0 is another number, too small for a double. */
    static boolean isTooSmall(String text) {
        return FLOAT.matcher(text).matches()
                && Double.parseDouble(text) == 0
                && text.replaceFirst("[eE].*", "").matches("(?s).*[1-9].*");
    }
}

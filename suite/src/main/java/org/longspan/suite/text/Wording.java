package org.longspan.suite.text;

import java.util.Locale;
import org.longspan.harness.refusal.Shown;

/** Formats numbers, counts and durations for people. */
public final class Wording {

    static final long DAY = 86_400; // seconds
    static final long DAYS_OF_A_YEAR = 365;

    private Wording() {}

    /** Returns a number without superfluous digits: {@code 1}, {@code 0.9}, {@code 1e-5}, {@code inf}. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "e").replace("E", "e");
    }

    /** Returns {@code text} in one line, so that no word in it can pass for a line of its own. */
    public static String line(String text) {
        return Shown.line(text);
    }

    /** Returns a count with thousands separators: {@code 1,800}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns a count and its noun: {@code 1 trial}, {@code 1,800 trials}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /**
     * Returns a duration in its two largest units: {@code 41 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 3 days 4 h},
     * {@code 2 years 30 days}; under a tenth of a second {@code 23 ms}.
     */
    public static String span(double seconds) {
        if (seconds > 0 && seconds < 0.0995) {
            return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
        }
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        if (whole < DAY) {
            return whole / 3600 + " h " + whole % 3600 / 60 + " min";
        }
        long days = whole / DAY;
        return days < DAYS_OF_A_YEAR
                ? count(days, "day") + " " + whole % DAY / 3600 + " h"
                : count(days / DAYS_OF_A_YEAR, "year") + " " + count(days % DAYS_OF_A_YEAR, "day");
    }
}

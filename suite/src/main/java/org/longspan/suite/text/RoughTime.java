package org.longspan.suite.text;

import java.util.Locale;

/** Words for estimated durations: one unit and about two digits, as more would say more than is known. */
public final class RoughTime {

    private RoughTime() {}

    /** The units. A duration is told in the largest that it fills one and a half times. */
    private enum Unit {
        SECONDS(1, "s"),
        MINUTES(60, "min"),
        HOURS(3600, "h"),
        DAYS(Wording.DAY, "days"),
        YEARS(Wording.DAY * Wording.DAYS_OF_A_YEAR, "years");

        private final double seconds;
        private final String word;

        Unit(double seconds, String word) {
            this.seconds = seconds;
            this.word = word;
        }

        static Unit of(double seconds) {
            Unit found = SECONDS;
            for (Unit unit : values()) {
                found = seconds >= 1.5 * unit.seconds ? unit : found;
            }
            return found;
        }

        String number(double time) {
            return String.format(Locale.ROOT, time < 9.95 * seconds ? "%.1f" : "%,.0f", time / seconds)
                    .replaceFirst("\\.0$", "");
        }
    }

    /** Returns {@code 45 s}, {@code 2.5 h}, {@code 3 days}. */
    public static String of(double seconds) {
        Unit unit = Unit.of(seconds);
        return unit.number(seconds) + " " + unit.word;
    }

    /** Returns a range: {@code 8 to 20 min}, {@code 40 min to 2 h}. */
    public static String between(double low, double high) {
        Unit unit = Unit.of(low);
        return (unit == Unit.of(high) ? unit.number(low) : of(low)) + " to " + of(high);
    }
}

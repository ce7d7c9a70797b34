package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longspan.reports.figure.TextFormat;

/** Round values of a linear axis. */
final class Ticks {

    private Ticks() {}

    /** Returns multiples of 1, 2 or 5 times a power of ten from {@code from} to {@code to}, at most about {@code most}. */
    static List<Double> within(double from, double to, int most) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10((to - from) / most)));
        double step = 10 * power;
        for (double part : new double[] {5, 2, 1}) {
            step = (to - from) / (part * power) <= most ? part * power : step;
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Returns a number with a true minus. */
    static String text(double value) {
        return TextFormat.precise(value).replace('-', '\u2212');
    }

    /** Returns a number with its sign, to two digits after the point where it is small. */
    static String signed(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%+.2f" : "%+.0f", value)
                .replace('-', '\u2212');
    }
}

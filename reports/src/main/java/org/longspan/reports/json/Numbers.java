package org.longspan.reports.json;

import java.util.Map;
import java.util.TreeMap;
import org.longspan.numerics.catalogue.Settings;

/** The one place where numbers that JSON does not have are turned into what it has. */
final class Numbers {

    private Numbers() {}

    /** Returns {@code value}, or null if it is not finite. */
    static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Returns {@code value}, or null if it is null or not finite. */
    static Double finite(Double value) {
        return value == null ? null : finite(value.doubleValue());
    }

    /** Returns the settings with {@code inf} and {@code -inf} for infinite numbers and null for what is none. */
    static Map<String, Object> settings(Settings settings) {
        Map<String, Object> plain = new TreeMap<>();
        settings.values().forEach((name, value) -> plain.put(name, value instanceof Double d ? plain(d) : value));
        return plain;
    }

    private static Object plain(Double d) {
        return d.isInfinite() ? (d > 0 ? "inf" : "-inf") : finite(d);
    }
}

package org.longspan.reports.summary;

import org.longspan.numerics.catalogue.Settings;

/** A setting in a name: {@code forget-bias 1}. */
final class SettingText {

    private SettingText() {}

    /** Returns name and value of {@code setting}, or an empty text where there is no such setting. */
    static String of(Settings settings, String setting) {
        Object value = settings.values().get(setting);
        return value == null ? "" : setting + " " + printed(value);
    }

    private static String printed(Object value) {
        boolean whole = value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e9;
        return whole ? Long.toString(((Double) value).longValue()) : value.toString();
    }
}

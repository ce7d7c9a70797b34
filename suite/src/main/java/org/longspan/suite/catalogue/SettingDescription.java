package org.longspan.suite.catalogue;

import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.suite.text.Wording;

/** Describes a setting in words. */
final class SettingDescription {

    private SettingDescription() {}

    /** Returns the default. */
    static String standard(Setting setting) {
        if (setting instanceof Setting.File file) {
            return file.required() ? "required" : "none";
        }
        return setting.defaultValue() instanceof Double number
                ? Wording.number(number)
                : String.valueOf(setting.defaultValue());
    }

    /** Returns the values that a plan may give. */
    static String valid(Setting setting) {
        if (setting instanceof Setting.File) {
            return "path of a file";
        }
        return setting instanceof Setting.Number number
                ? (number.whole() ? "whole, " : "") + number.bounds()
                : "one of " + String.join(", ", ((Setting.Word) setting).choices());
    }

    /** Returns the range that tuning draws from, or a dash. */
    static String search(Setting setting) {
        return setting.search().map(SettingDescription::range).orElse("-");
    }

    private static String range(SearchRange range) {
        String scale = switch (range.scale()) {
            case LINEAR -> "linear";
            case LOG -> "log";
            case LOG_COMPLEMENT -> "log of 1 - value";
        };
        return Wording.number(range.from()) + " to " + Wording.number(range.to()) + ", " + scale;
    }
}

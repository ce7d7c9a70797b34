package org.longspan.reports.summary;

import java.util.Locale;
import java.util.OptionalDouble;
import org.longspan.harness.record.Choice;

/** Finds the learning rate among an optimizer's settings. */
public final class LearningRate {

    private LearningRate() {}

    /** Returns the learning rate that {@code optimizer} is set to, if it has a positive one. */
    public static OptionalDouble of(Choice optimizer) {
        return optimizer.settings().values().entrySet().stream()
                .filter(e -> is(e.getKey()) && e.getValue() instanceof Double d && d > 0)
                .mapToDouble(e -> (Double) e.getValue())
                .findFirst();
    }

    /** Returns whether a setting of that name is the learning rate, however it is hyphenated. */
    public static boolean is(String setting) {
        return setting.toLowerCase(Locale.ROOT).replace("-", "").equals("learningrate");
    }
}

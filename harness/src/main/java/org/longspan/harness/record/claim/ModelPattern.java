package org.longspan.harness.record.claim;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;

/**
 * What a model must have: whatever is given here, with the settings that are given.
 *
 * @param cell recurrent cell
 * @param hidden width of every layer
 * @param layers number of layers
 * @param initialization method
 * @param regularizer method
 */
public record ModelPattern(
        Optional<Choice> cell,
        OptionalInt hidden,
        OptionalInt layers,
        Optional<Choice> initialization,
        Optional<Choice> regularizer) {

    /** Returns whether {@code model} has all of it. */
    public boolean matches(ModelChoice model) {
        return within(cell, model.cell())
                && within(hidden, model.hidden())
                && within(layers, model.layers())
                && within(initialization, model.initialization())
                && within(regularizer, model.regularizer());
    }

    private static boolean within(OptionalInt wanted, int number) {
        return wanted.isEmpty() || wanted.getAsInt() == number;
    }

    private static boolean within(Optional<Choice> wanted, Choice choice) {
        return wanted.isEmpty() || wanted.get().name().equals(choice.name()) && has(wanted.get(), choice);
    }

    private static boolean has(Choice wanted, Choice choice) {
        Map<String, Object> settings = choice.settings().values();
        return wanted.settings().values().entrySet().stream()
                .allMatch(setting -> setting.getValue().equals(settings.get(setting.getKey())));
    }
}

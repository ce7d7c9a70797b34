package org.longspan.task;

import java.util.List;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;

/**
 * A family of tasks, found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/org.longspan.task.TaskProvider}.
 */
public interface TaskProvider {

    /** Returns the family's name, unique among all providers, as a plan spells it. */
    String name();

    /** Returns one sentence on what the family asks of a network. */
    String summary();

    /** Returns its published forms; the first is the default. */
    List<Variant> variants();

    /** Returns the settings beyond variant and length; empty for most families. */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * Returns the task of that variant and length.
     *
     * @param settings complete and valid for {@link #settings()}
     * @throws IllegalArgumentException for an unknown variant or a length that it cannot have, naming the valid values
     */
    SequenceTask create(String variant, int length, Settings settings);

    /**
     * Returns the variant of that name, after checking that it can have that length.
     *
     * @throws IllegalArgumentException naming the known variants or the shortest length
     */
    default Variant variant(String variant, int length) {
        for (Variant known : variants()) {
            if (known.name().equals(variant)) {
                if (length < known.shortest()) {
                    throw new IllegalArgumentException("task " + name() + ", variant " + variant + ": length " + length
                            + " is too short, expected at least " + known.shortest());
                }
                return known;
            }
        }
        throw new IllegalArgumentException("task " + name() + ": unknown variant " + variant + "; known: "
                + String.join(", ", variants().stream().map(Variant::name).toList()));
    }
}

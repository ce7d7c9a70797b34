package org.longspan.harness.plan;

import java.util.List;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.schedule.Schedules;

/**
 * The methods that a plan can name; the first of each list is what a plan that is silent means.
 *
 * @param cells recurrent cells
 * @param initializations of their weights
 * @param regularizers of their gradients
 * @param optimizers of the weights
 * @param clippings of the gradients
 * @param schedules of the learning rate
 */
public record Vocabulary(
        List<? extends Entry<?>> cells,
        List<? extends Entry<?>> initializations,
        List<? extends Entry<?>> regularizers,
        List<? extends Entry<?>> optimizers,
        List<? extends Entry<?>> clippings,
        List<? extends Entry<?>> schedules) {

    /** Returns the methods that this build has. */
    public static Vocabulary all() {
        return new Vocabulary(
                Cells.all(),
                Initializations.all(),
                Regularizers.all(),
                Optimizers.all(),
                Clippings.all(),
                Schedules.all());
    }

    /** Returns the names of a list, in its order. */
    public static List<String> names(List<? extends Entry<?>> entries) {
        return entries.stream().map(entry -> (String) entry.name()).toList();
    }

    /** Returns the entry of a name that is known to be in the list. */
    public static Entry<?> entry(List<? extends Entry<?>> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + name + "; known: " + names(entries)));
    }
}

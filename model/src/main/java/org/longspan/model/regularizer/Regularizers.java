package org.longspan.model.regularizer;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;

/** All regularizers by name. */
public final class Regularizers {

    private Regularizers() {}

    /** Returns every regularizer, in the order of a catalogue. */
    public static List<Entry<Regularizer>> all() {
        return List.of(NoRegularizer.ENTRY, L2.ENTRY, Omega.ENTRY);
    }
}

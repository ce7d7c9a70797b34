package org.longspan.model.initialization;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;

/** All initializations by name. */
public final class Initializations {

    private Initializations() {}

    /** Returns every initialization, in the order of a catalogue. */
    public static List<Entry<Initialization>> all() {
        return List.of(
                GlorotUniform.ENTRY,
                SparseSpectral.ENTRY,
                IdentityRecurrence.ENTRY,
                OrthogonalRecurrence.ENTRY,
                NormalWeights.SIGMOID,
                NormalWeights.BASIC_TANH,
                SmartTanh.ENTRY,
                ReservoirWeights.ENTRY);
    }
}

package org.longspan.harness.record;

import java.util.List;
import java.util.Optional;

/**
 * By which a run shows what it can find, and why it finds it. No trial depends on them.
 *
 * @param positiveControl name of the clipping that is known to harm; without one, nothing is called equivalent
 * @param probes what looks at its evaluation runs, in the order of the plan
 */
public record Instruments(Optional<String> positiveControl, List<ProbeChoice> probes) {

    /** Neither a positive control nor a probe. */
    public static final Instruments NONE = new Instruments(Optional.empty(), List.of());

    public Instruments {
        probes = List.copyOf(probes);
    }
}

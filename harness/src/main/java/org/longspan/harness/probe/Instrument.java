package org.longspan.harness.probe;

import org.longspan.harness.run.TrainingWatch;
import org.longspan.probes.ProbeResult;

/** A probe at one training run: it watches, and says at its moments what it has found. */
interface Instrument extends TrainingWatch {

    /**
     * Looks at the run as it stands.
     *
     * @param moment as the plan calls it
     * @param updates number of updates made
     */
    ProbeResult look(String moment, long updates);
}

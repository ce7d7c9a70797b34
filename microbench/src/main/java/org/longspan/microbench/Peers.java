package org.longspan.microbench;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.DoubleSupplier;

/** The libraries that Longspan is measured against. The Maven profile {@code peers} puts them on the class path. */
public interface Peers {

    /** Returns the peers on the class path. */
    static Optional<Peers> found() {
        return ServiceLoader.load(Peers.class).findFirst();
    }

    /**
     * Returns a training step on the same shape, from the same weights and on the same batch; each call makes one step
     * and returns its loss.
     *
     * @throws IllegalStateException if the peer does not compute what Longspan computes
     */
    DoubleSupplier trainingStep(TrainingShape shape, LossAt lossAt);

    /** Returns what a reader must know of the libraries, by name. */
    Map<String, String> circumstances();
}

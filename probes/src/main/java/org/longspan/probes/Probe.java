package org.longspan.probes;

import java.util.List;
import java.util.Optional;
import org.longspan.model.Network;
import org.longspan.numerics.oracle.SequenceForwards;

/**
 * An instrument that looks at a network at one θ. It has no state: one instance may serve many threads.
 *
 * <p>It writes to nothing that it is given, reads validation sequences only, and draws from the subject's stream alone;
 * its result has the same bits on every machine. It says beforehand whether it can look at a network, and what that
 * costs.
 */
public interface Probe {

    /** Returns why this probe cannot look at {@code network}, as one sentence without its end, or empty. */
    Optional<String> refuses(Network network);

    /** {@link #refuses(Network)}, where it depends on the clippings that a plan compares. */
    default Optional<String> refuses(Network network, List<ClippedArm> clippings) {
        return refuses(network);
    }

    /**
     * Returns the cost of one look in sequence-forwards: multiples of one forward pass over one sequence. All work is
     * counted, also what is no pass.
     */
    long cost(Network network);

    /** {@link #cost(Network)}, where it depends on the clippings that a plan compares. */
    default long cost(Network network, List<ClippedArm> clippings) {
        return cost(network);
    }

    /** Looks at a network that is not {@link #refuses refused}. */
    ProbeResult look(Subject subject);

    /** Looks, or returns why this probe cannot. */
    default ProbeResult ask(Subject subject) {
        return refuses(subject.network(), subject.clippings())
                .<ProbeResult>map(ProbeResult.Skipped::new)
                .orElseGet(() -> look(subject));
    }

    /** Returns the cost of one look in training steps of {@code batch} sequences, rounded up. */
    default long trainingSteps(Network network, List<ClippedArm> clippings, int batch) {
        long step = (long) SequenceForwards.GRADIENT * batch;
        return (cost(network, clippings) + step - 1) / step;
    }
}

package org.longspan.probes;

import java.util.List;
import java.util.Objects;
import org.longspan.model.Network;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.random.Seed;
import org.longspan.task.SequenceTask;

/**
 * What a probe looks at, all of it to be read only.
 *
 * @param network the network
 * @param theta θ at the moment
 * @param task whose validation sequences are looked at
 * @param sequences the seed of those sequences
 * @param randomness the seed of the probe's own draws, which nothing else in a run shares
 * @param clippings those that the plan compares, but for the one that does nothing
 */
public record Subject(
        Network network,
        Parameters theta,
        SequenceTask task,
        long sequences,
        Seed randomness,
        List<ClippedArm> clippings) {

    public Subject {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(theta, "theta");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(randomness, "randomness");
        clippings = List.copyOf(clippings);
    }
}

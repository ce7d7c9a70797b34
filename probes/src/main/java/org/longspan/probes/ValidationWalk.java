package org.longspan.probes;

import java.util.function.Consumer;
import org.longspan.model.Network;
import org.longspan.model.Trajectory;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Split;

/**
 * Runs the first validation sequences of a subject, chunk by chunk, each in one {@link Trajectory}. Sequences do not
 * mix, so the size of a chunk decides no result; it keeps the states and their tangents within 64 MB.
 */
final class ValidationWalk {

    private static final long MOST_FLOATS = 1L << 24;

    private ValidationWalk() {}

    /** Shows the trajectories of {@code count} sequences; the last one may hold fewer than the others. */
    static void over(Subject subject, int count, Consumer<Trajectory> look) {
        Network network = subject.network();
        int capacity = capacity(network, count);
        BatchBuffer batch = new BatchBuffer(network.task(), capacity);
        Trajectory along = new Trajectory(network, capacity);
        for (int from = 0; from < count; from += capacity) {
            batch.fill(subject.task(), Split.VALIDATION, subject.sequences(), from, Math.min(capacity, count - from));
            along.run(subject.theta(), batch);
            look.accept(along);
        }
    }

    private static int capacity(Network network, int count) {
        long each = 2 * Trajectory.floats(network, 1);
        return (int) Math.max(1, Math.min(count, MOST_FLOATS / each));
    }
}

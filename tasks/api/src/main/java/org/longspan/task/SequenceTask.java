package org.longspan.task;

import java.util.List;
import org.longspan.numerics.random.RandomStream;

/**
 * A task of one length, which writes one sequence at a time. It has no mutable state: one instance serves all trials on
 * all threads.
 */
public interface SequenceTask {

    /** Returns everything that others know of this task. */
    TaskDescription description();

    /**
     * Returns what is wrong with the data and does not keep a network from being trained, such as classes that only the
     * test has: half a sentence each. A user sees them before a run and in its report. Empty for most tasks.
     */
    default List<String> warnings() {
        return List.of();
    }

    /**
     * Writes sequence {@code n} of a split as the {@code b}-th of the batch. The content depends on the split,
     * {@code n} and the stream alone; {@code b} is only the place. Allocates nothing.
     *
     * @param split needed by tasks that read files only
     * @param n from 0 on, possibly beyond the range of int; needed by tasks that read files only
     * @param batch of this task's shape, cleared where sequence {@code b} will stand
     * @param stream at the beginning of the sequence's own numbers, the only source of randomness
     */
    void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream);

    /**
     * Writes {@code count} sequences, the {@code from}-th of a split and those after it. Sequence n is a pure function
     * of (split, seed, n), whatever else the batch holds, since {@link #write} receives their stream and, of the batch,
     * only a place. Override this only for a task that needs the seed itself, say to shuffle a file for every seed; it
     * must then keep that promise itself. Allocates nothing.
     *
     * @param seed any number; 0 is a seed
     * @param batch of this task's shape, holding at least {@code count} sequences; it arrives cleared
     */
    default void fill(Split split, long seed, long from, int count, BatchBuffer batch) {
        for (int b = 0; b < count; b++) {
            long n = from + b;
            write(split, n, b, batch, batch.stream(split, seed, n));
        }
    }
}

package org.longspan.task;

import org.longspan.numerics.random.RandomStream;

/**
 * One task of one length: it says what it is and writes one sequence at a time. It holds no running state: one
 * instance serves all trials of all threads.
 */
public interface SequenceTask {

    /** Returns what this task is. */
    TaskDescription description();

    /**
     * Writes sequence {@code n} of a split as the {@code b}-th of the batch. What it writes follows from the split,
     * {@code n} and the stream alone; {@code b} is only the place. Allocates nothing.
     *
     * @param split for tasks whose sequences come from files; one that draws them does not need it
     * @param n from 0 on, beyond the integers too; needed where the split is, as a sequence's place in a file
     * @param batch of this task's shape, cleared where sequence {@code b} will stand
     * @param stream at the beginning of the sequence's own numbers, the only source of chance
     */
    void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream);

    /**
     * Writes {@code count} sequences, the {@code from}-th of a split and those after it. Sequence n is a pure
     * function of (split, seed, n), whatever else stands in the batch: here because {@link #write} is given the
     * stream of these three, and of what changes from batch to batch only the place. Only a task that needs the seed
     * itself has a reason to override this, say to shuffle a file anew for every seed, and then this promise is its
     * own to keep. Allocates nothing.
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

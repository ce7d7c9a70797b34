package org.longspan.task;

/** One task of one length. It holds no running state: one instance serves all trials of all threads. */
public interface SequenceTask {

    /** Returns what this task is. */
    TaskDescription description();

    /**
     * Writes {@code count} sequences, the {@code from}-th of a split and those after it. Sequence n is a pure
     * function of (split, seed, n), whatever else stands in the batch: each begins with
     * {@link BatchBuffer#stream batch.stream(split, seed, n)} and draws from nothing else. Allocates nothing.
     *
     * @param seed any number; 0 is a seed
     * @param batch of this task's shape, holding at least {@code count} sequences; it arrives cleared
     */
    void fill(Split split, long seed, long from, int count, BatchBuffer batch);
}

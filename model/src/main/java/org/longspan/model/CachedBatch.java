package org.longspan.model;

import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.TaskDescription;

/** A batch that is filled again only when other sequences are requested. */
final class CachedBatch {

    private final BatchBuffer buffer;
    private SequenceTask task; // of the sequences in the buffer, or null where they are incomplete
    private Split split;
    private long seed;
    private long from;

    CachedBatch(TaskDescription description, int capacity) {
        this.buffer = new BatchBuffer(description, capacity);
    }

    /** Returns whether the buffer holds exactly {@code count} sequences of {@code task} from number {@code from} on. */
    boolean holds(SequenceTask task, Split split, long seed, long from, int count) {
        return this.task == task
                && this.split == split
                && this.seed == seed
                && this.from == from
                && buffer.sequences() == count;
    }

    /** Returns those sequences, filled in unless the buffer holds them. */
    Batch fill(SequenceTask task, Split split, long seed, long from, int count) {
        if (!holds(task, split, seed, from, count)) {
            this.task = null;
            buffer.fill(task, split, seed, from, count);
            this.task = task;
            this.split = split;
            this.seed = seed;
            this.from = from;
        }
        return buffer;
    }
}

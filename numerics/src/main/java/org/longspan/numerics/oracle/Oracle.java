package org.longspan.numerics.oracle;

/**
 * What an optimizer is given at one step: objectives over fresh sequences. It is the only place where
 * cost is counted, in {@link SequenceForwards}.
 */
public interface Oracle {

    /** Returns the number of sequences in a mini-batch of the trial. */
    int batch();

    /**
     * Returns the objective over {@code count} sequences of this step, from the {@code from}-th on. Equal
     * arguments within one step give the same sequences. Large counts are computed in chunks, in ascending
     * order, and the chunks are summed in double.
     */
    Objective objective(Purpose purpose, int from, int count);

    /** Returns the sequence-forwards counted since the trial began. */
    long sequenceForwards();
}

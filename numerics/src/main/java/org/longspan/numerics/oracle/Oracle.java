package org.longspan.numerics.oracle;

/**
 * An optimizer's access to the data at one step: objectives over fresh sequences. Cost is counted only here, in
 * {@link SequenceForwards}.
 */
public interface Oracle {

    /** Returns the number of sequences in a mini-batch of the trial. */
    int batch();

    /**
     * Returns the objective over {@code count} sequences of this step, starting with number {@code from}. Equal
     * arguments within one step give equal sequences. Large counts are computed in chunks in ascending order, and the
     * chunks are summed in double.
     */
    Objective objective(Purpose purpose, int from, int count);

    /** Returns the sequence-forwards counted since the trial began. */
    long sequenceForwards();
}

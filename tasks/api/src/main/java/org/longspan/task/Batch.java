package org.longspan.task;

/** A read-only view of a batch; all arrays are time-major and belong to the batch. */
public interface Batch {

    /** Returns the number of time steps T. */
    int steps();

    /** Returns the number of sequences B that are filled. */
    int sequences();

    /** Returns the most sequences that it can hold: the middle dimension of every array. */
    int capacity();

    /** Returns the width I of an input. */
    int inputWidth();

    /** Returns the width O of an output. */
    int outputWidth();

    /** Returns the inputs (T, capacity, I). */
    float[] inputs();

    /** Returns the targets (T, capacity[, O]). */
    Targets targets();

    /** Returns how many sequences are read out at step {@code t}. */
    int readOuts(int t);

    /** Returns whether sequence {@code b} is read out at step {@code t}. */
    boolean isReadOut(int t, int b);

    /** Returns whether that read-out carries information: false for the blanks of the copy task. */
    boolean isInformative(int t, int b);

    /** Returns the number of read-out steps of sequence {@code b}. */
    int readOutsOf(int b);
}

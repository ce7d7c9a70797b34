package org.longspan.harness.merge;

/** Is told how a merge goes on. */
public interface MergeListener {

    /** Listens to nothing. */
    MergeListener NONE = new MergeListener() {};

    /** Is told what is to be said of a folder, a sentence without a full stop. */
    default void note(String line) {}

    /**
     * Is told how far the merge is.
     *
     * @param done bytes that were read and written so far
     * @param all bytes to read, and about as many to write
     */
    default void progress(long done, long all) {}
}

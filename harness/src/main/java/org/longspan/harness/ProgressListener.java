package org.longspan.harness;

import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;

/** Hears how a run goes on. Calls come from the run's threads, one at a time. */
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = new ProgressListener() {};

    /** A line that a person should read, such as how many results are reused and why others are not. */
    default void note(String line) {}

    /** A trial has begun. */
    default void started(Trial trial, Progress progress) {}

    /** A trial has ended, and its result is on the disk. */
    default void finished(StoredResult result, Progress progress) {}
}

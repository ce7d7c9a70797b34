package org.longspan.harness;

import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;

/** Observes the progress of a run. Calls come from the run's threads, one at a time. */
public interface ProgressListener {

    /** Ignores all events. */
    ProgressListener NONE = new ProgressListener() {};

    /** Receives a line for the user, such as how many results are reused and why others are not. */
    default void note(String line) {}

    /** Called before the first trial, with what is there already. */
    default void begun(Progress progress) {}

    /** Called when a trial has begun. */
    default void started(Trial trial, Progress progress) {}

    /** Called when a trial has ended and its result is on disk. */
    default void finished(StoredResult result, Progress progress) {}
}

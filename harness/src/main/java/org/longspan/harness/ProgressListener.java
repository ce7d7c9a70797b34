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

    /**
     * Stores a result by running {@code store}, which calls {@link #finished}. A listener may hold it back for good once
     * it has told the user how many results are kept.
     */
    default void storing(Runnable store) {
        store.run();
    }

    /** Called when a trial has ended and its result is on disk. */
    default void finished(StoredResult result, Progress progress) {}
}

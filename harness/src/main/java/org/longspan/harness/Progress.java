package org.longspan.harness;

import java.util.OptionalDouble;

/**
 * The progress of a run.
 *
 * @param planned trials of the whole grid; a skipped cell counts as one
 * @param done trials that have a result, reused ones included
 * @param reused results that were in the folder before the run
 * @param outcomes of the trials that have a result
 * @param running trials that are running now
 * @param workDone seconds of one core that this run has spent on trials
 * @param workLeft seconds of one core that the remaining trials are expected to take
 * @param secondsSoFar wall time since the start
 */
public record Progress(
        int planned,
        int done,
        int reused,
        OutcomeCounts outcomes,
        int running,
        double workDone,
        double workLeft,
        double secondsSoFar) {

    /** Returns the estimated wall time left in seconds; empty until the first trial has ended. */
    public OptionalDouble secondsLeft() {
        if (!(workDone > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(secondsSoFar * workLeft / workDone);
    }
}

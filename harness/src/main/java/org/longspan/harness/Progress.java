package org.longspan.harness;

import java.util.OptionalDouble;

/**
 * Where a run stands.
 *
 * @param planned trials of the whole grid; a skipped cell counts as one
 * @param done trials that have a result, reused ones included
 * @param reused results that the folder held already
 * @param outcomes of the trials that have a result
 * @param running trials at this moment
 * @param workDone expected cost of the trials that this run has finished
 * @param workLeft expected cost of the trials still to be run, in the same unit
 * @param secondsSoFar wall time
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

    /** Returns the wall time left, from the work done so far; nothing before the first trial has ended. */
    public OptionalDouble secondsLeft() {
        if (!(workDone > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(secondsSoFar * workLeft / workDone);
    }
}

package org.longspan.harness;

import java.util.OptionalDouble;

/**
 * Where a run stands.
 *
 * @param planned trials of the whole grid, a skipped arm counted as one
 * @param done trials that have a result, reused ones included
 * @param reused of those, results that the folder held already
 * @param solved of those done
 * @param diverged of those done
 * @param skipped of those done
 * @param failed of those done
 * @param running trials at this moment
 * @param workDone cost of the trials that this run has made, as they were expected to cost
 * @param workLeft expected cost of what is to be made, in the same unit
 * @param secondsSoFar wall time
 */
public record Progress(
        int planned,
        int done,
        int reused,
        int solved,
        int diverged,
        int skipped,
        int failed,
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

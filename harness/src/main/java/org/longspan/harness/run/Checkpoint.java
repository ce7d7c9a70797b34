package org.longspan.harness.run;

import org.longspan.numerics.Parameters;
import org.longspan.optim.Memory;

/**
 * Where a training stood. A {@link Fork} goes on from it.
 *
 * @param updates number of updates made until then
 * @param theta a copy of θ
 * @param memory a copy of the memory
 */
public record Checkpoint(long updates, Parameters theta, Memory memory) {

    /** Returns where {@code run} stands after so many updates. */
    public static Checkpoint of(TrainingView run, long updates) {
        return new Checkpoint(updates, run.theta().copy(), run.memory().copy());
    }
}

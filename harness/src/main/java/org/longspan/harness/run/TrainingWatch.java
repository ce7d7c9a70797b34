package org.longspan.harness.run;

import org.longspan.harness.record.Outcome;
import org.longspan.optim.StepReport;

/**
 * Is told what a training does while it runs, on the thread of the training. It may read whatever it is shown, and writes
 * to none of it: a run has the same bits whoever watches.
 */
public interface TrainingWatch {

    /** Watches nothing. */
    TrainingWatch NONE = new TrainingWatch() {};

    /**
     * The training begins, at its initial weights.
     *
     * @param run shown for the whole of the training; its θ and memory change with every update
     */
    default void begins(TrainingView run) {}

    /** The update with that index comes next; as many were made. */
    default void before(long index) {}

    /**
     * The update with that index was made.
     *
     * @param report its numbers, overwritten by the next one
     */
    default void after(long index, StepReport report) {}

    /** The task was solved, and the solution confirmed, after so many updates. The training ends with it. */
    default void solved(long updates) {}

    /** The training ended after so many updates. */
    default void ended(Outcome outcome, long updates) {}
}

package org.longspan.harness.estimate;

import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Trial;

/**
 * What the time of a trial depends on most. Clippings take little time, and blocks and settings are draws.
 *
 * @param problem network and task
 * @param optimizer its name
 */
public record TrialKind(ProblemChoice problem, String optimizer) {

    /** Returns the kind of all trials of {@code cell}. */
    public static TrialKind of(GridCell cell) {
        return new TrialKind(
                new ProblemChoice(cell.task(), cell.model()), cell.arm().optimizer());
    }

    /** Returns the kind of {@code trial}. */
    public static TrialKind of(Trial trial) {
        return new TrialKind(
                new ProblemChoice(trial.task(), trial.model()),
                trial.optimizer().name());
    }
}

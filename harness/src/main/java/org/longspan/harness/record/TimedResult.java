package org.longspan.harness.record;

/**
 * A stored result by how it ended and where: what tells of the progress of a run.
 *
 * @param id of the trial
 * @param trial the trial
 * @param code hash of the code that made the result
 * @param outcome of the trial
 * @param circumstances in which the result was made
 */
public record TimedResult(TrialId id, Trial trial, String code, Outcome outcome, Circumstances circumstances) {

    /** Returns what a stored result holds of it. */
    public static TimedResult of(StoredResult stored) {
        return new TimedResult(
                stored.id(), stored.trial(), stored.code(), stored.result().outcome(), stored.circumstances());
    }
}

package org.longspan.harness.record;

/**
 * A stored result without its curve.
 *
 * @param id of the trial
 * @param trial the trial
 * @param code hash of the code that made the result
 * @param end how the trial ended
 * @param spent what the trial took
 */
public record BriefResult(TrialId id, Trial trial, String code, TrialEnd end, Spent spent) {

    /** Returns what a stored result holds in brief. */
    public static BriefResult of(StoredResult stored) {
        return new BriefResult(
                stored.id(),
                stored.trial(),
                stored.code(),
                TrialEnd.of(stored.result()),
                Spent.of(stored.result().costs(), stored.circumstances()));
    }
}

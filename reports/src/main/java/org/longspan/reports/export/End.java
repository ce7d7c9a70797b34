package org.longspan.reports.export;

import java.util.Locale;
import org.longspan.harness.record.Outcome;

/**
 * An outcome as columns, of which those of the other kinds are null.
 *
 * @param kind as in the JSON
 * @param updates of a solved trial
 * @param sequenceForwards of a solved trial
 * @param testMeasure of a solved trial
 * @param cause of a diverged trial, as in the JSON
 * @param update of a diverged trial
 * @param reason of a skipped trial
 * @param error of a failed trial
 */
record End(
        String kind,
        Long updates,
        Long sequenceForwards,
        Double testMeasure,
        String cause,
        Long update,
        String reason,
        String error) {

    static End of(Outcome outcome) {
        if (outcome instanceof Outcome.Solved solved) {
            return new End(
                    "solved",
                    solved.updates(),
                    solved.sequenceForwards(),
                    solved.testMeasure(),
                    null,
                    null,
                    null,
                    null);
        }
        if (outcome instanceof Outcome.Diverged diverged) {
            return new End("diverged", null, null, null, word(diverged.cause()), diverged.update(), null, null);
        }
        if (outcome instanceof Outcome.Skipped skipped) {
            return new End("skipped", null, null, null, null, null, skipped.reason(), null);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new End("failed", null, null, null, null, null, null, failed.error());
        }
        return new End("budget-spent", null, null, null, null, null, null, null);
    }

    private static String word(Outcome.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

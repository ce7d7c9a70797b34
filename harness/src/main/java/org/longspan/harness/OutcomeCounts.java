package org.longspan.harness;

/**
 * Numbers of trials by outcome.
 *
 * @param solved trials that met the criterion
 * @param budgetSpent trials that spent the whole budget
 * @param diverged trials that diverged
 * @param failed trials that ended with an error
 * @param skips skipped trials by reason
 */
public record OutcomeCounts(int solved, int budgetSpent, int diverged, int failed, SkipReasons skips) {

    /** Returns the number of skipped trials. */
    public int skipped() {
        return skips.trials();
    }
}

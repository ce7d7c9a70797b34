package org.longspan.harness;

/**
 * How the trials of a run ended.
 *
 * @param solved met the criterion
 * @param budgetSpent spent the whole budget
 * @param diverged diverged
 * @param failed ended with an error
 * @param skips were skipped, by reason
 */
public record OutcomeCounts(int solved, int budgetSpent, int diverged, int failed, SkipReasons skips) {

    /** Returns how many were skipped. */
    public int skipped() {
        return skips.trials();
    }
}

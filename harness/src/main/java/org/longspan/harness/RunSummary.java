package org.longspan.harness;

import java.nio.file.Path;

/**
 * What a run did.
 *
 * @param folder of the run
 * @param planned trials of the grid, a skipped arm counted as one
 * @param run trials that were run now
 * @param reused results that the folder held already
 * @param solved of run and reused
 * @param diverged of run and reused
 * @param budgetSpent of run and reused
 * @param skips of run and reused
 * @param failed of those run now
 * @param wallSeconds from the first trial to the last
 * @param coreSeconds summed over the trials run now
 * @param stopped whether it ended early because the process that started it had gone
 */
public record RunSummary(
        Path folder,
        int planned,
        int run,
        int reused,
        int solved,
        int diverged,
        int budgetSpent,
        SkipReasons skips,
        int failed,
        double wallSeconds,
        double coreSeconds,
        boolean stopped) {

    /** Returns how many of run and reused are skips. */
    public int skipped() {
        return skips.trials();
    }
}

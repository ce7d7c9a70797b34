package org.longspan.harness;

import java.nio.file.Path;

/**
 * What a run did.
 *
 * @param folder of the run
 * @param planned trials of the grid; a skipped cell counts as one
 * @param run trials that were run now
 * @param reused results that the folder held already
 * @param outcomes of the trials run now and of those reused
 * @param wallSeconds from the first trial to the last
 * @param coreSeconds summed over the trials run now
 * @param stopped whether the run ended early because the process that started it had ended
 */
public record RunSummary(
        Path folder,
        int planned,
        int run,
        int reused,
        OutcomeCounts outcomes,
        double wallSeconds,
        double coreSeconds,
        boolean stopped) {}

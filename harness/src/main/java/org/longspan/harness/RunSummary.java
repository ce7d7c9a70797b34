package org.longspan.harness;

import java.nio.file.Path;

/**
 * The summary of a run.
 *
 * @param folder of the run
 * @param planned trials of the grid; a skipped cell counts as one
 * @param run trials that this run executed
 * @param reused results that were in the folder before the run
 * @param outcomes of executed and reused trials
 * @param failures why trials failed
 * @param wallSeconds wall time of the run
 * @param coreSeconds sum of the wall times of the executed trials
 * @param stopped whether the run was stopped early
 */
public record RunSummary(
        Path folder,
        int planned,
        int run,
        int reused,
        OutcomeCounts outcomes,
        FailureReasons failures,
        double wallSeconds,
        double coreSeconds,
        boolean stopped) {}

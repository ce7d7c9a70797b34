package org.longspan.suite.command;

import org.longspan.harness.grid.GridCounts;
import org.longspan.harness.plan.Plan;

/**
 * The heap that the report of a whole plan needs. The bytes of a trial and of a look are measured, on 112,245 trials of
 * 101 looks: the live objects were 588 MB when the page was written, of which 200 MB at most were curves. Three times as
 * many trials were reported in the heap that this tells for them.
 */
final class ReportMemory {

    private static final long MEBIBYTE = 1L << 20;
    private static final long PROGRAM = 50 * MEBIBYTE;
    private static final long TRIAL = 3_600;
    private static final long LOOK = 88; // eleven numbers

    /** The garbage collector needs room to work in. */
    private static final double ROOM = 1.25;

    private ReportMemory() {}

    /** Returns the heap in megabytes of the report of all trials of {@code plan}. */
    static long megabytes(Plan plan, GridCounts counts) {
        long looks =
                1 + plan.rules().budget().updates() / plan.rules().evaluation().everyUpdates();
        double bytes = PROGRAM + (double) TRIAL * counts.trials() + (double) LOOK * looks * counts.evaluationTrials();
        return Math.round(ROOM * bytes / MEBIBYTE);
    }
}

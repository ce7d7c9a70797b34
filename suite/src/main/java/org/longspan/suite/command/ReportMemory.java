package org.longspan.suite.command;

/** The heap that a report needs. */
final class ReportMemory {

    private static final long MEGABYTE = 1L << 20;
    private static final long BASE = 100 * MEGABYTE;
    private static final long TRIAL = 5_000;

    private ReportMemory() {}

    /** Returns the heap in megabytes of the report of so many trials. */
    static long megabytes(long trials) {
        return (BASE + trials * TRIAL) / MEGABYTE;
    }
}

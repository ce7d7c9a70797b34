package org.longspan.suite.command;

/** What a command tells the shell. */
public final class ExitCode {

    /** All is well; a replay agrees in every bit. */
    public static final int OK = 0;

    /** A replay differs, a trial failed, all were skipped, or a run was stopped before its end; all that was made is written. */
    public static final int NOT_WELL = 1;

    /** What the user gave cannot be used; one sentence says what would be right. */
    public static final int BAD_INPUT = 2;

    /** The program itself is at fault (EX_SOFTWARE of sysexits.h). */
    public static final int FAULT = 70;

    private ExitCode() {}
}

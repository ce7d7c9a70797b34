package org.longspan.suite.command;

/** The exit codes of commands. */
public final class ExitCode {

    /** Success; a replay agrees in every bit. */
    public static final int OK = 0;

    /**
     * A replay differs, a trial failed, all were skipped, or a run was stopped before its end; all finished work is
     * written.
     */
    public static final int NOT_WELL = 1;

    /** The user's input cannot be used; one sentence says what would be right. */
    public static final int BAD_INPUT = 2;

    /** The program itself is at fault (EX_SOFTWARE of sysexits.h). */
    public static final int FAULT = 70;

    private ExitCode() {}
}

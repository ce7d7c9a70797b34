package org.longspan.reports.summary;

/** The command that runs one stored trial again. */
public final class ReplayLine {

    private ReplayLine() {}

    /** Returns the command for {@code run} of the plan of that name. */
    public static String command(String plan, Run run) {
        return "./longspan replay runs/" + plan + " " + run.stored().id();
    }
}

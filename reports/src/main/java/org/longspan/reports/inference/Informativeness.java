package org.longspan.reports.inference;

/**
 * Whether a problem can tell methods apart: that between {@value #LEAST} and {@value #MOST} of the evaluation runs
 * without clipping solve it. Where nearly none or nearly all do, most differences of score are zero whatever the
 * methods are worth.
 *
 * <p>The clusters are (kin, block), whose optimizers share data and initial weights. The bounds are those of the
 * protocol, not of a source; the estimate decides, and its interval says how surely.
 *
 * @param solved share of the runs that solve, with its interval
 */
public record Informativeness(ClusteredShare solved) {

    /** The smallest share of an informative problem. */
    public static final double LEAST = 0.15;

    /** The largest share of an informative problem. */
    public static final double MOST = 0.85;

    /**
     * Returns the informativeness of a problem.
     *
     * @param solved evaluation runs of the control that solved, in each (kin, block)
     * @param runs all evaluation runs of the control in each, positive
     * @param level of the interval
     */
    public static Informativeness of(int[] solved, int[] runs, double level) {
        return new Informativeness(ClusteredShare.of(solved, runs, level));
    }

    /** Returns whether the share lies within the bounds, ends included. */
    public boolean informative() {
        return holds(solved.share());
    }

    /** Returns whether a problem of which that share of runs solves is informative. */
    static boolean holds(double share) {
        return LEAST <= share && share <= MOST;
    }
}

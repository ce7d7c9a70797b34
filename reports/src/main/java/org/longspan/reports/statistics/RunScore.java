package org.longspan.reports.statistics;

/**
 * Where a run stands in the order of runs: those that solved come first, by cost; then those that did not, by
 * their final value; then those that diverged or failed, which are all alike.
 *
 * @param standing how it ended
 * @param value cost if solved, final value of the criterion's measure if not, without meaning if diverged
 */
public record RunScore(Standing standing, double value) implements Comparable<RunScore> {

    /** How a run ended, best first. */
    public enum Standing {
        SOLVED,
        UNSOLVED,
        DIVERGED
    }

    /** A run that solved at a cost. */
    public static RunScore solved(double cost) {
        return new RunScore(Standing.SOLVED, cost);
    }

    /** A run that ended with the measure at {@code finalValue}; one that is not a number counts as diverged. */
    public static RunScore unsolved(double finalValue) {
        return Double.isFinite(finalValue) ? new RunScore(Standing.UNSOLVED, finalValue) : diverged();
    }

    /** A run that diverged or failed. */
    public static RunScore diverged() {
        return new RunScore(Standing.DIVERGED, 0);
    }

    @Override
    public int compareTo(RunScore other) {
        int byStanding = standing.compareTo(other.standing);
        return byStanding != 0 ? byStanding : Double.compare(value, other.value);
    }
}

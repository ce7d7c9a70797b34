package org.longspan.reports.finding;

import java.util.List;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.WilsonInterval;
import org.longspan.reports.summary.CellResult;

/**
 * How many of some runs solved. Runs on tasks without a solved criterion are none of them.
 *
 * @param solved of them
 * @param runs all of them
 */
public record Rate(int solved, int runs) {

    /** Adds up the evaluation runs of {@code cells}. */
    public static Rate of(List<CellResult> cells) {
        return new Rate(
                cells.stream().mapToInt(CellResult::solved).sum(),
                cells.stream()
                        .filter(CellResult::solvable)
                        .mapToInt(CellResult::runs)
                        .sum());
    }

    /** Returns the share that solved; 0 of 0 is 0. */
    public double share() {
        return runs == 0 ? 0 : (double) solved / runs;
    }

    /** Returns the interval of 95 %; of no runs, all of [0, 1]. */
    public Interval interval() {
        return runs == 0 ? new Interval(0, 1) : WilsonInterval.of(solved, runs);
    }

    @Override
    public String toString() {
        return solved + " of " + runs;
    }
}

package org.longspan.reports.inference;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.longspan.reports.statistics.Interval;

/**
 * How many settings must be drawn and run, on average, until one solves: 1/p, where p is the share of tuning runs that
 * solve. It is the mean of a geometric distribution, if settings are drawn alike.
 *
 * <p>The interval is that of p, turned over; blocks are the {@linkplain ClusteredShare clusters}, for the runs of a
 * block share their data and initial weights, and its settings are spread out rather than independent. Where no run
 * solved there is no estimate, and the upper end is infinite.
 *
 * @param solved tuning runs that solved
 * @param runs all tuning runs
 * @param interval of the number of tries, its upper end infinite where none solved
 */
public record Tries(int solved, int runs, Interval interval) {

    /**
     * Returns the number of tries.
     *
     * @param solved tuning runs that solved in each block
     * @param runs all tuning runs in each block, positive
     * @param level of the interval
     */
    public static Tries of(int[] solved, int[] runs, double level) {
        Interval share = ClusteredShare.of(solved, runs, level).interval();
        return new Tries(
                Arrays.stream(solved).sum(),
                Arrays.stream(runs).sum(),
                new Interval(1 / share.high(), 1 / share.low()));
    }

    /** Returns 1/p, or nothing if no run solved. */
    public OptionalDouble value() {
        return solved == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) runs / solved);
    }

    /** Returns the number for a reader, {@code 3.2} or {@code more than 32}. */
    public String words() {
        return solved == 0 ? "more than " + runs : String.format(Locale.ROOT, "%.1f", (double) runs / solved);
    }
}

package org.longspan.harness.estimate;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.longspan.harness.record.ProblemChoice;

/**
 * An estimate of the time that the rest of a plan takes.
 *
 * @param coreSeconds sum of the times of all trials that are left, with the looks of probes at them
 * @param probes sum of the expected times of all looks of probes, which is part of the first
 * @param seconds wall time on a machine that does nothing else
 * @param threads number of threads that run the trials
 * @param stored number of stored trials that tell how long others take
 * @param rows one for each network and task with trials left, in the plan's order
 * @param blocks the times of what other processes take whole
 */
public record Estimate(
        Range coreSeconds, double probes, Range seconds, int threads, int stored, List<Row> rows, BlockTimes blocks) {

    public Estimate {
        rows = List.copyOf(rows);
    }

    /**
     * Returns the wall time on cores of any number of machines, each of which runs a block at a time.
     *
     * @param cores number of them
     */
    public Range secondsOn(int cores) {
        return coreSeconds.map(seconds -> blocks.seconds(cores, seconds / coreSeconds.middle));
    }

    /**
     * What a time may be. The truth should lie in it for four plans of five.
     *
     * @param low a time that few plans stay under
     * @param middle the estimate
     * @param high a time that few plans exceed
     */
    public record Range(double low, double middle, double high) {

        static Range exactly(double value) {
            return new Range(value, value, value);
        }

        Range map(DoubleUnaryOperator change) {
            return new Range(change.applyAsDouble(low), change.applyAsDouble(middle), change.applyAsDouble(high));
        }

        Range and(Range other) {
            return new Range(low + other.low, middle + other.middle, high + other.high);
        }
    }

    /**
     * The trials of one network on one task.
     *
     * @param problem network and task
     * @param coreSeconds sum of their expected times
     * @param source where the times come from
     */
    public record Row(ProblemChoice problem, int trials, double coreSeconds, Source source) {

        /** What is less sure stands for both. */
        static Row sum(Row one, Row other) {
            boolean surer = one.source.compareTo(other.source) < 0;
            return new Row(
                    one.problem,
                    one.trials + other.trials,
                    one.coreSeconds + other.coreSeconds,
                    surer ? other.source : one.source);
        }
    }

    /** Where the times of a network's trials come from, the surest first. */
    public enum Source {
        /** Stored trials took them. */
        STORED,
        /** Short trials were timed. */
        TIMED,
        /** They follow from the multiply-adds of another network. */
        RECKONED
    }
}

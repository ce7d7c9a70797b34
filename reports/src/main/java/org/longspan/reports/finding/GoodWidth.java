package org.longspan.reports.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.longspan.reports.inference.ClusteredShare;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/**
 * The width of the good region of a learning rate, in decades:
 *
 * <pre>  w = ∫ P(good | ε) d log₁₀ ε,  estimated by D · (good runs / tuning runs)</pre>
 *
 * where D is the width of the range in decades and rates ε are drawn evenly over its logarithm. Where every run inside a
 * stretch of rates is good and none outside, w is the length of that stretch; a rate that is good half of the time counts
 * half. The other settings are averaged over, as drawn. The interval is that of the share of runs in clusters, a block
 * of a problem each, times D.
 *
 * @param decades D
 * @param good tuning runs that were good
 * @param runs all tuning runs
 * @param clusters blocks, of each problem, that they come from
 * @param interval of w, of 95 %; empty with fewer than {@value #LEAST_CLUSTERS} clusters
 */
public record GoodWidth(double decades, int good, int runs, int clusters, Optional<Interval> interval) {

    /** From so many on, simulated intervals of a clustered share cover what they say. */
    public static final int LEAST_CLUSTERS = 8;

    private static final double CONFIDENCE = 0.95;

    /**
     * Returns the width over the tuning runs of {@code cells}.
     *
     * @param decades of the range that their learning rates are drawn from
     * @param good says which runs count
     */
    public static Optional<GoodWidth> of(List<CellResult> cells, double decades, Predicate<Run> good) {
        ClusterCounts counts = new ClusterCounts();
        for (CellResult cell : cells) {
            cell.tuning().forEach(one -> counts.add(one.problem() + " " + one.block(), good.test(one)));
        }
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        int[] hits = counts.hits();
        Interval share = ClusteredShare.of(hits, counts.all(), CONFIDENCE).interval();
        Interval interval = new Interval(decades * share.low(), decades * share.high());
        return Optional.of(new GoodWidth(
                decades,
                IntStream.of(hits).sum(),
                IntStream.of(counts.all()).sum(),
                hits.length,
                Optional.of(interval).filter(i -> hits.length >= LEAST_CLUSTERS)));
    }

    /** Returns w. */
    public double width() {
        return decades * good / runs;
    }
}

package org.longspan.reports.finding;

import java.util.Arrays;
import java.util.List;
import org.longspan.harness.record.Replicate;
import org.longspan.reports.inference.ClusteredShare;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.statistics.WilsonInterval;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;

/**
 * How many of some runs solved. Runs on tasks without a solved criterion are none of them.
 *
 * @param solved of them
 * @param runs all of them
 * @param interval of the share, of 95 %; of no runs, all of [0, 1]
 */
public record Rate(int solved, int runs, Interval interval) {

    private static final double CONFIDENCE = 0.95;

    /** Adds up the evaluation runs of {@code cells}. */
    public static Rate of(List<CellResult> cells) {
        ClusterCounts counts = new ClusterCounts();
        for (CellResult cell : cells) {
            if (cell.solvable()) {
                cell.evaluation().forEach(run -> counts.add(cluster(run), run.solved()));
            }
        }
        int[] solved = counts.hits();
        int[] runs = counts.all();
        return new Rate(Arrays.stream(solved).sum(), Arrays.stream(runs).sum(), interval(solved, runs));
    }

    /** Runs of a kin on a problem in a block share data and initial weights; all others are independent. */
    private static Object cluster(Run run) {
        Replicate replicate = run.trial().replicate();
        return List.of(run.problem(), replicate.kin(), replicate.block());
    }

    /** Wilson's interval where each run is a cluster of its own. */
    private static Interval interval(int[] solved, int[] runs) {
        if (runs.length == 0) {
            return new Interval(0, 1);
        }
        return Arrays.stream(runs).allMatch(n -> n == 1)
                ? WilsonInterval.of(Arrays.stream(solved).sum(), runs.length)
                : ClusteredShare.of(solved, runs, CONFIDENCE).interval();
    }

    /** Returns the share that solved; 0 of 0 is 0. */
    public double share() {
        return runs == 0 ? 0 : (double) solved / runs;
    }

    @Override
    public String toString() {
        return solved + " of " + runs;
    }
}

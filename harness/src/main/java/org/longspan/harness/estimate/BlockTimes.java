package org.longspan.harness.estimate;

import java.util.List;
import java.util.PriorityQueue;

/**
 * How long the blocks of a plan take. A block of an arm on a problem is what a process takes whole: each of its trials
 * waits for those before it.
 *
 * @param expected seconds of each block with trials left, in the grid's order
 * @param longest seconds of the longest one if all its trials spend their whole budget; of many blocks, some do
 */
public record BlockTimes(List<Double> expected, double longest) {

    public BlockTimes {
        expected = List.copyOf(expected);
    }

    /**
     * Returns the wall time on {@code cores} cores, each of which takes the next block as soon as it is free. It is no
     * shorter than the longest block, which takes no longer than its budgets allow.
     *
     * @param factor that the blocks take as long as is expected
     */
    double seconds(int cores, double factor) {
        PriorityQueue<Double> ends = new PriorityQueue<>();
        double last = 0;
        for (double seconds : expected) {
            double begun = ends.size() < cores ? 0 : ends.remove();
            ends.add(begun + factor * seconds);
            last = Math.max(last, begun + factor * seconds);
        }
        return Math.max(last, Math.min(1, factor) * longest);
    }

    /** Returns the number of cores beyond which another one does not help: the longest block is still running. */
    public int mostCores() {
        double sum = expected.stream().mapToDouble(Double::doubleValue).sum();
        return longest == 0 ? expected.size() : (int) Math.min(expected.size(), Math.ceil(sum / longest));
    }
}

package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The jackknife over (kin, block), by kin: with t_ki the estimates without block i of kin k, b_k its number of blocks,
 *
 * <pre>  variance = Σ_k (b_k - 1)/b_k Σ_i (t_ki - mean over i of t_ki)².</pre>
 *
 * <p>Rust and Rao 1996, Variance estimation for complex surveys using replication techniques, Statistical Methods in
 * Medical Research 5. Kin are strata: to leave out a block of a strong optimizer makes it weigh less, which moves the
 * estimate without being luck, and the mean within the kin takes that out. A kin with one block adds nothing.
 */
final class BlockJackknife {

    private final List<List<int[]>> rowsByKin = new ArrayList<>();

    BlockJackknife(CrossedRuns runs) {
        Map<Integer, Map<Integer, List<Integer>>> rows = new TreeMap<>();
        for (int row = 0; row < runs.size(); row++) {
            rows.computeIfAbsent(runs.kin()[row], kin -> new TreeMap<>())
                    .computeIfAbsent(runs.block()[row], block -> new ArrayList<>())
                    .add(row);
        }
        for (Map<Integer, List<Integer>> blocks : rows.values()) {
            rowsByKin.add(blocks.values().stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toList());
        }
    }

    /**
     * Returns how far the interval of each estimate reaches to either side: Student's quantile times the standard
     * error.
     *
     * @param tail probability beyond each end
     * @param without estimates from all rows but some
     */
    double[] reach(double tail, Function<int[], double[]> without) {
        double[] variance = null;
        int degrees = 0;
        for (List<int[]> blocks : rowsByKin) {
            if (blocks.size() > 1) {
                double[] spread = spread(blocks.stream().map(without).toList());
                variance = variance == null ? new double[spread.length] : variance;
                for (int e = 0; e < spread.length; e++) {
                    variance[e] += spread[e];
                }
                degrees += blocks.size() - 1;
            }
        }
        if (variance == null) {
            throw new IllegalArgumentException("one block of each kin, expected at least two of one");
        }
        double quantile = new TDistribution(null, degrees).inverseCumulativeProbability(1 - tail);
        for (int e = 0; e < variance.length; e++) {
            variance[e] = quantile * Math.sqrt(variance[e]);
        }
        return variance;
    }

    /** (b - 1)/b Σ (t_i - mean)² of each estimate. */
    private static double[] spread(List<double[]> estimates) {
        int b = estimates.size();
        double[] spread = new double[estimates.get(0).length];
        for (int e = 0; e < spread.length; e++) {
            int estimate = e;
            double mean = estimates.stream().mapToDouble(t -> t[estimate]).sum() / b;
            double squares = 0;
            for (double[] t : estimates) {
                squares += (t[e] - mean) * (t[e] - mean);
            }
            spread[e] = squares * (b - 1) / b;
        }
        return spread;
    }
}

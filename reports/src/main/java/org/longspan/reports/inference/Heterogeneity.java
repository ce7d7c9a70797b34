package org.longspan.reports.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.longspan.numerics.random.RandomStream;

/**
 * Tests whether the mean difference is the same in all groups, as whether a clipping does to every optimizer the same.
 * With r = d - mean(d), and the sum over groups g of n_g clusters,
 *
 * <pre>
 *   Q(r) = Σ_g (Σ_{i in g} rᵢ)² / n_g
 *   p = share of the patterns s in {-1, 1}ⁿ with Q(s r) ≥ Q(r)
 * </pre>
 *
 * <p>Q is the sum of squares between groups of the analysis of variance (Fisher 1925, Statistical Methods for Research
 * Workers), referred to sign flips of the residuals, so unequal spreads between groups do no harm. An effect of the
 * problem that all groups share makes it cautious.
 */
final class Heterogeneity {

    private Heterogeneity() {}

    /**
     * Returns p.
     *
     * @param differences one for each cluster
     * @param group of each cluster, from 0 on
     */
    static double p(double[] differences, int[] group, Effort effort, RandomStream stream) {
        double mean = Arrays.stream(differences).average().orElse(0);
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        double[][] residuals = new double[groups][];
        double[] weight = new double[groups];
        for (int g = 0; g < groups; g++) {
            int wanted = g;
            residuals[g] = IntStream.range(0, group.length)
                    .filter(i -> group[i] == wanted)
                    .mapToDouble(i -> differences[i] - mean)
                    .toArray();
            weight[g] = 1.0 / Math.max(1, residuals[g].length);
        }
        PatternSums sums = new PatternSums(residuals);
        double observed = 0;
        for (int g = 0; g < groups; g++) {
            observed += weight[g] * sums.total(g) * sums.total(g);
        }
        observed *= 1 - 1e-12; // equal sums must count as equal
        int extreme = 0;
        int drawn = 0;
        while (!effort.suffices(drawn, extreme)) {
            sums.next(stream);
            extreme += flipped(sums, weight) >= observed ? 1 : 0;
            drawn++;
        }
        return (1.0 + extreme) / (1.0 + drawn);
    }

    private static double flipped(PatternSums residuals, double[] weight) {
        double q = 0;
        for (int g = 0; g < weight.length; g++) {
            double sum = residuals.total(g) - 2 * residuals.flipped(g);
            q += weight[g] * sum * sum;
        }
        return q;
    }
}

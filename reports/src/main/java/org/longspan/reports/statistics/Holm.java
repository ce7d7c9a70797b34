package org.longspan.reports.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of a declared family: in ascending order the i-th of m becomes
 * max(previous, min(1, (m - i + 1) pᵢ)).
 *
 * <p>Holm 1979, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6.
 * Never weaker than Bonferroni's m p, and as safe under any dependence.
 */
public final class Holm {

    private Holm() {}

    /** Returns the adjusted values, in the order given. */
    public static double[] adjust(double[] p) {
        List<Integer> ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] adjusted = new double[p.length];
        double before = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int i = ascending.get(rank);
            before = Math.max(before, Math.min(1, (p.length - rank) * p[i]));
            adjusted[i] = before;
        }
        return adjusted;
    }
}

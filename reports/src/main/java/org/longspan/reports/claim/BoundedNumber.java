package org.longspan.reports.claim;

import java.util.List;
import java.util.Set;
import org.longspan.harness.record.claim.Quantity;

/**
 * The mean of a number, one mean a cluster; of {@code solved} the share of runs.
 *
 * @param of the runs
 * @param endpoint their number
 */
record BoundedNumber(List<Row> of, Quantity endpoint) implements Kind {

    @Override
    public Sample sample() {
        if (endpoint == Quantity.OfRun.SOLVED) {
            return new LookShare(of, 0.5, Double.POSITIVE_INFINITY).sample();
        }
        Means means = new Means();
        of.stream().filter(row -> !row.missing()).forEach(row -> means.add(row.cluster(Set.of()), row.mean()));
        return new Sample.Mean(means.values(), endpoint == Quantity.OfRun.SCORE, Kind.basis(of.stream()));
    }
}

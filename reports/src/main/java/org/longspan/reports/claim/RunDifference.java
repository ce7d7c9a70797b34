package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The difference of two numbers of the same run, one mean a cluster.
 *
 * @param of the first number of each run
 * @param to the second number of the same runs, in the same order
 */
record RunDifference(List<Row> of, List<Row> to) implements Kind {

    @Override
    public Sample sample() {
        List<Row> differences = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            differences.add(of.get(i).minus(to.get(i)));
        }
        Means means = new Means();
        differences.stream().filter(row -> !row.missing()).forEach(row -> means.add(row.cluster(Set.of()), row.mean()));
        return new Sample.Mean(means.values(), false, Kind.basis(differences.stream()));
    }
}

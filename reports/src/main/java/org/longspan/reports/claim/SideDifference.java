package org.longspan.reports.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.longspan.harness.record.claim.Axis;

/**
 * The difference of two sides, paired in everything that is not compared: with y the mean number of the runs that are
 * equal in all other axes and the block,
 *
 * <pre>d(cluster) = mean over the pairs of the cluster of y(of) - y(with)</pre>
 *
 * <p>Arms are paired on one problem in one block, so their runs share data, initial weights and draws. Models share a task
 * and the number of a block.
 *
 * @param of runs of the first side
 * @param with runs of the second
 * @param compared axes on which they differ
 */
record SideDifference(List<Row> of, List<Row> with, Set<Axis> compared) implements Kind {

    @Override
    public Sample sample() {
        Map<List<Object>, Double> first = means(of);
        Map<List<Object>, Double> second = means(with);
        Map<List<Object>, List<Object>> clusterOf = new LinkedHashMap<>();
        of.forEach(row -> clusterOf.put(row.besides(compared), row.cluster(compared)));
        Means differences = new Means();
        first.forEach((key, mean) -> {
            if (second.containsKey(key)) {
                differences.add(clusterOf.get(key), mean - second.get(key));
            }
        });
        return new Sample.Mean(differences.values(), false, Kind.basis(Stream.concat(of.stream(), with.stream())));
    }

    private Map<List<Object>, Double> means(List<Row> rows) {
        Means means = new Means();
        rows.stream().filter(row -> !row.missing()).forEach(row -> means.add(row.besides(compared), row.mean()));
        return means.byKey();
    }
}

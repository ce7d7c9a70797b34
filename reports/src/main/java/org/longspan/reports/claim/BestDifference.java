package org.longspan.reports.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.longspan.harness.record.claim.Axis;

/**
 * The difference of a side and the best optimizer of another: the one with the highest mean on the even blocks is compared
 * on the odd ones, and the other way round. A choice that was judged by the runs that made it would look too good.
 *
 * @param of runs of the first side
 * @param with runs of all optimizers of the second
 * @param compared axes on which they differ
 */
record BestDifference(List<Row> of, List<Row> with, Set<Axis> compared) implements Kind {

    @Override
    public Sample sample() {
        double[] odd = half(block -> block % 2 == 1);
        double[] even = half(block -> block % 2 == 0);
        return new Sample.Mean(
                DoubleStream.concat(Arrays.stream(odd), Arrays.stream(even)).toArray(),
                false,
                Kind.basis(Stream.concat(of.stream(), with.stream())));
    }

    /** Compares on the blocks {@code judged}, after a choice on the others. */
    private double[] half(IntPredicate judged) {
        String best =
                best(with.stream().filter(row -> !judged.test(row.block())).toList());
        List<Row> first = of.stream().filter(row -> judged.test(row.block())).toList();
        List<Row> second = with.stream()
                .filter(row ->
                        judged.test(row.block()) && row.cell().optimizer().equals(best))
                .toList();
        return ((Sample.Mean) new SideDifference(first, second, compared).sample()).values();
    }

    /** Returns the optimizer with the highest mean, of equal ones the first; empty if there is none. */
    static String best(List<Row> rows) {
        Means means = new Means();
        rows.stream()
                .filter(row -> !row.missing())
                .forEach(row -> means.add(List.of(row.cell().optimizer()), row.mean()));
        String best = "";
        double highest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<List<Object>, Double> mean : means.byKey().entrySet()) {
            if (mean.getValue() > highest) {
                highest = mean.getValue();
                best = (String) mean.getKey().get(0);
            }
        }
        return best;
    }
}

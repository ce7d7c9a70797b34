package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;

/**
 * What one probe found at one moment in all runs of one model. Several runs, of blocks and of arms, are pooled as the
 * quartiles over runs of what each of them says.
 *
 * @param model as a reader calls it
 * @param moment as the plan calls it
 * @param updates made until then, in each run
 * @param found in each run, at least one
 */
record Pooled(String model, String moment, List<Long> updates, List<Measured> found) {

    Pooled {
        updates = List.copyOf(updates);
        found = List.copyOf(found);
    }

    int runs() {
        return found.size();
    }

    /** Returns the median number of updates made until then. */
    long madeUpdates() {
        return Math.round(
                Middle.of(updates.stream().map(Long::doubleValue).toList()).median());
    }

    /** Returns the quartiles over runs of a number that a run that says NaN does not have. */
    Middle number(String name) {
        return of(found -> found.number(name));
    }

    /** Returns the quartiles over runs of what is made of each; NaN is left out. */
    Middle of(ToDoubleFunction<Measured> quantity) {
        return Middle.of(found.stream().map(quantity::applyAsDouble).toList());
    }

    /** Returns the quartiles over runs of a logarithm at every lag, where NaN means that nothing is left: -∞. */
    SortedMap<Integer, Middle> logByLag(String table, String column) {
        return byLag(table, of -> {
            double[] logs = of.column(column);
            for (int i = 0; i < logs.length; i++) {
                logs[i] = Double.isNaN(logs[i]) ? Double.NEGATIVE_INFINITY : logs[i];
            }
            return logs;
        });
    }

    /** Returns the quartiles over runs, at every lag of a table, of what is made of its rows. */
    SortedMap<Integer, Middle> byLag(String table, Function<Table, double[]> quantity) {
        SortedMap<Integer, List<Double>> values = new TreeMap<>();
        for (Measured one : found) {
            one.table(table).ifPresent(of -> {
                double[] lags = of.column("lag");
                double[] made = quantity.apply(of);
                for (int i = 0; i < lags.length; i++) {
                    values.computeIfAbsent((int) lags[i], lag -> new ArrayList<>())
                            .add(made[i]);
                }
            });
        }
        SortedMap<Integer, Middle> middles = new TreeMap<>();
        values.forEach((lag, of) -> middles.put(lag, Middle.of(of)));
        return middles;
    }

    /** Returns the names of all tables that begin with {@code prefix}, in the order of the look. */
    List<String> tables(String prefix) {
        return found.stream()
                .flatMap(one -> one.tables().stream())
                .map(Table::name)
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .toList();
    }
}

package org.longspan.probes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named columns of equal length.
 *
 * @param name of the table
 * @param columns their values by their names, in order; NaN where there is none, or none that is finite
 */
public record Table(String name, Map<String, List<Double>> columns) {

    public Table {
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        columns.forEach((column, values) ->
                copy.put(column, values.stream().map(Doubles::recorded).toList()));
        if (copy.values().stream().mapToInt(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("table " + name + " has columns of different lengths");
        }
        columns = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns the column of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public double[] column(String column) {
        List<Double> values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException(
                    "no column " + column + " in table " + name + "; known: " + columns.keySet());
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Collects a table row by row. */
    static final class Builder {

        private final String name;
        private final Map<String, List<Double>> columns = new LinkedHashMap<>();

        Builder(String name, String... columns) {
            this.name = name;
            for (String column : columns) {
                this.columns.put(column, new ArrayList<>());
            }
        }

        void row(double... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException(
                        values.length + " values in a row of " + columns.size() + " columns");
            }
            int i = 0;
            for (List<Double> column : columns.values()) {
                column.add(values[i++]);
            }
        }

        Table build() {
            return new Table(name, columns);
        }
    }
}

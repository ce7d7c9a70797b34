package org.longspan.harness.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a probe brought back from a moment. */
public sealed interface ProbeFinding {

    /**
     * What was measured.
     *
     * @param numbers single numbers by their names; NaN where there is none, such as a horizon that is not reached
     * @param tables in the order of a report
     * @param notes what could not be measured and why, a sentence each
     */
    record Measured(Map<String, Double> numbers, List<Table> tables, List<String> notes) implements ProbeFinding {

        public Measured {
            numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
            tables = List.copyOf(tables);
            notes = List.copyOf(notes);
        }

        /** Returns the table of that name, if the probe made it. */
        public Optional<Table> table(String name) {
            return tables.stream().filter(table -> table.name().equals(name)).findFirst();
        }

        /** Returns the number of that name; NaN if there is none. */
        public double number(String name) {
            return numbers.getOrDefault(name, Double.NaN);
        }
    }

    /**
     * Nothing was measured, because the probe cannot look there or the moment never came.
     *
     * @param reason one sentence without its end
     */
    record Skipped(String reason) implements ProbeFinding {

        private static final String NEVER_CAME = " never came: the run ended before";

        /** Returns the finding of a moment that the run did not reach, such as {@code update 5000}. */
        public static Skipped neverCame(String moment) {
            return new Skipped(moment + NEVER_CAME);
        }

        /** Returns whether the run did not reach the moment. */
        public boolean missedItsMoment() {
            return reason.endsWith(NEVER_CAME);
        }
    }

    /**
     * The probe broke off; the next run asks it again.
     *
     * @param error what went wrong
     */
    record Failed(String error) implements ProbeFinding {}

    /**
     * Named columns of equal length.
     *
     * @param name of the table
     * @param columns their values by their names, in order; NaN where there is no value
     */
    record Table(String name, Map<String, List<Double>> columns) {

        public Table {
            Map<String, List<Double>> copy = new LinkedHashMap<>();
            columns.forEach(
                    (column, values) -> copy.put(column, Collections.unmodifiableList(new ArrayList<>(values))));
            if (copy.values().stream().mapToInt(List::size).distinct().count() > 1) {
                throw new IllegalArgumentException("table " + name + " has columns of different lengths");
            }
            columns = Collections.unmodifiableMap(copy);
        }

        /** Returns the number of rows. */
        public int rows() {
            return columns.values().stream().mapToInt(List::size).findFirst().orElse(0);
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
    }
}

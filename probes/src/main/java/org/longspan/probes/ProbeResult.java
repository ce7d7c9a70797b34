package org.longspan.probes;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a probe brings back from one moment: plain data, which a report can draw without knowing a model. */
public sealed interface ProbeResult {

    /**
     * What was measured.
     *
     * @param numbers single numbers by their names; NaN where there is none that is finite, such as a horizon that is
     *     not reached
     * @param tables tables in the order of a report
     * @param notes what could not be measured and why, a sentence each
     */
    record Measured(Map<String, Double> numbers, List<Table> tables, List<String> notes) implements ProbeResult {

        public Measured {
            Map<String, Double> copy = new TreeMap<>(numbers);
            copy.replaceAll((name, value) -> Doubles.recorded(value));
            numbers = Collections.unmodifiableMap(copy);
            tables = List.copyOf(tables);
            notes = List.copyOf(notes);
        }

        /**
         * Returns the table of that name.
         *
         * @throws IllegalArgumentException if there is none; the message lists the known names
         */
        public Table table(String name) {
            return tables.stream()
                    .filter(table -> table.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no table " + name + "; known: "
                            + tables.stream().map(Table::name).toList()));
        }
    }

    /**
     * Nothing was measured.
     *
     * @param reason one sentence without its end
     */
    record Skipped(String reason) implements ProbeResult {}
}

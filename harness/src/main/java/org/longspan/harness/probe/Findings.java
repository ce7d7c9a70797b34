package org.longspan.harness.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Table;

/** What probes bring back, as it is recorded: a number that is not finite is none. */
final class Findings {

    private Findings() {}

    static ProbeFinding of(ProbeResult result) {
        if (result instanceof ProbeResult.Skipped skipped) {
            return new ProbeFinding.Skipped(skipped.reason());
        }
        ProbeResult.Measured measured = (ProbeResult.Measured) result;
        Map<String, Double> numbers = new TreeMap<>(measured.numbers());
        numbers.replaceAll((name, value) -> finite(value));
        List<ProbeFinding.Table> tables =
                measured.tables().stream().map(Findings::of).toList();
        return new ProbeFinding.Measured(numbers, tables, measured.notes());
    }

    private static ProbeFinding.Table of(Table table) {
        Map<String, List<Double>> columns = new LinkedHashMap<>(table.columns());
        columns.replaceAll(
                (name, values) -> values.stream().map(Findings::finite).toList());
        return new ProbeFinding.Table(table.name(), columns);
    }

    private static Double finite(Double value) {
        return Double.isFinite(value) ? value : (Double) Double.NaN;
    }
}

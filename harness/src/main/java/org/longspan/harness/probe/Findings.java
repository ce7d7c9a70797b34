package org.longspan.harness.probe;

import java.util.List;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Table;

/** What probes bring back, as it is recorded. */
final class Findings {

    private Findings() {}

    static ProbeFinding of(ProbeResult result) {
        if (result instanceof ProbeResult.Skipped skipped) {
            return new ProbeFinding.Skipped(skipped.reason());
        }
        ProbeResult.Measured measured = (ProbeResult.Measured) result;
        List<ProbeFinding.Table> tables =
                measured.tables().stream().map(Findings::of).toList();
        return new ProbeFinding.Measured(measured.numbers(), tables, measured.notes());
    }

    private static ProbeFinding.Table of(Table table) {
        return new ProbeFinding.Table(table.name(), table.columns());
    }
}

package org.longspan.reports.compare;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.reports.summary.ArrangedRun;

/**
 * A run as it is compared.
 *
 * @param name its folder, as the reader named it
 * @param run its evaluation runs and skips, without curves
 * @param totals of all its trials
 * @param bits a number for each evaluation run that two runs share if they did the same bit for bit
 * @param notes what its results leave out, a sentence each without a full stop
 */
public record ComparedRun(String name, ArrangedRun run, RunTotals totals, Map<TrialId, Long> bits, List<String> notes) {

    public ComparedRun {
        notes = List.copyOf(notes);
    }

    /** Reads a run; {@code each} sees every result on the way. */
    static ComparedRun read(RunSource source, Consumer<StoredResult> each) {
        BriefRuns brief = new BriefRuns();
        RunTotals.Sum sum = new RunTotals.Sum();
        source.forEach(stored -> {
            sum.add(stored);
            brief.take(stored);
            each.accept(stored);
        });
        ArrangedRun run = ArrangedRun.of(source.manifest(), brief.results());
        return new ComparedRun(source.name(), run, sum.end(), brief.bits(), source.notes());
    }

    /** Returns whether two evaluation runs did the same bit for bit. */
    boolean identical(TrialId id, ComparedRun other, TrialId otherId) {
        return bits.get(id).equals(other.bits.get(otherId));
    }
}

package org.longspan.reports.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.reports.phenomena.Looks;
import org.longspan.reports.phenomena.Probed;

/** What probes found, without its tables. */
public final class LookRows {

    private LookRows() {}

    /** A look of a probe at a trial. */
    public record LookRow(
            String trial,
            String problem,
            String probe,
            String moment,
            long updates,
            String finding,
            String reason,
            Map<String, Double> numbers,
            List<String> notes) {}

    static List<LookRow> of(Looks looks) {
        List<LookRow> rows = new ArrayList<>();
        for (Probed run : looks.runs()) {
            String trial = RecordJson.id(run.trial()).value();
            run.looks().forEach(look -> rows.add(row(trial, run.problem(), look)));
        }
        return rows;
    }

    private static LookRow row(String trial, String problem, ProbeLook look) {
        ProbeFinding finding = look.finding();
        Map<String, Double> numbers = new TreeMap<>();
        List<String> notes = List.of();
        if (finding instanceof Measured measured) {
            measured.numbers().forEach((name, value) -> numbers.put(name, Numbers.finite(value)));
            notes = measured.notes();
        }
        return new LookRow(
                trial,
                problem,
                look.probe(),
                look.moment(),
                look.updates(),
                finding instanceof Measured
                        ? "measured"
                        : finding instanceof ProbeFinding.Skipped ? "skipped" : "failed",
                reason(finding),
                numbers,
                notes);
    }

    private static String reason(ProbeFinding finding) {
        if (finding instanceof ProbeFinding.Failed failed) {
            return failed.error();
        }
        return finding instanceof ProbeFinding.Skipped skipped ? skipped.reason() : null;
    }
}

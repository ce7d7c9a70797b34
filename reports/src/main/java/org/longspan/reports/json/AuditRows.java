package org.longspan.reports.json;

import java.util.List;
import org.longspan.reports.finding.Audits;
import org.longspan.reports.finding.Confirmations;
import org.longspan.reports.finding.Edge;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.finding.TestMiss;
import org.longspan.reports.finding.TuningNoise;
import org.longspan.reports.inference.UnderTuned;
import org.longspan.reports.json.InferenceRows.EffectRow;
import org.longspan.reports.statistics.Interval;

/** What casts doubt on the figures. */
public record AuditRows(
        List<EdgeRow> edges,
        List<UnderTunedRow> underTuned,
        Confirmations confirmations,
        List<TestMissRow> testMisses,
        TuningNoise tuning) {

    /** How often the chosen value of a setting lay within a tenth of its range from one end. */
    public record EdgeRow(
            String kind,
            String method,
            String setting,
            String scale,
            Double from,
            Double to,
            String end,
            int chosen,
            int there,
            Interval interval95,
            boolean crowded) {}

    /** A method shown worse than its own special case. */
    public record UnderTunedRow(String factor, String method, String specialCase, EffectRow effect) {}

    /** Solved runs that fail the test sequences. */
    public record TestMissRow(String model, String task, int length, int solved, int failed) {}

    static AuditRows of(Audits audits, IndexedRun rows) {
        return new AuditRows(
                audits.edges().stream().map(AuditRows::edge).toList(),
                audits.underTuned().stream().map(u -> underTuned(u, rows)).toList(),
                audits.confirmations(),
                audits.misses().stream().map(AuditRows::miss).toList(),
                audits.tuning().orElse(null));
    }

    private static EdgeRow edge(Edge e) {
        return new EdgeRow(
                e.kind(),
                e.method(),
                e.range().setting(),
                e.range().scale(),
                Numbers.finite(e.range().from()),
                Numbers.finite(e.range().to()),
                e.end(),
                e.chosen(),
                e.there(),
                e.interval(),
                e.crowded());
    }

    private static UnderTunedRow underTuned(UnderTuned found, IndexedRun rows) {
        var special = found.specialCase();
        return new UnderTunedRow(
                special.factor().word(),
                rows.name(special.factor(), special.general()),
                rows.name(special.factor(), special.special()),
                InferenceRows.effect(rows, found.effect()));
    }

    private static TestMissRow miss(TestMiss miss) {
        return new TestMissRow(
                miss.problem().model(), miss.problem().task(), miss.problem().length(), miss.solved(), miss.failed());
    }
}

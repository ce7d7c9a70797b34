package org.longspan.reports.finding;

import java.util.List;
import java.util.Optional;
import org.longspan.reports.inference.Analysis;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.UnderTuned;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;

/**
 * What casts doubt on a run's figures.
 *
 * @param edges chosen settings at the ends of their ranges, a row for each end of each setting
 * @param underTuned methods shown worse than their own special cases, by index
 * @param confirmations attempts to confirm the criterion
 * @param misses solved runs that fail the test sequences, a row a problem
 * @param tuning what the chosen settings did where they were chosen and where they were judged, if any was chosen
 */
public record Audits(
        List<Edge> edges,
        List<UnderTuned> underTuned,
        Confirmations confirmations,
        List<TestMiss> misses,
        Optional<TuningNoise> tuning) {

    public Audits {
        edges = List.copyOf(edges);
        underTuned = List.copyOf(underTuned);
        misses = List.copyOf(misses);
    }

    static Audits of(ArrangedRun run, Analysis analysis) {
        return new Audits(
                Edge.of(run), analysis.underTuned(), Confirmations.of(run), TestMiss.of(run), TuningNoise.of(run));
    }

    /** Returns whether a method of {@code arm} is shown worse than its own special case. */
    public boolean underTuned(ArrangedRun run, Arm arm) {
        int optimizer = run.optimizers().indexOf(arm.optimizer());
        int clipping = run.clippings().indexOf(arm.clipping());
        return underTuned.stream()
                .map(UnderTuned::specialCase)
                .anyMatch(
                        special -> special.general() == (special.factor() == Factor.OPTIMIZER ? optimizer : clipping));
    }
}

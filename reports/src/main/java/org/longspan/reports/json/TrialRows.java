package org.longspan.reports.json;

import static org.longspan.reports.json.Numbers.finite;

import java.util.List;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.reports.figure.Outcomes;
import org.longspan.reports.json.ReportDocument.TrialRow;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.ReplayLine;
import org.longspan.reports.summary.Run;

/** Turns each stored trial into a row. */
final class TrialRows {

    private TrialRows() {}

    static List<TrialRow> of(ArrangedRun run) {
        return run.runs().stream().map(r -> row(run, r)).toList();
    }

    private static TrialRow row(ArrangedRun run, Run r) {
        Trial t = r.trial();
        Costs costs = r.stored().result().costs();
        CurvePoint last = r.last();
        var circumstances = r.stored().circumstances();
        return new TrialRow(
                r.stored().id().value(),
                r.stage(),
                t.repetition(),
                r.arm().optimizer(),
                Numbers.settings(t.optimizer().settings()),
                r.arm().clipping(),
                Numbers.settings(t.clipping().settings()),
                t.schedule().name(),
                r.problem().model(),
                r.problem().task(),
                r.problem().length(),
                Outcomes.word(r.outcome()),
                r.outcome() instanceof Outcome.Diverged d ? d.cause().name() : null,
                reason(r.outcome()),
                endedAt(r.outcome()),
                costs.updates(),
                costs.sequenceForwards(),
                r.solved() ? r.cost() : null,
                costs.evaluationSequenceForwards(),
                costs.multiplyAdds(),
                last == null ? null : finite(last.validationLoss()),
                last == null ? null : finite(last.validationMeasure()),
                r.stored().result().thresholdUnits().stream()
                        .map(Numbers::finite)
                        .toList(),
                r.stored().result().parameters(),
                circumstances == null || !Double.isFinite(circumstances.seconds()) ? 0 : circumstances.seconds(),
                ReplayLine.command(run, r));
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Skipped s) {
            return s.reason();
        }
        return outcome instanceof Outcome.Failed f ? f.error() : null;
    }

    private static Long endedAt(Outcome outcome) {
        if (outcome instanceof Outcome.Solved s) {
            return s.updates();
        }
        return outcome instanceof Outcome.Diverged d ? d.update() : null;
    }
}

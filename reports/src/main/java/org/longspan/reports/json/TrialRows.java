package org.longspan.reports.json;

import static org.longspan.reports.json.Numbers.finite;

import java.util.List;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.reports.figure.Outcomes;
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
                r.phase().word(),
                r.block(),
                r.arm().optimizer(),
                Numbers.settings(t.optimizer().settings()),
                r.arm().clipping(),
                Numbers.settings(t.clipping().settings()),
                t.schedule().name(),
                t.nonFiniteGradient().name(),
                r.problem().model(),
                r.problem().task(),
                r.problem().length(),
                Outcomes.word(r.outcome()),
                r.outcome() instanceof Outcome.Diverged d ? d.cause().name() : null,
                reason(r.outcome()),
                r.stored().result().attempts(),
                r.score(),
                endedAt(r.outcome()),
                costs.updates(),
                costs.sequenceForwards(),
                r.solved() ? r.cost() : null,
                costs.evaluationSequenceForwards(),
                costs.unitSequenceForwards(),
                costs.multiplyAdds(),
                finite(r.stored().result().chance()),
                last == null ? null : finite(last.validationLoss()),
                last == null ? null : finite(last.validationMeasure()),
                r.outcome() instanceof Outcome.Solved s ? finite(s.testMeasure()) : null,
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

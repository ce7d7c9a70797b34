package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.json.ReportDocument;

/** Traps 3 and 5, in which other suites were caught; 4, 6 and 12 stand with the JSON and the page. */
class TrapsTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "standard", 1, 6);

    /** Trap 3: runs are scored by the value, cost to solve, not by the key under which it is found, the update. */
    @Test
    void theCheaperRunIsBetterThoughItSolvedAtALaterUpdate() {
        TrialResult dearButEarly = result(new Outcome.Solved(20, 9_000, 0.001), 0.001);
        TrialResult cheapButLate = result(new Outcome.Solved(400, 5_000, 0.001), 0.001);
        ReportDocument document = document(cheapButLate, dearButEarly);
        assertThat(document.comparisons())
                .allSatisfy(c -> assertThat(c.verdict()).isEqualTo("better"));
        assertThat(document.cells().get(0).medianCost().value()).isEqualTo(9_000);
        assertThat(document.cells().get(1).medianCost().value()).isEqualTo(5_000);
    }

    /** Trap 5: a run that diverged never borrows the loss that it began with, though that was the better one. */
    @Test
    void aDivergedRunComesAfterOneThatOnlyFailedToLearn() {
        TrialResult diverged = result(new Outcome.Diverged(Outcome.Cause.LOSS_NOT_FINITE, 30), null);
        TrialResult unlearned = result(new Outcome.BudgetSpent(), 7.0);
        ReportDocument document = document(diverged, unlearned);
        assertThat(document.comparisons()).allSatisfy(c -> {
            assertThat(c.probabilityBetter()).isZero();
            assertThat(c.verdict()).isEqualTo("worse");
        });
        assertThat(document.trials())
                .filteredOn(t -> t.outcome().equals("diverged"))
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.finalValidationLoss()).isNull());
    }

    private static TrialResult result(Outcome outcome, Double finalLoss) {
        return new TrialResult(
                outcome,
                List.of(point(0, 0.2), point(20, finalLoss)),
                new Costs(500, 30_000, 0, 400, 0),
                List.of(),
                10,
                "aa".repeat(32));
    }

    private static CurvePoint point(long update, Double loss) {
        return new CurvePoint(update, 60 * update, loss, loss, new StepSummary(loss, 1.0, 1.0, 1.0, 0.1, 0, null));
    }

    /** A run in which every clipped trial gives the one result and every other gives the other. */
    private static ReportDocument document(TrialResult clipped, TrialResult bare) {
        List<StoredResult> results = RUN.results().stream()
                .map(r -> new StoredResult(
                        r.id(),
                        r.trial(),
                        r.code(),
                        r.trial().clipping().name().equals("none") ? bare : clipped,
                        r.circumstances()))
                .toList();
        return Report.of(RUN.manifest(), results, Optional.empty()).document();
    }
}

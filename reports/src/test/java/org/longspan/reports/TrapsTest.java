package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StepSummary;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.json.InferenceRows.EffectRow;
import org.longspan.reports.json.ReportDocument;

/** Traps 3, 5 and 9, in which other suites were caught; 4, 6 and 12 stand with the JSON and the page. */
class TrapsTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "own", 1, 6);

    /** Trap 3: runs are scored by the value, cost to solve, not by the key under which it is found, the update. */
    @Test
    void theCheaperRunIsBetterThoughItSolvedAtALaterUpdate() {
        TrialResult dearButEarly = result(new Outcome.Solved(20, 9_000, 0.001), 0.001);
        TrialResult cheapButLate = result(new Outcome.Solved(400, 5_000, 0.001), 0.001);
        ReportDocument document = document(cheapButLate, dearButEarly);
        assertThat(document.effects())
                .filteredOn(TrapsTest::pooled)
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.verdict()).isEqualTo("better");
                    assertThat(e.mean()).isCloseTo(4_000 / 30_000.0, within(1e-12));
                });
        assertThat(document.cells().get(0).medianCost().value()).isEqualTo(9_000);
        assertThat(document.cells().get(1).medianCost().value()).isEqualTo(5_000);
    }

    /** Trap 5: a run that diverged never borrows the loss that it began with; it scores 0 and stays. */
    @Test
    void aDivergedRunScoresNothingAndStays() {
        TrialResult diverged = result(new Outcome.Diverged(Outcome.Cause.WEIGHTS_NOT_FINITE, 30), null);
        TrialResult solved = result(new Outcome.Solved(20, 9_000, 0.001), 0.001);
        ReportDocument document = document(diverged, solved);
        assertThat(document.effects())
                .filteredOn(TrapsTest::pooled)
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.losses()).isEqualTo(e.pairs()).isEqualTo(72);
                    assertThat(e.mean()).isCloseTo(-0.7, within(1e-12));
                    assertThat(e.verdict()).isEqualTo("worse");
                });
        assertThat(document.cells())
                .filteredOn(c -> c.divergences().size() > 0)
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.score()).isZero());
    }

    /** Trap 9: a clipping that never acts has the cost, the score and the rank of none. */
    @Test
    void aClippingThatNeverActsIsEqualToNoneInEveryFigure() {
        TrialResult same = result(new Outcome.Solved(20, 9_000, 0.001), 0.001);
        TrialResult measured = Altered.of(same, Map.of("unitSequenceForwards", 6_000L, "thresholdUnits", List.of(0.3)));
        ReportDocument document = document(measured, same);
        assertThat(document.effects())
                .filteredOn(TrapsTest::pooled)
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.identical())
                            .isEqualTo(e.pairs())
                            .isEqualTo(e.ties())
                            .isEqualTo(72);
                    assertThat(e.nonZero()).isZero();
                    assertThat(e.verdict()).isEqualTo("untested");
                });
        assertThat(document.cells().get(0).score())
                .isEqualTo(document.cells().get(1).score());
        assertThat(document.cells().get(0).medianCost())
                .isEqualTo(document.cells().get(1).medianCost());
        assertThat(document.identity().spent().unitSequenceForwards())
                .as("once for each problem and block, apart from the cost of training")
                .isEqualTo(12 * 6 * 6_000);
    }

    private static boolean pooled(EffectRow effect) {
        return effect.factor().equals("clipping") && effect.kin() == null;
    }

    private static TrialResult result(Outcome outcome, Double finalLoss) {
        return new TrialResult(
                outcome,
                0,
                0.17,
                List.of(point(0, 0.2), point(20, finalLoss)),
                new Costs(500, 30_000, 0, 400, 0),
                List.of(),
                10,
                "aa".repeat(32),
                List.of());
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

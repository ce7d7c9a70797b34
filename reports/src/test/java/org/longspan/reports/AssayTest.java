package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.json.InferenceRows.EffectRow;
import org.longspan.reports.json.ReportDocument;

/**
 * When a small difference is called equivalent. In each block but the last a run solves at half of the budget, give or
 * take a twentieth of it, under every clipping alike; harm is never to solve.
 */
class AssayTest {

    private static final String EQUAL = "value";
    private static final String POSITIVE = "global-norm";
    private static final double UNIT = 0.37;

    /** 3 optimizers × 3 clippings × 12 problems × 4 blocks, nothing tuned. */
    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 3, 3, "own", 1, 4);

    private static final SyntheticRun DECLARED = RUN.with("positiveControl", Optional.of(POSITIVE));

    @Test
    void anEqualClippingIsEquivalentWhereThePositiveControlIsFound() {
        ReportDocument document = report(DECLARED, results(true, 0.5)).document();
        assertThat(against(document, POSITIVE).verdict()).isEqualTo("worse");
        assertThat(against(document, EQUAL).verdict()).isEqualTo("equivalent");
        assertThat(against(document, EQUAL).insensitivity()).isEmpty();
        assertThat(document.audits().underTuned()).isEmpty();
        assertThat(document.inference().positiveControl()).isEqualTo(POSITIVE);
        assertThat(document.inference().positiveControlShown()).isTrue();
        assertThat(document.answers())
                .anyMatch(answer -> answer.text()
                        .endsWith(" The positive control global-norm is shown to harm by two margins or more."));
    }

    @Test
    void theSameClippingIsNotWhereThePositiveControlIsNotFoundAndBothReportsSayWhy() {
        Report report = report(DECLARED, results(false, 0.5));
        assertInsensitive(report, "positive control not shown");
        assertNothingIsEquivalent(report);
        assertThat(report.document().inference().positiveControlShown()).isFalse();
        assertThat(report.document().answers())
                .anyMatch(answer -> answer.text()
                        .endsWith(
                                " The positive control global-norm is not shown to harm by two margins, so nothing is called"
                                        + " equivalent."));
    }

    @Test
    void aPlanWithoutAPositiveControlCallsNothingEquivalent() {
        Report report = report(RUN, results(true, 0.5));
        assertThat(report.document().audits().underTuned()).isNotEmpty();
        assertInsensitive(report, "no positive control");
        assertNothingIsEquivalent(report);
        assertThat(report.document().inference().positiveControl()).isNull();
        assertThat(report.document().inference().positiveControlShown()).isNull();
    }

    /** The catalogue's range, 0.01 to 100, is that of all these runs. */
    @Test
    void aClippingActsByTheThresholdsOfItsRunsAndNotByTheRangeOfTheCatalogue() {
        for (double acts : List.of(0.1, 1.0)) {
            assertThat(against(report(DECLARED, results(true, acts)).document(), EQUAL)
                            .verdict())
                    .isEqualTo("equivalent");
        }
        for (double maybe : List.of(0.09, 1.1, Double.POSITIVE_INFINITY)) {
            assertInsensitive(report(DECLARED, results(true, maybe)), "thresholds not where they act");
        }
    }

    @Test
    void aSingleThresholdElsewhereOrAnAbsoluteOneIsEnoughToDoubtThatAClippingActs() {
        List<StoredResult> results = results(true, 0.5);
        int one = results.indexOf(
                results.stream().filter(r -> isOf(r, EQUAL)).findFirst().orElseThrow());
        List<StoredResult> other = new ArrayList<>(results);
        other.set(one, Altered.of(results.get(one), Map.of("clipping", choice(EQUAL, 2))));
        assertInsensitive(report(DECLARED, other), "thresholds not where they act");
        List<StoredResult> absolute = results.stream()
                .map(r -> isOf(r, EQUAL) ? Altered.of(r, Map.of("thresholdUnits", List.of())) : r)
                .toList();
        assertInsensitive(report(DECLARED, absolute), "thresholds not where they act");
    }

    private static void assertInsensitive(Report report, String why) {
        EffectRow effect = against(report.document(), EQUAL);
        assertThat(effect.verdict()).isEqualTo("insensitive");
        assertThat(effect.insensitivity()).containsExactly(why);
        assertThat(report.html()).contains("insensitive (assay not sensitive: " + why + ")");
    }

    private static void assertNothingIsEquivalent(Report report) {
        assertThat(report.document().effects()).extracting(EffectRow::verdict).doesNotContain("equivalent");
    }

    private static EffectRow against(ReportDocument document, String clipping) {
        return document.effects().stream()
                .filter(e -> e.factor().equals("clipping")
                        && e.kin() == null
                        && e.of().equals(clipping)
                        && e.against().equals("none"))
                .findFirst()
                .orElseThrow();
    }

    /** Results in which the positive control harms or does not, and the equal clipping has that threshold. */
    private static List<StoredResult> results(boolean harms, double threshold) {
        RandomStream luck = new RandomStream(5);
        return RUN.results().stream()
                .map(r -> {
                    long cost = Math.round(luck.uniform(13_500, 16_500));
                    boolean solves = r.trial().replicate().block() < 3 && !(harms && isOf(r, POSITIVE));
                    Outcome outcome = solves ? new Outcome.Solved(cost / 60, cost, 0.001) : new Outcome.BudgetSpent();
                    return isOf(r, "none")
                            ? Altered.of(r, Map.of("outcome", outcome))
                            : Altered.of(
                                    r,
                                    Map.of(
                                            "outcome",
                                            outcome,
                                            "thresholdUnits",
                                            List.of(UNIT),
                                            "clipping",
                                            isOf(r, EQUAL) ? choice(EQUAL, threshold) : choice(POSITIVE, 0.01)));
                })
                .toList();
    }

    private static boolean isOf(StoredResult result, String clipping) {
        return result.trial().clipping().name().equals(clipping);
    }

    private static Choice choice(String clipping, double threshold) {
        return new Choice(clipping, Settings.NONE.with("threshold", threshold));
    }

    private static Report report(SyntheticRun run, List<StoredResult> results) {
        return Report.of(run.manifest(), results, Optional.empty());
    }
}

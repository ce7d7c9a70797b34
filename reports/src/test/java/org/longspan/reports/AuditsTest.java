package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.finding.Confirmations;
import org.longspan.reports.finding.TuningNoise;
import org.longspan.reports.json.ReportDocument;

/** What a report says of tuning, and what it refuses to say. */
class AuditsTest {

    @Test
    void aClippingShownWorseThanNoneIsUnderTunedAndNotOnlyWorse() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "own", 1, 6);
        ReportDocument document = document(run, favour(run, "none"));
        assertThat(document.audits().underTuned()).singleElement().satisfies(row -> {
            assertThat(row.method()).isEqualTo("value");
            assertThat(row.specialCase()).isEqualTo("none");
            assertThat(row.effect().verdict()).isEqualTo("worse");
        });
        assertThat(document.caveats())
                .filteredOn(c -> c.kind().equals("under-tuned"))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.where()).isEqualTo("value");
                    assertThat(c.text()).contains("special case none", "value against none: −0.96", "not worse");
                });
        assertThat(document(run, favour(run, "value")).audits().underTuned()).isEmpty();
    }

    @Test
    void chosenSettingsAtTheEndOfTheirRangeAreCountedAndNamedWhereTheyCrowd() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "quick", 2, 2);
        List<StoredResult> low = run.results().stream()
                .map(r -> r.trial().clipping().name().equals("none") ? r : threshold(r, 0.011))
                .toList();
        ReportDocument document = document(run, low);
        assertThat(document.audits().edges())
                .filteredOn(e -> e.setting().equals("threshold") && e.end().equals("lower"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.chosen()).isEqualTo(24);
                    assertThat(e.there()).isEqualTo(24);
                    assertThat(e.crowded()).isTrue();
                });
        assertThat(document.caveats())
                .filteredOn(c -> c.kind().equals("edge"))
                .extracting(Caveat::text)
                .anyMatch(text -> text.startsWith(
                        "threshold was chosen within a tenth of its range from the lower end, 0.0100, in 24 of 24"));
    }

    @Test
    void aSettingThatSitsInTheMiddleIsNoCaveat() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "quick", 2, 2);
        List<StoredResult> middle = run.results().stream()
                .map(r -> r.trial().clipping().name().equals("none") ? r : threshold(r, 1))
                .toList();
        assertThat(document(run, middle).caveats())
                .noneMatch(c -> c.kind().equals("edge") && c.where().equals("value"));
    }

    @Test
    void attemptsToConfirmAreCounted() {
        SyntheticRun run = SyntheticRun.of(Fate.NOTHING_SOLVED, 1, 1, "quick", 2, 2);
        List<StoredResult> results = new ArrayList<>(run.results());
        results.set(0, attempting(results.get(0), 4, new Outcome.BudgetSpent()));
        results.set(1, attempting(results.get(1), 1, new Outcome.BudgetSpent()));
        results.set(2, attempting(results.get(2), 3, new Outcome.Solved(20, 1_200, 0.001)));
        ReportDocument document = document(run, results);
        assertThat(document.audits().confirmations()).isEqualTo(new Confirmations(List.of(0, 0, 1, 0), 2, 1));
        assertThat(document.caveats())
                .filteredOn(c -> c.kind().equals("confirmation"))
                .extracting(Caveat::text)
                .containsExactly(
                        "1 trial met the criterion on the validation sequences 4 times and never on fresh ones,"
                                + " and so had no further attempt.");
    }

    @Test
    void solvedRunsThatFailTheTestSequencesAreCounted() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "own", 1, 6);
        List<StoredResult> results = run.results().stream()
                .map(r -> with(
                        r, new Outcome.Solved(20, 1_200, r.trial().replicate().block() == 0 ? 0.02 : 0.001)))
                .toList();
        assertThat(document(run, results).audits().testMisses()).hasSize(12).allSatisfy(row -> {
            assertThat(row.solved()).isEqualTo(6);
            assertThat(row.failed()).isEqualTo(1);
        });
    }

    @Test
    void theChosenSettingsAreSetAgainstTheirOwnTuningRuns() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "quick", 2, 3);
        List<StoredResult> results = run.results().stream()
                .map(r -> r.trial().replicate().phase() == Phase.TUNING
                        ? with(r, new Outcome.Solved(20, 6_000, 0.001))
                        : with(r, new Outcome.BudgetSpent()))
                .toList();
        assertThat(document(run, results).audits().tuning()).isEqualTo(new TuningNoise(36, 36, 0.8, 0, 0));
    }

    @Test
    void everySkipFailureAndMissingTrialIsACaveat() {
        SyntheticRun run = SyntheticRun.of(Fate.EVERYTHING_SKIPPED, 1, 2, "quick", 2, 2);
        List<StoredResult> results = new ArrayList<>(run.results().subList(0, 20));
        results.set(3, with(results.get(3), new Outcome.Failed("The disk broke.")));
        List<Caveat> caveats = document(run, results).caveats();
        assertThat(caveats).extracting(Caveat::kind).contains("skipped", "failed", "missing", "costs");
        assertThat(caveats)
                .filteredOn(c -> c.kind().equals("failed"))
                .extracting(Caveat::text)
                .containsExactly("The disk broke. It counts as not solved.");
    }

    @Test
    void aFailedRunCountsAsNotSolved() {
        SyntheticRun run = SyntheticRun.of(Fate.EVERYTHING_DIVERGED, 1, 1, "quick", 2, 2);
        List<StoredResult> results = run.results().stream()
                .map(r -> with(r, new Outcome.Failed("It broke.")))
                .toList();
        assertThat(document(run, results).cells())
                .allSatisfy(c -> assertThat(c.runs()).isEqualTo(2));
    }

    @Test
    void resultsOfAnEarlierBudgetAreLeftOutAndCounted() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "quick", 2, 2);
        List<StoredResult> results = new ArrayList<>(run.results());
        StoredResult old = results.get(0);
        Trial t = old.trial();
        Trial other = Altered.of(t, Map.of("budget", new Budget(20, 50, 3_000)));
        results.set(0, new StoredResult(old.id(), other, old.code(), old.result(), old.circumstances()));
        ReportDocument document = document(run, results);
        assertThat(document.identity().trials().done()).isEqualTo(results.size() - 1);
        assertThat(document.caveats())
                .extracting(Caveat::text)
                .anyMatch(text -> text.startsWith("1 stored result belongs"));
    }

    /** Every run of {@code clipping} solves at once, no other ever does. */
    private static List<StoredResult> favour(SyntheticRun run, String clipping) {
        return run.results().stream()
                .map(r -> r.trial().clipping().name().equals(clipping)
                        ? with(r, new Outcome.Solved(20, 1_200, 0.001))
                        : with(r, new Outcome.Diverged(Outcome.Cause.WEIGHTS_NOT_FINITE, 3)))
                .toList();
    }

    private static StoredResult with(StoredResult stored, Outcome outcome) {
        TrialResult result = new TrialResult(
                outcome,
                0,
                0.17,
                List.of(),
                new Costs(20, 1_200, 0, 0, 0),
                List.of(),
                10,
                stored.id().value().repeat(4),
                List.of());
        return new StoredResult(stored.id(), stored.trial(), stored.code(), result, stored.circumstances());
    }

    private static StoredResult attempting(StoredResult r, int attempts, Outcome outcome) {
        TrialResult result = Altered.of(r.result(), Map.of("attempts", attempts, "outcome", outcome));
        return Altered.of(r, Map.of("result", result));
    }

    private static StoredResult threshold(StoredResult r, double threshold) {
        Choice clipping = new Choice(r.trial().clipping().name(), Settings.NONE.with("threshold", threshold));
        return Altered.of(r, Map.of("trial", Altered.of(r.trial(), Map.of("clipping", clipping))));
    }

    private static ReportDocument document(SyntheticRun run, List<StoredResult> results) {
        return Report.of(run.manifest(), results, Optional.empty()).document();
    }
}

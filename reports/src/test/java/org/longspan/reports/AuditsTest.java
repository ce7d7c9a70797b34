package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.json.ReportDocument;
import org.longspan.reports.json.ReportDocument.ComparisonRow;

/** What a report says of tuning, and what it refuses to say. */
class AuditsTest {

    @Test
    void quickAndSmokeMakeNoClaimHoweverManySeedsTheyHave() {
        for (String tier : List.of("smoke", "quick")) {
            ReportDocument document = document(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, tier, 2, 8));
            assertThat(document.identity().claims()).isFalse();
            assertThat(document.identity().claimsRefused()).contains("makes no claim");
            assertThat(document.comparisons())
                    .extracting(ComparisonRow::verdict)
                    .containsOnly("no claim");
            assertThat(document.comparisons()).extracting(ComparisonRow::p).containsOnlyNulls();
        }
    }

    @Test
    void underSixSeedsTheSmallestPIsNamedAndNothingIsClaimed() {
        ReportDocument document = document(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "standard", 2, 5));
        assertThat(document.identity().claimsRefused()).contains("the smallest p is 2/2^5 = 0.0625");
        assertThat(document.comparisons()).extracting(ComparisonRow::verdict).containsOnly("no claim");
    }

    @Test
    void withSixSeedsAClippingThatAlwaysHelpsIsBetter() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "standard", 1, 6);
        ReportDocument document = document(run, favour(run, "value"));
        assertThat(document.identity().claims()).isTrue();
        assertThat(document.comparisons()).hasSize(12).allSatisfy(c -> {
            assertThat(c.p()).isEqualTo(0.03125);
            assertThat(c.probabilityBetter()).isEqualTo(1);
            assertThat(c.verdict()).isEqualTo("better");
        });
        assertThat(document.caveats()).extracting(Caveat::kind).doesNotContain("under-tuned");
    }

    @Test
    void anArmWorseThanItsOwnSpecialCaseIsUnderTunedOnlyWhenThatIsSignificant() {
        SyntheticRun sixSeeds = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "standard", 1, 6);
        List<Caveat> significant = document(sixSeeds, favour(sixSeeds, "none")).caveats().stream()
                .filter(c -> c.kind().equals("under-tuned"))
                .toList();
        assertThat(significant).hasSize(12);
        assertThat(significant.get(0).where()).contains("sgd × value");
        assertThat(significant.get(0).text()).contains("sgd × none").contains("under-tuned, not worse");

        SyntheticRun fiveSeeds = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "standard", 1, 5);
        assertThat(document(fiveSeeds, favour(fiveSeeds, "none")).caveats())
                .extracting(Caveat::kind)
                .doesNotContain("under-tuned");
    }

    @Test
    void aWinnerNearTheEndOfItsRangeIsNamedWithItsRange() {
        List<Caveat> edges = document(SyntheticRun.quick()).caveats().stream()
                .filter(c -> c.kind().equals("edge"))
                .toList();
        assertThat(edges).isNotEmpty().allSatisfy(c -> {
            assertThat(c.text()).startsWith("threshold = ").contains("end of its range 0.0100 to 100");
            double value = Double.parseDouble(c.text().split(" ")[2]);
            assertThat(Math.abs(Math.log10(value))).isGreaterThan(1.6 - 0.01);
        });
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
        Trial other = new Trial(
                t.task(),
                t.model(),
                t.optimizer(),
                t.schedule(),
                t.clipping(),
                new Budget(20, 50, 3_000),
                t.evaluation(),
                t.divergence(),
                t.seed(),
                t.repetition());
        results.set(0, new StoredResult(old.id(), other, old.code(), old.result(), old.circumstances()));
        ReportDocument document = document(run, results);
        assertThat(document.trials()).hasSize(results.size() - 1);
        assertThat(document.caveats())
                .extracting(Caveat::text)
                .anyMatch(text -> text.startsWith("1 stored result belongs"));
    }

    /** Every run of {@code clipping} solves at once, no other ever does. */
    private static List<StoredResult> favour(SyntheticRun run, String clipping) {
        return run.results().stream()
                .map(r -> r.trial().clipping().name().equals(clipping)
                        ? with(r, new Outcome.Solved(20, 1_200, 0.001))
                        : with(r, new Outcome.Diverged(Outcome.Cause.LOSS_NOT_FINITE, 3)))
                .toList();
    }

    private static StoredResult with(StoredResult stored, Outcome outcome) {
        TrialResult result =
                new TrialResult(outcome, List.of(), new Costs(20, 1_200, 0, 0, 0), List.of(), 10, "aa".repeat(32));
        return new StoredResult(stored.id(), stored.trial(), stored.code(), result, stored.circumstances());
    }

    private static ReportDocument document(SyntheticRun run) {
        return document(run, run.results());
    }

    private static ReportDocument document(SyntheticRun run, List<StoredResult> results) {
        return Report.of(run.manifest(), results, Optional.empty()).document();
    }
}

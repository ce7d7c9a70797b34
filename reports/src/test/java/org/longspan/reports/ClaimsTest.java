package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Sample;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.json.ReportDocument.ComparisonRow;

/** A run that may claim nothing says so wherever it sets arms side by side, however many seeds it has. */
class ClaimsTest {

    private static final String OWN = "No claim: a tier of your own makes none.";

    @Test
    void aPlansOwnNumbersNeverMakeAClaim() {
        Report report = report("own", 8);
        assertThat(report.document().identity().claims()).isFalse();
        assertThat(report.document().comparisons())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.p()).isNull())
                .extracting(ComparisonRow::verdict)
                .containsOnly("no claim");
        assertThat(report.document().caveats())
                .noneMatch(caveat -> caveat.kind().equals("under-tuned"));
    }

    @Test
    void everyCaptionThatSetsArmsSideBySideSaysSo() {
        String html = report("own", 8).html();
        for (String figure : new String[] {"reach", "length", "heat-adding-sum", "heat-copy-memory-5-bit"}) {
            assertThat(html)
                    .containsPattern(Pattern.compile(
                            "id=\"" + figure + "-caption\">[^\n]*" + Pattern.quote(OWN) + "</figcaption>"));
        }
        assertThat(html).containsPattern("class=\"subline\">[^\n]*" + Pattern.quote(OWN));
    }

    @Test
    void tooFewSeedsSaySoToo() {
        assertThat(report("standard", 3).html()).contains("No claim: 3 seeds cannot carry one.");
    }

    @Test
    void aSampleMakesNoClaimHoweverManySeedsItsPlanHas() {
        SyntheticRun run =
                SyntheticRun.of(Fate.PLAUSIBLE, 2, 3, "standard", 2, 8).with("sample", Optional.of(new Sample(9, 0)));
        Report report = Report.of(run.manifest(), run.results(), Optional.empty());
        assertThat(report.document().identity().claims()).isFalse();
        assertThat(report.document().identity().claimsRefused())
                .startsWith("A sample makes no claim: this run has 9 trials of the plan's stage settings, drawn");
        assertThat(report.html())
                .contains("No claim: a sample makes none.", "9 trials of the stage settings, with 2 settings an arm")
                .doesNotContain("tuned for", "Settings were chosen", "fresh seeds.");
    }

    @Test
    void aRunThatMayClaimSaysNothingOfIt() {
        Report report = report("standard", 8);
        assertThat(report.document().identity().claims()).isTrue();
        assertThat(report.html()).doesNotContain("No claim");
    }

    private static Report report(String tier, int seeds) {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 2, 3, tier, 2, seeds);
        return Report.of(run.manifest(), run.results(), Optional.empty());
    }
}

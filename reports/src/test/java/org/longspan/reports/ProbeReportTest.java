package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.phenomena.SyntheticCliffs;
import org.openqa.selenium.By;

/** The page of one training run that probes looked at, in a browser. */
class ProbeReportTest extends OpenedPage {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
    private static final String COMMAND = "./longspan probe lstm adding --optimizer '{name: sgd}'";

    private final ProbeReport report = report();

    private static ProbeReport report() {
        StoredResult result = RUN.results().stream()
                .filter(one -> !SyntheticCliffs.records(List.of(one)).isEmpty())
                .findFirst()
                .orElseThrow();
        List<ProbeLook> looks = SyntheticCliffs.records(List.of(result)).stream()
                .map(ProbeRecord::look)
                .toList();
        return ProbeReport.of(RUN.manifest(), result, looks, SyntheticCliffs.ofOneUnit());
    }

    @BeforeEach
    void openIt() {
        open(report.html(COMMAND, "clipping=none"));
    }

    @Test
    void opensWithoutANetworkAndWithoutAnError() {
        unfold();
        requireStandsAlone("probe");
        assertThat(browser.findElement(By.id("filter")).isDisplayed())
                .as("a filter of one run")
                .isFalse();
        assertThat(texts("pre")).contains(COMMAND);
    }

    @Test
    void theCliffOfOneUnitComesFirstAndEachAnswerLeadsToItsFigure() {
        assertThat(text("return document.querySelector('figure').closest('header') !== null"))
                .isEqualTo("true");
        List<String> shown = texts("ul.answers a");
        assertThat(shown)
                .hasSameSizeAs(texts("ul.answers li"))
                .hasSizeGreaterThan(2)
                .allMatch(a -> a.startsWith("Figure "));
        assertThat(text("return [...document.querySelectorAll('ul.answers a')]"
                        + ".every(a => document.querySelector(a.getAttribute('href')).matches('figure'))"))
                .isEqualTo("true");
    }

    @Test
    void whatIsSaidHasTheNumbersThatProbesFound() {
        assertThat(report.findings())
                .hasSizeLessThanOrEqualTo(8)
                .element(0)
                .asString()
                .contains("T = ");
        assertThat(String.join("\n", report.findings()))
                .contains(
                        "‖g‖ = 400",
                        "9.1 after one without clipping",
                        "A step back multiplies the signal of the loss by ");
        assertThat(texts(".headline")).singleElement().asString().contains("400 times as long as the median before it");
    }

    @Test
    void hasNoAccessibilityViolationInLightAndInDark() {
        unfold();
        requireNoViolation();
    }

    @Test
    void nothingButFiguresAndTablesIsWiderThanAPhone() {
        unfold();
        requireFitsAPhone();
    }
}

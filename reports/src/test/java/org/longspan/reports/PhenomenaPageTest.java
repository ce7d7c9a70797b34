package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.phenomena.SyntheticCliffs;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;

/** The section of phenomena in a browser. */
class PhenomenaPageTest extends OpenedPage {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "quick", 1, 1);

    @BeforeEach
    void openLooked() {
        open(Report.of(RUN.manifest(), RUN.results(), Optional.empty())
                .withLooks(SyntheticCliffs.records(RUN.results()), SyntheticCliffs.ofOneUnit()));
        unfold();
    }

    @Test
    void opensWithoutAWordOnTheConsole() {
        assertThat(browser.findElements(By.cssSelector("#phenomena figure svg")))
                .hasSizeGreaterThan(7);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void hasNoAccessibilityViolationInLightAndInDark() {
        scheme("light");
        assertThat(new AxeBuilder()
                        .include(List.of("#phenomena"))
                        .analyze(browser)
                        .getViolations())
                .isEmpty();
        scheme("dark");
        List<Rule> dark = new AxeBuilder()
                .include(List.of("#phenomena"))
                .withRules(List.of("color-contrast"))
                .analyze(browser)
                .getViolations();
        assertThat(dark).isEmpty();
    }

    @Test
    void itsFiguresFitATelephone() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        try {
            settle();
            assertThat(text("return [...document.querySelectorAll('#phenomena figure svg')]"
                            + ".filter(svg => svg.getBoundingClientRect().width > 380).length"))
                    .isEqualTo("0");
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void theFilterHidesTheRunsOfADeselectedClipping() {
        browser.executeScript("[...document.querySelectorAll('#filter fieldset')]"
                + ".find(set => set.querySelector('legend').textContent.startsWith('Clipping'))"
                + ".querySelectorAll('input')[1].click()");
        assertThat(text("const its = [...document.querySelectorAll('#phenomena [data-c=\"1\"]')];"
                        + "return its.length > 0 && its.every(mark => getComputedStyle(mark).display === 'none')"))
                .isEqualTo("true");
    }
}

package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.reports.SyntheticRun.Fate;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** How the page looks in a browser: at any width, on paper, in any theme, with and without its script. */
class ReportPageTest extends OpenedPage {

    private static final String GROUND = "return getComputedStyle(document.body).backgroundColor";

    /** Inner size of a sheet of A4, in pixels: its margins are 10 and 12 mm. */
    private static final int A4_WIDTH = 718;

    private static final int A4_HEIGHT = 1_032;

    /** Trap 12: it opens with the network off, with 40 arms, and with nothing solved. */
    @Test
    void opensWithTheNetworkOffWhateverTheRunCameTo() {
        for (Fate fate : Fate.values()) {
            open(SyntheticRun.of(fate, 8, 5, "quick", 1, 1));
            assertThat(browser.getTitle()).isEqualTo("Longspan: quick");
            unfold();
            assertThat(browser.findElements(By.cssSelector("#arms figure svg"))).hasSize(2);
            assertThat(text("return document.getElementById('trial-table').getAttribute('aria-rowcount')"))
                    .isEqualTo("" + (1 + 8 * 5 * 12));
            requireStandsAlone(fate);
        }
    }

    @Test
    void hasNoAccessibilityViolationInLightAndInDarkWithAllFoldsOpen() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "standard", 1, 1));
        unfold();
        browser.executeScript("document.querySelectorAll('main table:not(#trial-table) tbody tr:nth-child(n+8)')"
                + ".forEach(row => row.remove())");
        requireNoViolation();
    }

    @Test
    void darkAndLightDifferAndTheSwitchOverridesTheSystem() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "smoke", 1, 1));
        scheme("light");
        String light = text(GROUND);
        scheme("dark");
        String dark = text(GROUND);
        assertThat(dark).isNotEqualTo(light);

        browser.findElement(By.id("theme")).sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.id("theme")).getText()).isEqualTo("Theme: light");
        assertThat(text(GROUND)).isEqualTo(light);
    }

    @Test
    void nothingButFiguresAndTablesIsWiderThanAPhone() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 6, "quick", 1, 1));
        unfold();
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        try {
            settle();
            assertThat(
                            text(
                                    "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, .table, nav')"
                                            + " && e.getBoundingClientRect().right > 391).map(e => e.outerHTML.slice(0, 80)).join()"))
                    .isEmpty();
            assertThat(text("return document.documentElement.scrollWidth")).isEqualTo("390");
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void whatIsDownloadedAsCsvHoldsTheNamesAsTheyAre() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
        String name = "<!--<script>&lt;";
        open(run.renamed(name), run.resultsOf(name));
        unfold();

        assertThat(browser.findElements(By.id("methods")))
                .as("the rest of the page")
                .hasSize(1);
        saved("#arms [data-save=csv]");
        settle();
        assertThat(text("return window.saved")).contains("," + name + ",").doesNotContain("&amp;");
    }

    /** A viewer that is no browser knows neither the page's variables nor its dark colours. */
    @Test
    void whatIsDownloadedAsSvgHasItsColoursInItAndStaysLight() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "smoke", 1, 1));
        unfold();
        scheme("dark");
        saved("#arms [data-save=svg]");
        assertThat(text("return window.saved"))
                .contains("<style>", "fill=\"#ffffff\"", "#1b2126")
                .doesNotContain("var(", "light-dark(", "undefined", "@media");
        scheme("light");
    }

    @Test
    void onPaperEveryFigureIsLegibleAndWithinASheet() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 24, 16, "quick", 1, 1));
        browser.executeScript("window.dispatchEvent(new Event('beforeprint'))");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", A4_WIDTH, "height", A4_HEIGHT, "deviceScaleFactor", 1, "mobile", true));
        try {
            settle();
            assertThat(text("return document.documentElement.scrollWidth")).isEqualTo("" + A4_WIDTH);
            String drawn = "const drawn = [...document.querySelectorAll('figure svg')].filter(s => s.clientWidth > 0);";
            assertThat(text(drawn + "return drawn.filter(s => s.clientHeight > " + A4_HEIGHT
                            + " || s.clientWidth < .55 * s.viewBox.baseVal.width).map(s => s.outerHTML.slice(0, 200))"
                            + ".join()"))
                    .isEmpty();
            assertThat(text(drawn + "return drawn.length > document.querySelectorAll('figure').length"))
                    .as("a figure goes on on the next sheet")
                    .isEqualTo("true");
            browser.executeScript("window.dispatchEvent(new Event('afterprint'))");
            assertThat(browser.findElements(By.cssSelector("svg.sheet"))).isEmpty();
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void readsWithoutAScript() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            open(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 1, 2));
            assertThat(browser.findElement(By.cssSelector("ul.answers")).isDisplayed())
                    .isTrue();
            assertThat(browser.findElement(By.id("theme")).isDisplayed()).isFalse();
            WebElement folded =
                    browser.findElements(By.cssSelector("#arms details.fold")).get(0);
            assertThat(folded.findElement(By.tagName("svg")).isDisplayed()).isFalse();
            folded.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
            assertThat(folded.findElement(By.tagName("svg")).isDisplayed()).isTrue();
            assertThat(browser.findElements(By.cssSelector("#arm-table tbody tr")))
                    .hasSize(2 * 2 * 12);
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }
}

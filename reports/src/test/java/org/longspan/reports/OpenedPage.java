package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** Opens pages in a browser of its own, whose network is off, for the tests of a class; classes run at once. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OpenedPage {

    @TempDir
    Path folder;

    ChromeDriver browser;

    @BeforeAll
    void startBrowser() {
        assumeTrue(
                Chromium.lack().isEmpty(),
                "the page is not tested in a browser: " + Chromium.lack().orElse(""));
        browser = Chromium.start();
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    void open(SyntheticRun run) {
        open(run.manifest(), run.results());
    }

    void open(Manifest manifest, List<StoredResult> results) {
        open(Report.of(manifest, results, Optional.empty()));
    }

    void open(Report report) {
        open(report.html());
    }

    void open(String html) {
        try {
            Path page = Files.createTempFile(folder, "report", ".html");
            Files.writeString(page, html);
            browser.get(page.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens every fold, and those within; the events of the last come after the script. */
    void unfold() {
        for (int depth = 0; depth < 2; depth++) {
            browser.executeScript("document.querySelectorAll('main details').forEach(d => d.open = true)");
            settle();
        }
    }

    /** Waits until the page has done what an event has begun. */
    void settle() {
        browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 50)");
    }

    /** Clicks on a mark, whether or not another lies over it. */
    void press(String mark) {
        browser.executeScript(
                "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true}))", mark);
    }

    /** Puts into {@code window.saved} what a button downloads. */
    void saved(String button) {
        browser.executeScript(
                "const Real = Blob; window.Blob = class extends Real { constructor(parts, options) {"
                        + " super(parts, options); if (options) window.saved = parts[0]; } };"
                        + "URL.createObjectURL = () => '#'; document.querySelector(arguments[0]).click();",
                button);
    }

    void scheme(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    String text(String script) {
        return String.valueOf(browser.executeScript(script));
    }

    List<String> texts(String selector) {
        List<?> texts = (List<?>) browser.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(c => c.textContent)", selector);
        return texts.stream().map(Object::toString).toList();
    }

    List<Double> numbers(int column) {
        return texts("#trial-table tbody td:nth-child(" + column + ")").stream()
                .map(t -> Double.valueOf(t.replace(",", "")))
                .toList();
    }

    /** Finds no word on the console, nothing loaded besides the page, and no address of two places. */
    void requireStandsAlone(Object page) {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .as("console, %s", page)
                .isEmpty();
        assertThat(text("return performance.getEntriesByType('resource').length"))
                .isEqualTo("0");
        assertThat(text("return [...document.querySelectorAll('[id]')].map(e => e.id)"
                        + ".filter((id, i, all) => all.indexOf(id) < i).join()"))
                .as("addresses of two places")
                .isEmpty();
    }

    /** Finds nothing that axe-core knows against the page in light, and no colour in dark. */
    void requireNoViolation() {
        scheme("light");
        assertThat(new AxeBuilder().analyze(browser).getViolations())
                .as("axe-core")
                .isEmpty();
        scheme("dark");
        List<Rule> dark = new AxeBuilder()
                .withRules(List.of("color-contrast"))
                .analyze(browser)
                .getViolations();
        assertThat(dark).as("axe-core, colours in dark").isEmpty();
    }

    /** Finds the page no wider than a phone. */
    void requireFitsAPhone() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        try {
            settle();
            assertThat(text("return document.documentElement.scrollWidth")).isEqualTo("390");
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }
}

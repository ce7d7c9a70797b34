package org.longspan.reports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.openqa.selenium.chrome.ChromeDriver;

/** Opens pages in a browser whose network is off, for the tests of a class. */
abstract class OpenedPage {

    @TempDir
    static Path folder;

    static ChromeDriver browser;

    @BeforeAll
    static void startBrowser() {
        assumeTrue(
                Chromium.lack().isEmpty(),
                "the page is not tested in a browser: " + Chromium.lack().orElse(""));
        browser = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    static void open(SyntheticRun run) {
        open(run.manifest(), run.results());
    }

    static void open(Manifest manifest, List<StoredResult> results) {
        try {
            Path page = Files.createTempFile(folder, "report", ".html");
            Files.writeString(
                    page, Report.of(manifest, results, Optional.empty()).html());
            browser.get(page.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens every fold, and those within; the events of the last come after the script. */
    static void unfold() {
        for (int depth = 0; depth < 2; depth++) {
            browser.executeScript("document.querySelectorAll('main details').forEach(d => d.open = true)");
            settle();
        }
    }

    /** Waits until the page has done what an event has begun. */
    static void settle() {
        browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 50)");
    }

    /** Clicks on a mark, whether or not another lies over it. */
    static void press(String mark) {
        browser.executeScript(
                "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true}))", mark);
    }

    /** Puts into {@code window.saved} what a button downloads. */
    static void saved(String button) {
        browser.executeScript(
                "const Real = Blob; window.Blob = class extends Real { constructor(parts, options) {"
                        + " super(parts, options); if (options) window.saved = parts[0]; } };"
                        + "URL.createObjectURL = () => '#'; document.querySelector(arguments[0]).click();",
                button);
    }

    static void scheme(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    static String text(String script) {
        return String.valueOf(browser.executeScript(script));
    }

    static List<String> texts(String selector) {
        List<?> texts = (List<?>) browser.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(c => c.textContent)", selector);
        return texts.stream().map(Object::toString).toList();
    }

    static List<Double> numbers(int column) {
        return texts("#trial-table tbody td:nth-child(" + column + ")").stream()
                .map(t -> Double.valueOf(t.replace(",", "")))
                .toList();
    }
}

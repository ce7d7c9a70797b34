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
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a browser whose network is off. */
class ReportPageTest {

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void startBrowser() {
        assumeTrue(
                Files.isExecutable(DRIVER) && Files.isExecutable(BROWSER),
                "the page is not tested in a browser: no " + BROWSER + " and " + DRIVER
                        + " (apt-get install chromium chromium-driver)");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1440,1000");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        browser = new ChromeDriver(service, options);
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    /** Trap 12: it opens with the network off, with 40 arms, and with nothing solved. */
    @Test
    void opensWithTheNetworkOffWhateverTheRunCameTo() {
        for (Fate fate : Fate.values()) {
            open(SyntheticRun.of(fate, 8, 5, "quick", 1, 1));
            assertThat(browser.getTitle()).isEqualTo("Longspan: quick");
            assertThat(browser.findElements(By.cssSelector("#heat figure svg"))).hasSize(2);
            assertThat(text("return document.querySelectorAll('#trial-table tbody tr').length"))
                    .isEqualTo("" + 8 * 5 * 12);
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .as("console, %s", fate)
                    .isEmpty();
            assertThat(text("return performance.getEntriesByType('resource').length"))
                    .isEqualTo("0");
        }
    }

    @Test
    void hasNoAccessibilityViolationInLightAndInDark() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "standard", 1, 1));
        unfold();
        browser.executeScript("document.querySelectorAll('tbody tr:nth-child(n+8)').forEach(row => row.remove())");
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

    @Test
    void darkAndLightDiffer() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "smoke", 1, 1));
        scheme("light");
        String light = text("return getComputedStyle(document.body).backgroundColor");
        scheme("dark");
        assertThat(text("return getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(light);
    }

    @Test
    void nothingButFiguresAndTablesIsWiderThanAPhone() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 6, "quick", 1, 1));
        unfold();
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        try {
            assertThat(text("return document.documentElement.scrollWidth")).isEqualTo("390");
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void aFolderWhoseNameIsNotUtf8StaysDirAndTheRestWorks() throws Exception {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "smoke", 1, 1));
        String page = browser.getCurrentUrl();
        ProcessBuilder link = new ProcessBuilder("sh", "-c", "ln -sfn . \"$(printf 'caf\\351')\"");
        assertThat(link.directory(folder.toFile()).start().waitFor()).isZero();

        browser.get(page.replaceFirst("/([^/]*)$", "/caf%E9/$1"));

        assertThat(texts("#trial-table code.replay").get(0)).startsWith("./longspan replay DIR ");
        assertThat(browser.findElements(By.cssSelector("#trial-table th button")))
                .isNotEmpty();
    }

    @Test
    void theTableSortsByKeyboardAndSaysSo() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 1, 2));
        WebElement head = browser.findElement(By.cssSelector("#trial-table th:nth-child(13)"));
        WebElement button = head.findElement(By.tagName("button"));
        button.sendKeys(Keys.ENTER);
        assertThat(head.getDomAttribute("aria-sort")).isEqualTo("ascending");
        List<Double> costs = numbers(13);
        assertThat(costs).isSorted().hasSize(2 * 2 * 12 * 2);
        button.sendKeys(Keys.SPACE);
        assertThat(head.getDomAttribute("aria-sort")).isEqualTo("descending");
        assertThat(numbers(13))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .containsExactlyInAnyOrderElementsOf(costs);
    }

    @Test
    void rowsWithoutAValueComeLastWhicheverWayTheTableIsSorted() {
        open(SyntheticRun.of(Fate.EVERYTHING_DIVERGED, 2, 2, "quick", 1, 2));
        browser.executeScript("document.querySelectorAll('#trial-table tbody tr').forEach((row, i) => {"
                + "row.cells[14].textContent = i % 3 ? '–' : i; })");
        WebElement button = browser.findElement(By.cssSelector("#trial-table th:nth-child(15) button"));
        for (boolean down : new boolean[] {false, true}) {
            button.sendKeys(Keys.ENTER);
            List<String> losses = texts("#trial-table tbody td:nth-child(15)");
            assertThat(losses).hasSize(2 * 2 * 12 * 2).endsWith("–");
            assertThat(losses.get(0)).as("down: %s", down).isEqualTo(down ? "93" : "0");
        }
    }

    @Test
    void theCommandOfATrialNamesTheFolderThatThePageLiesIn() throws IOException {
        Path moved = Files.createDirectory(folder.resolve("it's moved"));
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
        Report.of(run.manifest(), run.results(), Optional.empty()).writeTo(moved, Files::write);
        browser.get(moved.resolve("report.html").toUri().toString());

        String quoted = "'" + moved.toString().replace("'", "'\\''") + "'";
        assertThat(texts("#trial-table code.replay").get(0))
                .matches("\\./longspan replay \\Q" + quoted + "\\E [0-9a-f]{16}");
    }

    @Test
    void whatIsDownloadedAsCsvHoldsTheNamesAsTheyAre() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
        String name = "<!--<script>&lt;";
        open(run.renamed(name), run.resultsOf(name));

        assertThat(browser.findElements(By.id("methods")))
                .as("the rest of the page")
                .hasSize(1);
        browser.executeScript("window.Blob = class { constructor(parts) { window.saved = parts[0]; } };"
                + "URL.createObjectURL = () => '#';");
        browser.findElement(By.cssSelector("#heat [data-save=csv]")).sendKeys(Keys.ENTER);
        assertThat(text("return window.saved")).contains("," + name + ",").doesNotContain("&amp;");
    }

    @Test
    void theTableFiltersByWordsAndOutcome() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 2, "quick", 1, 2));
        browser.findElement(By.id("filter-text")).sendKeys("lstm adam adding");
        assertThat(browser.findElement(By.id("filter-shown")).getText()).isEqualTo("12 of 240 trials");
        browser.findElement(By.id("filter-outcome")).sendKeys("solved");
        List<?> outcomes = (List<?>)
                browser.executeScript(
                        "return [...document.querySelectorAll('#trial-table tbody tr:not([hidden])')].map(r => r.dataset.outcome)");
        assertThat(outcomes).isNotEmpty().allSatisfy(o -> assertThat(o).isEqualTo("solved"));
    }

    @Test
    void readsWithoutAScript() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            open(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 1, 2));
            assertThat(browser.findElement(By.cssSelector("#reach svg")).isDisplayed())
                    .isTrue();
            assertThat(browser.findElement(By.id("filter-text")).isDisplayed()).isFalse();
            WebElement folded = browser.findElements(By.cssSelector("#curves .panels > details"))
                    .get(1);
            assertThat(folded.findElement(By.tagName("svg")).isDisplayed()).isFalse();
            folded.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
            assertThat(folded.findElement(By.tagName("svg")).isDisplayed()).isTrue();
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private static void open(SyntheticRun run) {
        open(run.manifest(), run.results());
    }

    private static void open(Manifest manifest, List<StoredResult> results) {
        try {
            Path page = Files.createTempFile(folder, "report", ".html");
            Files.writeString(
                    page, Report.of(manifest, results, Optional.empty()).html());
            browser.get(page.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unfold() {
        browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    private static void scheme(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private static String text(String script) {
        return String.valueOf(browser.executeScript(script));
    }

    private static List<String> texts(String selector) {
        List<?> texts = (List<?>) browser.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map(c => c.textContent)", selector);
        return texts.stream().map(Object::toString).toList();
    }

    private static List<Double> numbers(int column) {
        return texts("#trial-table tbody td:nth-child(" + column + ")").stream()
                .map(t -> Double.valueOf(t.replace(",", "")))
                .toList();
    }
}

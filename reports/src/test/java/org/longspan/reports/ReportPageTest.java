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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.SyntheticRun.Fate;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The page in a browser whose network is off. */
class ReportPageTest {

    private static final String GROUND = "return getComputedStyle(document.body).backgroundColor";
    private static final int COST = 4; // column of the table of trials

    /** Inner size of a sheet of A4, in pixels: its margins are 10 and 12 mm. */
    private static final int A4_WIDTH = 718;

    private static final int A4_HEIGHT = 1_032;

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

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

    /** Trap 12: it opens with the network off, with 40 arms, and with nothing solved. */
    @Test
    void opensWithTheNetworkOffWhateverTheRunCameTo() {
        for (Fate fate : Fate.values()) {
            open(SyntheticRun.of(fate, 8, 5, "quick", 1, 1));
            assertThat(browser.getTitle()).isEqualTo("Longspan: quick");
            unfold();
            assertThat(browser.findElements(By.cssSelector("#arms figure svg"))).hasSize(2);
            assertThat(text("return [...document.querySelectorAll('[id]')].map(e => e.id)"
                            + ".filter((id, i, all) => all.indexOf(id) < i).join()"))
                    .as("addresses of two places")
                    .isEmpty();
            assertThat(text("return document.getElementById('trial-table').getAttribute('aria-rowcount')"))
                    .isEqualTo("" + (1 + 8 * 5 * 12));
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .as("console, %s", fate)
                    .isEmpty();
            assertThat(text("return performance.getEntriesByType('resource').length"))
                    .isEqualTo("0");
        }
    }

    @Test
    void hasNoAccessibilityViolationInLightAndInDarkWithAllFoldsOpen() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "standard", 1, 1));
        unfold();
        browser.executeScript("document.querySelectorAll('main table:not(#trial-table) tbody tr:nth-child(n+8)')"
                + ".forEach(row => row.remove())");
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
        WebElement head = browser.findElement(By.cssSelector("#trial-table th:nth-child(" + COST + ")"));
        WebElement button = head.findElement(By.tagName("button"));
        button.sendKeys(Keys.ENTER);
        assertThat(head.getDomAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(numbers(COST)).isSorted().hasSizeGreaterThan(10);
        button.sendKeys(Keys.SPACE);
        assertThat(head.getDomAttribute("aria-sort")).isEqualTo("descending");
        assertThat(numbers(COST))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .hasSizeGreaterThan(10);
    }

    @Test
    void rowsWithoutAValueComeLastWhicheverWayATableIsSorted() {
        open(SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "quick", 1, 2));
        unfold();
        browser.executeScript("document.querySelectorAll('#arm-table tbody tr').forEach((row, i) => {"
                + "row.cells[5].textContent = i % 3 ? '–' : i; })");
        WebElement button = browser.findElement(By.cssSelector("#arm-table th:nth-child(6) button"));
        for (boolean down : new boolean[] {false, true}) {
            browser.executeScript("arguments[0].click()", button);
            List<String> scores = texts("#arm-table tbody td:nth-child(6)");
            assertThat(scores).hasSize(2 * 2 * 12).endsWith("–");
            assertThat(scores.get(0)).as("down: %s", down).isEqualTo(down ? "45" : "0");
        }
    }

    @Test
    void rowsOfTrialsAreDrawnAsTheyComeIntoView() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 8, 5, "quick", 1, 2));
        assertThat(texts("#trial-table code.replay")).hasSizeLessThan(80);
        List<String> first = texts("#trial-table tbody tr td:nth-child(15)");

        browser.executeScript("const view = document.getElementById('trials-view');"
                + "view.scrollTop = view.scrollHeight; view.dispatchEvent(new Event('scroll'));");
        settle();

        List<String> last = texts("#trial-table tbody tr td:nth-child(15)");
        assertThat(last).hasSizeBetween(10, 80).doesNotContainAnyElementsOf(first);
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
    void eachColumnFiltersByWordsOrABoundAndOneFilterHidesEverywhere() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 2, "quick", 1, 2));
        browser.findElement(By.cssSelector("#trial-table th:nth-child(1) input"))
                .sendKeys("adam");
        assertThat(browser.findElement(By.id("trials-shown")).getText()).isEqualTo("48 of 240 trials");
        browser.findElement(By.cssSelector("#trial-table th:nth-child(3) input"))
                .sendKeys("solved");
        assertThat(texts("#trial-table tbody td:nth-child(3)"))
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome).isEqualTo("solved"));
        browser.findElement(By.cssSelector("#trial-table th:nth-child(" + COST + ") input"))
                .sendKeys("<0");
        assertThat(browser.findElement(By.id("trials-shown")).getText()).isEqualTo("0 of 240 trials");
    }

    @Test
    void theFilterHidesWhatBelongsToADeselectedNameInFiguresAndTables() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 2, "quick", 1, 2));
        unfold();
        browser.executeScript("document.querySelector('#filter input[type=checkbox]').click()");
        assertThat(browser.findElement(By.id("trials-shown")).getText()).isEqualTo("192 of 240 trials");
        assertThat(text("return [...document.querySelectorAll('main [data-o=\"0\"]')]"
                        + ".every(marked => getComputedStyle(marked).display === 'none')"))
                .isEqualTo("true");
        assertThat(text("return document.querySelectorAll('#arm-table tbody tr[data-o=\"0\"]').length"))
                .isEqualTo("24");
    }

    @Test
    void aCellOfAMatrixLeadsToTheCurvesOfItsArmAndALineToItsTrials() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 12, "quick", 1, 2));
        press("#score-matrix [data-o='3'][data-c='11']");
        settle();
        assertThat(text("return location.hash")).startsWith("#curves-");
        assertThat(browser.findElements(By.cssSelector("#curves figure[id^=curves-] .run[data-o]")).stream()
                        .filter(WebElement::isDisplayed)
                        .map(line -> line.getDomAttribute("data-o") + "," + line.getDomAttribute("data-c")))
                .as("lines, of a clipping that is not among the first six")
                .isNotEmpty()
                .containsOnly("3,11");

        press("#curves .run[data-o='3'][data-c='11']");
        settle();
        assertThat(text("return location.hash")).isEqualTo("#trials");
        assertThat(texts("#trial-table tbody td:nth-child(2)")).isNotEmpty().containsOnly("clipping-11");
        browser.findElement(By.xpath("//nav//button[.='Show everything']")).click();
        assertThat(browser.findElement(By.id("filter-said")).getText()).isEmpty();
    }

    @Test
    void aKeyboardGoesFromARowOfTheTableOfArmsToItsCurves() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 2, "quick", 1, 2));
        unfold();
        browser.findElement(By.cssSelector("#arm-table tbody tr:nth-child(30) th button"))
                .sendKeys(Keys.ENTER);
        settle();
        assertThat(text("return location.hash")).startsWith("#curves-");
    }

    @Test
    void aDeselectedClippingStaysHiddenWhereAllLinesAreShown() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 12, "quick", 1, 2));
        browser.executeScript("document.querySelectorAll('#curves .show-more').forEach(button => button.click());"
                + "document.querySelectorAll('#filter fieldset')[1].querySelectorAll('input')[11].click()");
        assertThat(text("return [...document.querySelectorAll('main [data-c=\"11\"]')]"
                        + ".every(marked => getComputedStyle(marked).display === 'none')"))
                .isEqualTo("true");
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
    void aRowOfTheTableOfArmsLeadsToItsTrialsAndATrialHasAnAddress() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 2, "quick", 1, 2));
        unfold();
        browser.executeScript("document.querySelector('#arm-table tbody tr:nth-child(30) th').click()");
        String shown = browser.findElement(By.id("trials-shown")).getText();
        assertThat(shown).isEqualTo("2 of 240 trials");
        String id = texts("#trial-table tbody a").get(1);

        browser.get(browser.getCurrentUrl().replaceFirst("#.*|$", "#trial-" + id));
        settle();

        assertThat(texts("#trial-table tr.marked a")).containsExactly(id);
    }

    @Test
    void anAddressOpensTheFoldThatHoldsIt() {
        open(SyntheticRun.of(Fate.PLAUSIBLE, 5, 2, "quick", 1, 2));
        assertThat(browser.findElements(By.id("arm-table"))).isEmpty();
        browser.executeScript("location.hash = '#arm-table'");
        settle();
        assertThat(browser.findElement(By.id("arm-table")).isDisplayed()).isTrue();
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

    /** Opens every fold, and those within; the events of the last come after the script. */
    private static void unfold() {
        for (int depth = 0; depth < 2; depth++) {
            browser.executeScript("document.querySelectorAll('main details').forEach(d => d.open = true)");
            settle();
        }
    }

    /** Waits until the page has done what an event has begun. */
    private static void settle() {
        browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 50)");
    }

    /** Clicks on a mark, whether or not another lies over it. */
    private static void press(String mark) {
        browser.executeScript(
                "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true}))", mark);
    }

    /** Puts into {@code window.saved} what a button downloads. */
    private static void saved(String button) {
        browser.executeScript(
                "const Real = Blob; window.Blob = class extends Real { constructor(parts, options) {"
                        + " super(parts, options); if (options) window.saved = parts[0]; } };"
                        + "URL.createObjectURL = () => '#'; document.querySelector(arguments[0]).click();",
                button);
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

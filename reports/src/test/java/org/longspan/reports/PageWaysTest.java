package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.reports.SyntheticRun.Fate;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The ways through the page: its filter, its links, its tables and the commands of its trials. */
class PageWaysTest extends OpenedPage {

    private static final int COST = 4; // column of the table of trials

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
}

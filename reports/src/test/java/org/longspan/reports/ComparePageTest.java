package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.reports.compare.ComparePage;
import org.longspan.reports.compare.Comparison;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** How the page of a comparison looks in a browser. */
class ComparePageTest extends OpenedPage {

    private static final MadeRuns BASE =
            MadeRuns.plain("runs/<base>", 2).solving("sgd", 1).solving("momentum", 1);

    /** One optimizer solves later, the other as it did, and one run has a trial that differs. */
    private static final Comparison COMPARISON = MadeRuns.compared(
            BASE,
            BASE.named("runs/slower").changed(r -> MadeRuns.isOf(r, "momentum"), ComparePageTest::later),
            BASE.named("runs/bent")
                    .noting("half a line is left out")
                    .changed(BASE.results().get(0)::equals, r -> MadeRuns.bent(r, 1)));

    /** Solved a sixth of the budget later. */
    private static StoredResult later(StoredResult result) {
        Outcome.Solved solved = (Outcome.Solved) result.result().outcome();
        long cost = Math.min(30_000, solved.sequenceForwards() + 5_000);
        Outcome outcome = new Outcome.Solved(cost / 60, cost, 0.001);
        return MadeRuns.renewed(Altered.of(result, Map.of("outcome", outcome, "weights", "0f".repeat(32))), 6);
    }

    private void openPage() {
        open(ComparePage.html(COMPARISON));
    }

    private List<WebElement> shownRows(String table) {
        return browser.findElements(By.cssSelector("#" + table + " tbody tr")).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    @Test
    void opensWithTheNetworkOffAndSaysNothingOnTheConsole() {
        openPage();

        assertThat(browser.getTitle()).isEqualTo("Longspan: comparison");
        requireStandsAlone("comparison");
        assertThat(texts(".byline")).containsExactly("runs/slower, runs/bent against runs/<base>");
    }

    @Test
    void eachRunIsHeldAgainstTheBase() {
        openPage();

        assertThat(texts("#scores h3")).hasSize(2).allMatch(head -> head.contains("against runs/<base>"));
        assertThat(texts("#arms-1 tbody tr:nth-child(3) td:nth-child(2)")).containsExactly("worse");
        assertThat(texts("#differing-2 tbody td:nth-child(3)")).containsExactly("1");
        assertThat(texts("#runs-table thead th")).hasSize(4);
        assertThat(texts(".caveats .where")).containsExactly("runs/bent");
    }

    @Test
    void aButtonShowsOnlyWhatIsBetterOrOnlyWhatIsWorse() {
        openPage();
        assertThat(shownRows("arms-1")).hasSize(4);

        press("#scores .tabs button:nth-of-type(3)");

        assertThat(shownRows("arms-1")).hasSize(2);
        assertThat(texts("#scores .tabs [aria-pressed=true]")).containsExactly("only worse");
        press("#scores .tabs button:nth-of-type(2)");
        assertThat(shownRows("arms-1")).isEmpty();
        press("#scores .tabs button:nth-of-type(1)");
        assertThat(shownRows("arms-1")).hasSize(4);
    }

    @Test
    void theFilterOffersVerdicts() {
        openPage();

        assertThat(texts("#filter legend")).contains("Optimizer", "Clipping", "Model", "Task", "Verdict");
    }

    @Test
    void noMarkLeadsToCurvesThatAreNotThere() {
        openPage();

        assertThat(text("return document.documentElement.classList.contains('leads')"))
                .isEqualTo("false");
    }

    @Test
    void hasNoAccessibilityViolationInLightAndInDark() {
        openPage();
        unfold();
        requireNoViolation();
    }

    @Test
    void nothingButFiguresAndTablesIsWiderThanAPhone() {
        openPage();
        requireFitsAPhone();
    }
}

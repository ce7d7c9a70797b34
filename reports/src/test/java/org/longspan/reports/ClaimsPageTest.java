package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.reports.claim.ClaimsPage;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** How the page of claims looks in a browser. */
class ClaimsPageTest extends OpenedPage {

    private void openClaims() {
        open(ClaimsPage.html(MadeClaims.all()));
    }

    @Test
    void opensWithTheNetworkOffAndSaysNothingOnTheConsole() {
        openClaims();

        assertThat(browser.getTitle()).isEqualTo("Longspan: claims");
        requireStandsAlone("claims");
    }

    @Test
    void eachVerdictHasAWordAndAMarkOfItsOwn() {
        openClaims();

        assertThat(texts("#claims tbody td:nth-child(2)"))
                .containsExactly("● supported", "✕ refuted", "○ inconclusive", "– not run");
        for (String kind :
                List.of("v-supported circle.fill", "v-refuted path", "v-inconclusive .ring", "v-not-run path")) {
            assertThat(browser.findElements(By.cssSelector("#all-claims ." + kind)))
                    .as(kind)
                    .hasSize(1);
        }
        assertThat(browser.findElements(By.cssSelector("#all-claims .expected")))
                .as("what has not run has no interval")
                .hasSize(3);
        assertThat(texts("#each .lede")).contains("Checked: The margin, the plan and a second seed.");
        assertThat(texts("#each .models dd")).contains("plans/claims/a.yaml, 1,200 trials, 346 core-seconds");
    }

    @Test
    void aRowLeadsToItsClaimByAnAddressThatStays() {
        openClaims();

        browser.findElement(By.cssSelector("#claims tbody tr:nth-child(2) th a"))
                .sendKeys(Keys.ENTER);

        assertThat(text("return location.hash")).isEqualTo("#claim-no");
        assertThat(browser.findElements(By.id("claim-no"))).hasSize(1);
    }

    @Test
    void hasNoAccessibilityViolationInLightAndInDark() {
        openClaims();
        unfold();
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            assertThat(new AxeBuilder().analyze(browser).getViolations())
                    .as(scheme)
                    .isEmpty();
        }
        scheme("light");
    }

    @Test
    void nothingButFiguresAndTablesIsWiderThanAPhone() {
        openClaims();
        requireFitsAPhone();
    }
}

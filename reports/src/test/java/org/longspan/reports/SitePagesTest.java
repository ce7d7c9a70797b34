package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.reports.page.Block.Link;
import org.longspan.reports.site.CataloguePage;
import org.longspan.reports.site.IndexPage;
import org.longspan.reports.site.SiteBar;
import org.longspan.reports.site.SiteDocument;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;

/** The pages of a site in a browser: index, catalogue, and a report under the bar of the site. */
class SitePagesTest extends OpenedPage {

    private static final Map<String, String> PAGES = Map.of(
            "index", IndexPage.html(MadeSite.all()),
            "catalogue", CataloguePage.html(MadeSite.catalogue()),
            "report",
                    SiteBar.at("runs/quick-1/report.html", new Link("run.zip", "run.zip", "2.6 MB"))
                            .above(MadeSite.report().html()));

    @Test
    void everyPageOpensWithTheNetworkOffAndSaysNothingOnTheConsole() {
        PAGES.forEach((name, html) -> {
            open(html);
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .as(name)
                    .isEmpty();
            assertThat(text("return performance.getEntriesByType('resource').length"))
                    .as(name)
                    .isEqualTo("0");
        });
    }

    @Test
    void noPageHasAViolationInLightAndInDark() {
        PAGES.forEach((name, html) -> {
            open(html);
            requireNoViolation();
        });
    }

    @Test
    void everyPageFitsAPhone() {
        PAGES.forEach((name, html) -> {
            open(html);
            requireFitsAPhone();
        });
    }

    /** Questions lead to the places in the reports that show the answers; a run that concludes nothing says so. */
    @Test
    void theIndexReadsWithoutAScript() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            open(PAGES.get("index"));
            SiteDocument site = MadeSite.all();
            String name = site.runs().get(0).name();
            assertThat(site.runs().get(0).said().answers()).isNotEmpty();
            for (var answer : site.runs().get(0).said().answers()) {
                var link = browser.findElement(
                        By.cssSelector("#runs a[href='runs/" + name + "/report.html#" + answer.shownBy() + "']"));
                assertThat(link.getText()).isEqualTo(answer.question());
                assertThat(link.isDisplayed()).isTrue();
            }
            assertThat(browser.findElements(By.cssSelector("#run-table tbody tr")))
                    .hasSize(2);
            assertThat(browser.findElement(By.id("comparisons")).getText())
                    .contains(name + " against ", "Of <6> arms that both have, 2 differ.");
            assertThat(browser.findElement(By.id("claims")).getText())
                    .contains("Decided 2 of 4 claims", "✕ no: refuted");
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void theBarLeadsFromAnyDepthAndLeavesTheReportAsItIs() {
        String report = MadeSite.report().html();
        String under = PAGES.get("report");

        assertThat(under)
                .contains("<a href=\"../../index.html#comparisons\">", "<a href=\"run.zip\">run.zip</a> 2.6 MB")
                .containsOnlyOnce("<nav class=\"site\"");
        assertThat(under.replaceFirst("(?s)<style>nav\\.site.*?</style>\n", "")
                        .replaceFirst("(?s)<nav class=\"site\".*?</nav>\\s*(?=<header>)", ""))
                .isEqualTo(report);
        open(under);
        assertThat(texts("nav.site a"))
                .isEqualTo(List.of("Longspan results", "Runs", "Comparisons", "Claims", "Catalogue", "run.zip"));
        assertThat(text("return getComputedStyle(document.querySelector('nav.site')).position"))
                .isEqualTo("static");
    }

    @Test
    void theCatalogueEscapesNamesAndGivesEachEntryAPlace() {
        open(PAGES.get("catalogue"));

        assertThat(texts("h3[id]")).containsExactly("adam #", "sgd <plain> #");
        assertThat(texts("#optimizers .links a")).containsExactly("adam", "sgd <plain>");
        browser.findElements(By.cssSelector("#optimizers .links a"))
                .forEach(link -> assertThat(browser.findElements(By.cssSelector(link.getDomAttribute("href"))))
                        .hasSize(1));
    }
}

package org.longspan.suite.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.RunArchive;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Cover;
import org.longspan.reports.page.Page;
import org.longspan.reports.page.Pages;
import org.longspan.reports.page.Part;
import org.longspan.reports.site.SiteComparison;
import org.longspan.reports.site.SiteRun;
import org.longspan.suite.Longspan;
import org.longspan.suite.catalogue.Catalogue;
import org.longspan.suite.catalogue.SiteLists;
import org.longspan.suite.site.SiteFolder;
import org.longspan.suite.text.Terminal;

/** What comes to a site and goes. */
class SiteChangeTest {

    private static final SiteComparison EQUAL =
            new SiteComparison(List.of("quick-1", "quick-2"), "All 8,064 trials are equal.");

    @TempDir
    private Path parent;

    private Path site() {
        return parent.resolve("site");
    }

    private static String page() {
        Page.Head head = new Page.Head("quick-1", "Longspan comparison", "Equal?", "", "Made.");
        Page.Said said = new Page.Said("Equal.", "", "", "", List.of());
        Part part = new Part("equal", "Equal", "What is equal", List.of(new Block.Words("All.")));
        return Pages.html(new Cover(head, said, List.of()), List.of(part));
    }

    private void change(Consumer<SiteChange> with) {
        try (SiteFolder folder = SiteFolder.open(site(), false)) {
            SiteChange change = new SiteChange(folder, SiteLists.of(Catalogue.ofThisBuild(), "1.2"));
            with.accept(change);
            change.publish();
        }
    }

    @Test
    void aComparisonIsAPageUnderTheBarAndTheIndexLeadsToIt() {
        change(change -> change.compare(EQUAL, page(), "{}\n"));

        Path page = site().resolve("comparisons/quick-1-quick-2.html");
        assertThat(page)
                .content()
                .contains(
                        "href=\"../index.html#runs\"",
                        "href=\"quick-1-quick-2.json\"",
                        "href=\"../runs/quick-1/report.html\"",
                        "What is equal");
        assertThat(site().resolve("index.html"))
                .content()
                .contains("quick-2 against quick-1", "All 8,064 trials are equal.");
        assertThat(site().resolve("comparisons/quick-1-quick-2.json")).hasContent("{}");

        change(change -> change.remove("quick-1-quick-2"));

        assertThat(site().resolve("comparisons")).doesNotExist();
    }

    /** A result comes to the folder after the report has been made and before the archive is. */
    @Test
    void theArchiveOfARunThatGoesOnHoldsWhatItsPageTellsOf() throws Exception {
        Path folder = ranTiny();
        Path file = folder.resolve("results.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.delete(folder.resolve("run.trials")); // so that every line counts
        Files.write(file, lines.subList(0, lines.size() - 1));
        StoredReport.Published published = StoredReport.published(folder);
        Files.write(file, lines);

        change(change -> change.add(published));

        String name = SiteRun.name(published.stored().report());
        Path unpacked = Files.createDirectory(parent.resolve("unpacked"));
        RunArchive.unpack(site().resolve("runs").resolve(name).resolve("run.zip"), unpacked);
        assertThat(Files.readAllLines(unpacked.resolve("results.jsonl"))).hasSize(lines.size() - 1);
        assertThat(SiteRun.name(StoredReport.of(unpacked).report()))
                .isEqualTo(name)
                .isNotEqualTo(SiteRun.name(StoredReport.of(folder).report()));
    }

    private Path ranTiny() throws URISyntaxException {
        Path plan = Path.of(SiteChangeTest.class.getResource("/plans/tiny.yaml").toURI());
        PrintWriter silent = new PrintWriter(Writer.nullWriter());
        int code = Longspan.run(
                new Terminal(silent, silent, 100, false), "run", plan.toString(), "--runs", parent.toString());
        assertThat(code).isZero();
        return parent.resolve("tiny");
    }

    @Test
    void theCatalogueHasEveryEntryOfThisBuild() throws IOException {
        change(change -> {});

        String page = Files.readString(site().resolve("catalogue.html"));
        Catalogue.ofThisBuild().sections().forEach(section -> {
            assertThat(page).contains("<section id=\"" + section.name() + "\">");
            section.items()
                    .forEach(item -> assertThat(page)
                            .contains(
                                    "id=\"" + section.name() + "-" + item.name().replace(' ', '-') + "\""));
        });
        assertThat(page).contains("Kingma", "Kin of momentum: both meet the same draws and data.");
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        assertThatThrownBy(() -> change(change -> change.remove("quick-1")))
                .isInstanceOf(UserError.class)
                .hasMessage("--remove quick-1: the site has none of that name, it is empty");
        change(change -> change.compare(EQUAL, page(), "{}\n"));
        assertThatThrownBy(() -> change(change -> change.remove("claims")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--remove claims: the site has none of that name")
                .hasMessageContaining("quick-1-quick-2");
    }
}

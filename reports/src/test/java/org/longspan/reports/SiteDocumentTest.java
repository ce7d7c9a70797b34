package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.reports.page.Block.Link;
import org.longspan.reports.site.IndexPage;
import org.longspan.reports.site.SiteBar;
import org.longspan.reports.site.SiteDocument;
import org.longspan.reports.site.SiteRun;

/** What programs, and later publications, may rely on in {@code site.json}. */
class SiteDocumentTest {

    private static final SiteDocument SITE = MadeSite.all();

    private static List<?> errors(String json) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("site.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        }
    }

    @Test
    void itIsValidUnderThePublishedSchemaWhichRefusesWhatItDoesNotKnow() throws IOException {
        assertThat(errors(SITE.text())).isEmpty();
        assertThat(errors(SiteDocument.empty(MadeSite.catalogue()).text())).isEmpty();
        assertThat(errors(SITE.text().replace("\"digest\"", "\"hash\""))).isNotEmpty();
        assertThat(errors(SITE.text().replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")))
                .isNotEmpty();
    }

    @Test
    void itIsReadBackAsItWasAndTheIndexFollowsFromIt() {
        SiteDocument read = SiteDocument.read(SITE.text());

        assertThat(read).isEqualTo(SITE);
        assertThat(read.text()).isEqualTo(SITE.text());
        assertThat(IndexPage.html(read)).isEqualTo(IndexPage.html(SITE));
    }

    @Test
    void runsComeInOneOrderWhateverTheirsWas() {
        SiteRun first = SITE.runs().get(0);

        SiteDocument again = SITE.without(first.name()).with(first);

        assertThat(again.runs()).isEqualTo(SITE.runs());
        assertThat(again.with(first)).isEqualTo(again);
        assertThat(again.comparisons()).as("they went with their run").isEmpty();
    }

    @Test
    void aRunIsNamedByItsPlanAndTheDigestOfItsResults() {
        Report report = MadeSite.report();
        String digest = report.document().citation().digest();

        assertThat(SiteRun.name(report))
                .isEqualTo("quick-" + digest.substring(0, 8))
                .isEqualTo(SiteRun.of(report, 1).name());
        assertThat(report.document().citation().bibtex()).contains("{" + SiteRun.name(report) + ",");
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        for (String name : List.of("", "..", "../up", "a/b", ".hidden", "a b", "ä")) {
            String text = SITE.text().replace("\"" + SITE.runs().get(0).name() + "\"", "\"" + name + "\"");
            assertThatThrownBy(() -> SiteDocument.read(text))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected letters, digits and . _ -");
        }
    }

    @Test
    void aPageOfAnotherIsNotPutUnderTheBar() {
        SiteBar bar = SiteBar.at("comparisons/a-b.html", new Link("a-b.json", "a-b.json", ""));

        assertThat(bar.to("index.html")).isEqualTo("../index.html");
        assertThatThrownBy(() -> bar.above("<p>Mine."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the page has no </head>, expected one of Longspan");
    }
}

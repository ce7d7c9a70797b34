package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsMarkdown;
import org.longspan.reports.json.JsonReport;

/** What programs may rely on in {@code claims.json}, and the page of the documentation that follows from it. */
class ClaimsDocumentTest {

    private static final String JSON = JsonReport.text(MadeClaims.all());

    private static List<?> errors(String json) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("claims.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        }
    }

    @Test
    void everyVerdictIsValidUnderThePublishedSchema() throws IOException {
        assertThat(errors(JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
        assertThat(errors(JSON.replace("\"verdict\":\"refuted\"", "\"verdict\":\"false\"")))
                .isNotEmpty();
        assertThat(errors(JSON.replace("\"wide\"", "\"wider\""))).isNotEmpty();
        assertThat(errors(JSON.replace("\"blocksNeeded\":48", "\"blocksNeeded\":\"48\"")))
                .isNotEmpty();
    }

    @Test
    void theDocumentIsReadBackAsItWas() {
        ClaimsDocument read = JsonReport.read(JSON, ClaimsDocument.class);

        assertThat(read).isEqualTo(MadeClaims.all());
        assertThat(JsonReport.text(read)).isEqualTo(JSON);
    }

    @Test
    void thePageHoldsEachVerdictItsNumberAndItsPicture() {
        String page = ClaimsMarkdown.of(MadeClaims.all(), Set.of("no"));

        assertThat(page)
                .contains(
                        "Decided 2 of 4 claims: 1 supported, 1 refuted, 1 inconclusive, 1 not run.",
                        "| [no](#no) | Clipping &lt;by value> &amp; \\*by norm\\* \\| work similarly",
                        "| refuted | 0.2 [0.1, 0.3] | equivalent: between -0.05 and 0.05 | 96 runs in 24 clusters, 2 without",
                        "(results/claims/no.svg)",
                        "Checked: The margin, the plan and a second seed.",
                        "about 48 blocks would decide, there are 12",
                        "`./longspan replay runs/claims/a 3f2a`",
                        "| `plans/claims/a.yaml` | 1,200 | 346 |")
                .doesNotContain("yes.svg", "<by value>");
    }
}

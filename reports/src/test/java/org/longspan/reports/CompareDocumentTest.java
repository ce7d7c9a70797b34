package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.reports.compare.CompareDocument;
import org.longspan.reports.compare.CompareDocuments;
import org.longspan.reports.json.JsonReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs may rely on in {@code compare.json}. */
class CompareDocumentTest {

    private static final Path PAGE = Path.of("..", "docs", "comparing-runs.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final String JSON = JsonReport.text(document());

    /** Everything that a document may hold: trials that differ, arms that one run lacks, tests, and none. */
    private static CompareDocument document() {
        MadeRuns base = MadeRuns.plain("base", 1);
        MadeRuns bent = base.named("bent")
                .noting("a line is left out")
                .changed(r -> MadeRuns.isOf(r, "momentum") && r.result().curve().size() > 2, r -> MadeRuns.bent(r, 2));
        MadeRuns fewer = MadeRuns.of("fewer", SyntheticRun.of(SyntheticRun.Fate.PLAUSIBLE, 1, 2, "own", 1, 1));
        MadeRuns solving = base.named("solving").solving("momentum", 3).rooted(4);
        return CompareDocuments.of(MadeRuns.compared(base, bent, fewer, solving));
    }

    private static JsonNode schema() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("compare.schema.json")) {
            return JsonMapper.shared().readTree(in);
        }
    }

    private static List<?> errors(String json) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("compare.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        }
    }

    @Test
    void aComparisonIsValidUnderThePublishedSchema() throws IOException {
        assertThat(errors(JSON)).isEmpty();
        assertThat(document().differing()).isNotEmpty();
        assertThat(document().only()).isNotEmpty();
        assertThat(document().changes()).isNotEmpty();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
        for (Map.Entry<String, String> wrong : Map.of(
                        "\"verdict\":\"identical\"", "\"verdict\":\"same\"",
                        "\"pairing\":\"same blocks\"", "\"pairing\":\"blocks\"",
                        "\"digest\":", "\"digests\":",
                        "\"level\":\"run\"", "\"level\":\"all\"",
                        "\"schemaVersion\": 1", "\"schemaVersion\": 2",
                        "\"shared\":", "\"more\":1,\"shared\":")
                .entrySet()) {
            assertThat(JSON).contains(wrong.getKey());
            assertThat(errors(JSON.replaceFirst(Pattern.quote(wrong.getKey()), wrong.getValue())))
                    .as(wrong.getValue())
                    .isNotEmpty();
        }
    }

    @Test
    void theDocumentIsReadBackAsItWasAndMadeAgainIsTheSame() {
        CompareDocument read = JsonReport.read(JSON, CompareDocument.class);

        assertThat(read).isEqualTo(document());
        assertThat(JsonReport.text(read)).isEqualTo(JSON);
    }

    @Test
    void everyFieldIsNamedOnThePage() throws IOException {
        Set<String> declared = new TreeSet<>();
        properties("", schema(), schema(), declared);
        Set<String> named = new TreeSet<>();
        String page = Files.readString(PAGE);
        ROW.matcher(page.substring(page.indexOf("## `compare.json`")))
                .results()
                .forEach(found -> named.add(found.group(1)));
        assertThat(declared).isEqualTo(named);
    }

    private static void properties(String path, JsonNode node, JsonNode root, Set<String> found) {
        JsonNode type = node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
        if (type.has("items")) {
            properties(path + "[]", type.path("items"), root, found);
        }
        type.path("properties").properties().forEach(property -> {
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            String name = isList(property.getValue(), root) ? below + "[]" : below;
            if (!below.matches(".*(interval95|interval90|judgedInterval)")) {
                properties(below, property.getValue(), root, found);
            }
            found.add(name);
        });
    }

    private static boolean isList(JsonNode node, JsonNode root) {
        JsonNode type = node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
        return type.has("items");
    }
}

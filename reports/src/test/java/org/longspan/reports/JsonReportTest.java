package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.phenomena.SyntheticCliffs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs may rely on in {@code report.json}. */
class JsonReportTest {

    private static final JsonMapper STRICT = JsonMapper.builder().build();

    @Test
    void everyKindOfRunIsValidUnderThePublishedSchema() {
        assertValid(SyntheticRun.of(Fate.PLAUSIBLE, 8, 5, "quick", 2, 2));
        assertValid(SyntheticRun.of(Fate.PLAUSIBLE, 8, 6, "standard", 1, 6));
        assertValid(SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "smoke", 2, 1));
        assertValid(SyntheticRun.of(Fate.EVERYTHING_DIVERGED, 2, 3, "quick", 2, 2));
        assertValid(SyntheticRun.of(Fate.EVERYTHING_SKIPPED, 2, 3, "quick", 2, 2));
    }

    @Test
    void aRunThatHasNotBegunIsValidToo() {
        SyntheticRun run = SyntheticRun.quick();
        Report report = Report.of(run.manifest(), List.of(), Optional.empty());
        assertThat(errors(report.json())).isEmpty();
        assertThat(tree(report.json()).at("/identity/missing").asInt()).isEqualTo(3600);
    }

    @Test
    void whatProbesFoundIsValidAndHasNoTables() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 1, 1);
        List<ProbeRecord> records = SyntheticCliffs.records(run.results());
        String json = Report.of(run.manifest(), run.results(), Optional.empty())
                .withLooks(records, List.of())
                .json();

        assertThat(errors(json)).isEmpty();
        JsonNode looks = tree(json).path("looks");
        assertThat(looks).hasSize(records.size());
        assertThat(looks.get(0).at("/numbers/signal slope").asDouble()).isEqualTo(-0.2);
        assertThat(looks.get(1).path("reason").asString()).startsWith("solved never came");
        assertThat(looks.get(0).has("tables")).isFalse();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() {
        String json = json(SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 2, 1));
        assertThat(errors(json)).isEmpty();
        assertThat(errors(json.replace("\"solvedRate\"", "\"solveRate\""))).isNotEmpty();
        assertThat(errors(json.replaceFirst("\"chance\":[0-9.]+", "\"chance\":\"NaN\"")))
                .isNotEmpty();
    }

    /** Trap 6: JSON with diverged runs in it parses in strict parsers. */
    @Test
    void divergedRunsLeaveNoBareNaNOrInfinity() {
        String json = json(SyntheticRun.of(Fate.EVERYTHING_DIVERGED, 3, 3, "quick", 2, 2));
        JsonNode tree = tree(json);
        assertThat(tree.at("/identity/trials/diverged").asInt()).isEqualTo(3 * 3 * 12 * 6);
        assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(tree.at("/cells/0/expectedCost").isNull()).isTrue();
    }

    /** Trap 4: a diverged run stays in every denominator. */
    @Test
    void divergedRunsStayInEveryDenominator() {
        JsonNode tree = tree(json(SyntheticRun.of(Fate.EVERYTHING_DIVERGED, 2, 2, "quick", 2, 2)));
        for (JsonNode cell : tree.get("cells")) {
            assertThat(cell.get("runs").asInt()).isEqualTo(2);
            assertThat(cell.get("solvedRate").asDouble()).isZero();
            assertThat(cell.at("/medianCost/censored").asBoolean()).isTrue();
            assertThat(cell.get("expectedCost").isNull()).isTrue();
        }
        for (JsonNode rate : tree.get("rates")) {
            assertThat(rate.get("runs").asInt()).isEqualTo(4);
        }
    }

    @Test
    void ratesAnswerTheQuestionWithAndWithoutClipping() {
        JsonNode tree = tree(json(SyntheticRun.quick()));
        long asked = StreamSupport.stream(tree.get("rates").spliterator(), false)
                .filter(r -> r.get("family").asString().equals("adding"))
                .filter(r -> r.get("cell").asString().equals("lstm"))
                .peek(r -> assertThat(r.get("runs").asInt())
                        .isEqualTo(r.get("clipped").asBoolean() ? 50 : 10))
                .count();
        assertThat(asked).isEqualTo(6);
    }

    @Test
    void cellsLeaveTheSelectionRunsOut() {
        JsonNode tree = tree(json(SyntheticRun.quick()));
        for (JsonNode cell : tree.get("cells")) {
            assertThat(cell.get("runs").asInt()).isEqualTo(2);
            assertThat(cell.at("/curves/trials")).hasSize(2);
        }
    }

    @Test
    void trialsStayInTheFileOfResultsAndCellsNameTheirs() {
        SyntheticRun run = SyntheticRun.quick();
        JsonNode tree = tree(json(run));
        assertThat(tree.has("trials")).isFalse();
        Set<String> ids = new HashSet<>();
        run.results().forEach(stored -> ids.add(stored.id().value()));
        for (JsonNode cell : tree.get("cells")) {
            assertThat(cell.at("/curves/file").asString()).isEqualTo("results.jsonl");
            cell.at("/curves/trials").forEach(id -> assertThat(ids).contains(id.asString()));
        }
    }

    @Test
    void theCitationHoldsTheHeadOfThePlan() {
        PlanHead head = new PlanHead("A title", List.of(new Author("Ada Lovelace", "Nowhere")), "10.1234/x");
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 2, 1).with("head", head);
        assertValid(run);
        JsonNode citation = tree(json(run)).get("citation");
        assertThat(citation.get("title").asString()).isEqualTo("A title");
        assertThat(citation.at("/authors/0/affiliation").asString()).isEqualTo("Nowhere");
        assertThat(citation.get("digest").asString()).isEqualTo(ResultsDigest.of(run.results()));
    }

    @Test
    void twoReportsOfOneRunAreTheSame() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 2, 3, "quick", 2, 2);
        List<StoredResult> reversed = new ArrayList<>(run.results());
        Collections.reverse(reversed);
        assertThat(Report.of(run.manifest(), reversed, Optional.empty()).json()).isEqualTo(json(run));
    }

    private static void assertValid(SyntheticRun run) {
        assertThat(errors(json(run))).isEmpty();
    }

    private static String json(SyntheticRun run) {
        return Report.of(run.manifest(), run.results(), Optional.empty()).json();
    }

    private static JsonNode tree(String json) {
        return STRICT.readTree(json);
    }

    static List<?> errors(String json) {
        try (InputStream in = Report.class.getResourceAsStream("report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(json, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A clipping at an infinite threshold is no clipping: in every bit, cost and score, and in what the report says. */
class InfiniteThresholdTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path runs;

    private static JsonNode report;

    @BeforeAll
    static void runOnce() throws IOException {
        Path plan = Files.writeString(runs.resolve("infinite.yaml"), """
                tier: {settings: 2, blocks: 3}
                models: [{cell: lstm, hidden: 8}]
                tasks: [{family: adding, variant: urnn, lengths: [2]}]
                optimizers:
                  - {name: adam, learning-rate: 0.03}
                  - rmsprop
                clippings: [none, {name: value, threshold: .inf}]
                budget: {batch: 5, updates: 200}
                evaluation: {every: 20, validation: 50, confirmation: 50, test: 50}
                """);
        Spoken spoken = Spoken.by("run", plan, "--runs", runs);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        report = JSON.readTree(Files.readString(runs.resolve("infinite/report.json")));
    }

    @Test
    void everyBitAndCostIsThatOfNone() {
        Map<String, List<JsonNode>> results = results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.at("/trial/clipping/name").asString()));

        Map<String, JsonNode> none = byTrial(results.get("none"));
        Map<String, JsonNode> value = byTrial(results.get("value"));
        assertThat(none).hasSize(3 + 3 * 3);
        assertThat(none.values())
                .as("some solve")
                .anyMatch(result -> result.at("/outcome/kind").asString().equals("solved"));
        assertThat(value).isEqualTo(none);
    }

    @Test
    void theReportCountsOnlyPairsThatNeverActed() {
        List<JsonNode> effects = report.get("effects")
                .valueStream()
                .filter(effect -> effect.get("of").asString().equals("value"))
                .toList();

        assertThat(effects).isNotEmpty().allSatisfy(effect -> {
            assertThat(effect.get("identical")).isEqualTo(effect.get("pairs"));
            assertThat(effect.get("wins").asInt(-1)).isZero();
            assertThat(effect.get("losses").asInt(-1)).isZero();
            assertThat(effect.get("nonZero").asInt(-1)).isZero();
            assertThat(effect.get("verdict").asString()).isNotIn("better", "worse");
        });
    }

    @Test
    void theCellsOfTheReportHaveEqualScoresAndCosts() {
        Map<String, List<JsonNode>> cells = report.get("cells")
                .valueStream()
                .collect(Collectors.groupingBy(cell -> cell.get("clipping").asString()));

        assertThat(numbers(cells.get("value"))).hasSize(2).isEqualTo(numbers(cells.get("none")));
        assertThat(cells.get("none")).anyMatch(cell -> cell.get("score").asDouble() > 0);
    }

    private static List<List<JsonNode>> numbers(List<JsonNode> cells) {
        return cells.stream()
                .map(cell -> List.of("optimizer", "runs", "solved", "score", "medianCost", "expectedCost").stream()
                        .map(cell::get)
                        .toList())
                .toList();
    }

    private static List<JsonNode> results() {
        return Spoken.by("results", runs.resolve("infinite"), "--canonical")
                .out()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    /** Returns each result, without the unit of a threshold, by what its trial is without the clipping. */
    private static Map<String, JsonNode> byTrial(List<JsonNode> lines) {
        return lines.stream().collect(Collectors.toMap(InfiniteThresholdTest::withoutClipping, line -> {
            ObjectNode result = (ObjectNode) line.get("result");
            result.remove("thresholdUnits");
            ((ObjectNode) result.get("costs")).remove("unitSequenceForwards");
            return result;
        }));
    }

    private static String withoutClipping(JsonNode line) {
        ObjectNode trial = (ObjectNode) line.get("trial");
        trial.remove("clipping");
        return trial.toString();
    }
}

package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of a run against its JSON, which is read here without a class of Longspan. */
class ExportTest {

    private static final Map<String, String> OF_THE_TRIAL = Map.ofEntries(
            Map.entry("optimizer", "/trial/optimizer/name"),
            Map.entry("clipping", "/trial/clipping/name"),
            Map.entry("schedule", "/trial/schedule/name"),
            Map.entry("policy", "/trial/nonFiniteGradient/name"),
            Map.entry("learning_rate", "/trial/optimizer/settings/learning-rate"),
            Map.entry("threshold", "/trial/clipping/settings/threshold"),
            Map.entry("kin", "/trial/replicate/kin"),
            Map.entry("phase", "/trial/replicate/phase"),
            Map.entry("block", "/trial/replicate/block"),
            Map.entry("cell", "/trial/model/cell/name"),
            Map.entry("hidden", "/trial/model/hidden"),
            Map.entry("layers", "/trial/model/layers"),
            Map.entry("initialization", "/trial/model/initialization/name"),
            Map.entry("regularizer", "/trial/model/regularizer/name"),
            Map.entry("family", "/trial/task/family"),
            Map.entry("variant", "/trial/task/variant"),
            Map.entry("length", "/trial/task/length"),
            Map.entry("batch", "/trial/budget/batch"),
            Map.entry("budget_updates", "/trial/budget/updates"),
            Map.entry("budget_sequence_forwards", "/trial/budget/sequenceForwards"),
            Map.entry("seed", "/trial/seed"));

    private static final Map<String, String> OF_THE_RESULT = Map.ofEntries(
            Map.entry("outcome", "/result/outcome/kind"),
            Map.entry("solved_updates", "/result/outcome/updates"),
            Map.entry("solved_sequence_forwards", "/result/outcome/sequenceForwards"),
            Map.entry("test_measure", "/result/outcome/testMeasure"),
            Map.entry("cause", "/result/outcome/cause"),
            Map.entry("diverged_update", "/result/outcome/update"),
            Map.entry("reason", "/result/outcome/reason"),
            Map.entry("error", "/result/outcome/error"),
            Map.entry("attempts", "/result/attempts"),
            Map.entry("chance", "/result/chance"),
            Map.entry("updates", "/result/costs/updates"),
            Map.entry("sequence_forwards", "/result/costs/sequenceForwards"),
            Map.entry("unit_sequence_forwards", "/result/costs/unitSequenceForwards"),
            Map.entry("evaluation_sequence_forwards", "/result/costs/evaluationSequenceForwards"),
            Map.entry("multiply_adds", "/result/costs/multiplyAdds"),
            Map.entry("parameters", "/result/parameters"),
            Map.entry("weights", "/result/weights"),
            Map.entry("code", "/code"),
            Map.entry("seconds", "/circumstances/seconds"),
            Map.entry("started", "/circumstances/started"),
            Map.entry("jdk", "/circumstances/jdk"),
            Map.entry("cpu", "/circumstances/cpu"),
            Map.entry("kernels", "/circumstances/kernels"),
            Map.entry("host", "/circumstances/host"));

    @TempDir
    private static Path runs;

    private static Path tables;
    private static Map<String, JsonNode> results;
    private static Spoken spoken;

    /** A plan with every kind of outcome: one that solves, one that diverges, one that is skipped, and probes. */
    @BeforeAll
    static void runOnce() throws IOException {
        String text = Files.readString(Runs.plan())
                        .replace("lengths: [4]", "lengths: [2]")
                        .replace("{cell: tanh-rnn, hidden: 4}", "{cell: lstm, hidden: 4, initialization: identity}")
                        .replace("[sgd, adam]", "[{name: sgd, learning-rate: 1e9}, {name: adam, learning-rate: 0.05}]")
                        .replace("[none, global-norm]", "[none, {name: value, threshold: .inf}, global-norm]")
                        .replace("batch: 4, updates: 40", "batch: 40, updates: 600")
                + "probes: [{name: signal-by-lag, at: [end], blocks: 1}]\n";
        Path plan = Files.writeString(runs.resolve("several.yaml"), text);
        Spoken run = Spoken.by("run", plan, "--runs", runs);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain(" 0 solved", " 0 diverged", " 0 skipped");
        Path folder = runs.resolve("several");
        tables = folder.resolve("csv");
        spoken = Spoken.by("export", folder, "--to", "csv");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        results = byId(folder.resolve("results.jsonl"));
    }

    private static Map<String, JsonNode> byId(Path file) throws IOException {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode result = JsonMapper.shared().readTree(line);
            sorted.put(result.get("id").asString(), result);
        }
        return sorted;
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        return CsvRows.of(tables.resolve(file));
    }

    /** What a field must be: nothing for what is missing, and a number with the digits of the JSON. */
    private static String field(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }

    @Test
    void theFilesAreSaidWithTheirRows() throws IOException {
        assertThat(spoken.out().lines().toList())
                .contains("trials.csv           " + results.size() + " rows", tables.toString());
        try (Stream<Path> files = Files.list(tables)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named());
        }
        assertThat(runs.resolve("several/csv.part")).doesNotExist();
    }

    private static Set<String> named() throws IOException {
        Set<String> files = new LinkedHashSet<>();
        rows("dictionary.csv").forEach(row -> files.add(row.get("table_name") + ".csv"));
        return files;
    }

    @Test
    void theDictionaryHasEveryColumnOfEveryFileInItsOrder() throws IOException {
        List<String> columns = new ArrayList<>();
        for (String file : named()) {
            String head = Files.readAllLines(tables.resolve(file)).get(0);
            Stream.of(head.split(",")).forEach(column -> columns.add(file + " " + column));
        }
        assertThat(rows("dictionary.csv"))
                .extracting(row -> row.get("table_name") + ".csv " + row.get("column_name"))
                .containsExactlyElementsOf(columns);
    }

    @Test
    void aTrialIsARowWithTheDigitsOfItsJson() throws IOException {
        List<Map<String, String>> rows = rows("trials.csv");

        assertThat(rows).extracting(row -> row.get("trial")).containsExactlyElementsOf(results.keySet());
        for (Map<String, String> row : rows) {
            JsonNode result = results.get(row.get("trial"));
            OF_THE_TRIAL.forEach(
                    (column, at) -> assertThat(row.get(column)).as(column).isEqualTo(field(result.at(at))));
            OF_THE_RESULT.forEach(
                    (column, at) -> assertThat(row.get(column)).as(column).isEqualTo(field(result.at(at))));
            assertThat(number(row.get("score"))).isEqualTo(score(result));
        }
        assertThat(rows).extracting(row -> row.get("threshold")).contains("inf", "");
    }

    private static Double score(JsonNode result) {
        return switch (result.at("/result/outcome/kind").asString()) {
            case "skipped" -> Double.NaN;
            case "solved" ->
                1
                        - result.at("/result/outcome/sequenceForwards").asDouble()
                                / result.at("/trial/budget/sequenceForwards").asDouble();
            default -> 0.0;
        };
    }

    /** Returns the number in a field, NaN if it is empty. */
    private static Double number(String field) {
        return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    }

    @Test
    void aLookAlongACurveIsARow() throws IOException {
        List<List<String>> expected = new ArrayList<>();
        results.forEach((id, result) -> {
            JsonNode curve = result.at("/result/curve");
            for (int look = 0; look < curve.path("updates").size(); look++) {
                List<String> row = new ArrayList<>(List.of(id));
                for (String column : List.of(
                        "updates",
                        "sequenceForwards",
                        "validationLoss",
                        "validationMeasure",
                        "trainLoss",
                        "gradientNorm",
                        "gradientNormMax",
                        "clippedNorm",
                        "updateNorm",
                        "clippedShare",
                        "signalPenalty")) {
                    row.add(field(curve.path(column).path(look)));
                }
                expected.add(row);
            }
        });

        assertThat(rows("curves.csv"))
                .hasSizeGreaterThan(20)
                .extracting(row -> List.copyOf(row.values()))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aSettingIsARow() throws IOException {
        Map<String, String> parts = Map.of(
                "task", "/trial/task",
                "cell", "/trial/model/cell",
                "initialization", "/trial/model/initialization",
                "regularizer", "/trial/model/regularizer",
                "optimizer", "/trial/optimizer",
                "schedule", "/trial/schedule",
                "clipping", "/trial/clipping",
                "policy", "/trial/nonFiniteGradient");
        List<Map<String, String>> rows = rows("settings.csv");
        int found = 0;
        for (JsonNode result : results.values()) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                for (var setting : result.at(part.getValue() + "/settings").properties()) {
                    JsonNode value = setting.getValue();
                    boolean number = value.isNumber() || value.asString().equals("inf");
                    assertThat(rows)
                            .contains(Map.of(
                                    "trial", result.get("id").asString(),
                                    "part", part.getKey(),
                                    "method",
                                            result.at(part.getValue() + "/name").asString(),
                                    "setting", setting.getKey(),
                                    "value", number ? value.asString() : "",
                                    "word", number ? "" : value.asString()));
                    found++;
                }
            }
        }
        assertThat(rows).hasSize(found);
    }

    @Test
    void aUnitOfAThresholdIsARow() throws IOException {
        List<List<String>> expected = new ArrayList<>();
        results.forEach((id, result) -> {
            int unit = 0;
            for (JsonNode value : result.at("/result/thresholdUnits")) {
                expected.add(List.of(id, Integer.toString(unit++), value.asString()));
            }
        });
        assertThat(expected).isNotEmpty();
        assertThat(rows("threshold_units.csv"))
                .extracting(row -> List.copyOf(row.values()))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aNumberOfAProbeIsARow() throws IOException {
        List<List<String>> looks = new ArrayList<>();
        List<List<String>> numbers = new ArrayList<>();
        for (String line : Files.readAllLines(runs.resolve("several/probes.jsonl"))) {
            JsonNode look = JsonMapper.shared().readTree(line);
            String trial = look.get("trial").asString();
            looks.add(List.of(trial, look.at("/finding/kind").asString(), field(look.at("/finding/reason"))));
            for (var number : look.at("/finding/numbers").properties()) {
                numbers.add(List.of(trial, "", "", number.getKey(), field(number.getValue())));
            }
            for (JsonNode table : look.at("/finding/tables")) {
                for (var column : table.get("columns").properties()) {
                    for (int row = 0; row < column.getValue().size(); row++) {
                        String value = field(column.getValue().get(row));
                        numbers.add(List.of(
                                trial, table.get("name").asString(), Integer.toString(row), column.getKey(), value));
                    }
                }
            }
        }
        assertThat(looks).isNotEmpty();
        assertThat(rows("looks.csv"))
                .extracting(row -> List.of(row.get("trial"), row.get("finding"), row.get("reason")))
                .containsExactlyInAnyOrderElementsOf(looks);
        assertThat(rows("probes.csv"))
                .hasSizeGreaterThan(looks.size())
                .extracting(row -> List.of(
                        row.get("trial"),
                        row.get("probe_table"),
                        row.get("table_row"),
                        row.get("quantity"),
                        row.get("value")))
                .containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void aCellIsARowWithTheNumbersOfTheReport() throws IOException {
        JsonNode report = JsonMapper.shared().readTree(Files.readString(runs.resolve("several/report.json")));
        Map<String, String> same = Map.ofEntries(
                Map.entry("optimizer", "/optimizer"),
                Map.entry("clipping", "/clipping"),
                Map.entry("clipped", "/clipped"),
                Map.entry("model", "/model"),
                Map.entry("task", "/task"),
                Map.entry("length", "/length"),
                Map.entry("state", "/state"),
                Map.entry("skip_reason", "/skipReason"),
                Map.entry("runs", "/runs"),
                Map.entry("solved", "/solved"),
                Map.entry("solved_rate", "/solvedRate"),
                Map.entry("solved_rate_low", "/wilson95/low"),
                Map.entry("solved_rate_high", "/wilson95/high"),
                Map.entry("score", "/score"),
                Map.entry("median_cost", "/medianCost/value"),
                Map.entry("median_cost_over", "/medianCost/over"),
                Map.entry("expected_cost", "/expectedCost"));
        List<Map<String, String>> rows = rows("cells.csv");
        assertThat(rows).hasSize(report.get("cells").size()).hasSize(2 * 2 * 3);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode cell = report.get("cells").get(i);
            Map<String, String> row = rows.get(i);
            same.forEach((column, at) -> assertThat(row.get(column)).as(column).isEqualTo(field(cell.at(at))));
        }
        assertThat(rows).extracting(row -> row.get("state")).contains("evaluated", "skipped");
    }

    @Test
    void theScoresOfTheCellsFollowFromTheTrials() throws IOException {
        List<Map<String, String>> trials = rows("trials.csv");
        for (Map<String, String> cell : rows("cells.csv")) {
            List<Map<String, String>> judged = trials.stream()
                    .filter(row -> row.get("counted").equals("true")
                            && row.get("phase").equals("evaluation")
                            && !row.get("outcome").equals("skipped"))
                    .filter(row -> Stream.of("optimizer", "clipping", "model", "task", "length")
                            .allMatch(column -> row.get(column).equals(cell.get(column))))
                    .toList();
            assertThat(cell.get("runs")).isEqualTo(Integer.toString(judged.size()));
            Double mean = judged.stream()
                    .mapToDouble(row -> Double.parseDouble(row.get("score")))
                    .average()
                    .orElse(Double.NaN);
            assertThat(number(cell.get("score"))).isEqualTo(mean);
        }
    }

    @Test
    void theRunIsARowWithItsDigest() throws IOException {
        String digest = Spoken.by("results", runs.resolve("several"), "--digest")
                .out()
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(rows("run.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("plan", "several")
                        .containsEntry("trials", Integer.toString(results.size()))
                        .containsEntry("digest", digest));
    }

    @Test
    void anEarlierExportIsReplacedByTheSameBytesWhateverTheLanguage(@TempDir Path out) throws IOException {
        Path target = out.resolve("tables");
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("hi-IN-u-nu-deva"));
        try {
            Spoken first = Spoken.by("export", runs.resolve("several"), "--out", target);
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.out()).doesNotContain("replaces");
            assertThat(Spoken.by("export", runs.resolve("several"), "--out", target)
                            .out())
                    .endsWith(target + " (replaces the earlier export)\n");
        } finally {
            Locale.setDefault(before);
        }
        for (String file : named()) {
            assertThat(target.resolve(file)).hasSameBinaryContentAs(tables.resolve(file));
        }
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactly(target);
        }
    }
}

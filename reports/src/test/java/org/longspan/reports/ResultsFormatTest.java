package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.LeftOut;
import org.longspan.harness.record.Manifest.Reference;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.Manifest.Warning;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.SolvedStep;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.reports.SyntheticRun.Fate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/results-format.md} names every field that is written, and no other. */
class ResultsFormatTest {

    private static final Path PAGE = Path.of("..", "docs", "results-format.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 2, "own", 2, 2);

    /** Content that the page describes elsewhere, or that has names of its own. */
    private static final Pattern NOT_ENTERED = Pattern.compile(
            ".*\\.(settings|files|numbers|columns)|code|files"
                    + "|(leftOut|references)\\[\\]\\.(model|task)|warnings\\[\\]\\.task|(clippings|schedules|policies|methods)\\[\\]");

    /** Both files get it when they are stored. */
    private static final String CHECK = "check";

    @Test
    void everyFieldOfTheManifestIsNamed() throws IOException {
        TaskEntry task = RUN.manifest().design().tasks().get(0);
        ModelChoice model = learned(RUN.manifest().design().models().get(0));
        Manifest manifest = RUN.with("models", List.of(model))
                .with("head", new PlanHead("A", List.of(new Author("B", "C")), "10.1234/x"))
                .with("sample", Optional.of(new Sample(9, 0)))
                .with("positiveControl", Optional.of("value"))
                .with("probes", List.of(new ProbeChoice("lyapunov", List.of(ProbeChoice.END), 1)))
                .with("leftOut", List.of(new LeftOut(model, task.task(), List.of("sgd"))))
                .with("references", List.of(new Reference("ridge", task.task(), model, 0, 9, 0.1, 0.1, 0.1)))
                .with("warnings", List.of(new Warning(task.task(), "few")))
                .manifest();
        Set<String> written = new TreeSet<>(Set.of(CHECK));
        collect("", JsonMapper.shared().readTree(ManifestJson.write(manifest)), written);
        assertThat(written).isEqualTo(named("run.json"));
    }

    @Test
    void everyFieldOfAResultIsNamed() throws IOException {
        StoredResult any = RUN.results().stream()
                .filter(r -> r.result().outcome() instanceof Outcome.Solved)
                .findFirst()
                .orElseThrow();
        StoredResult rich = Altered.of(
                any,
                Map.of(
                        "steps",
                        List.of(new SolvedStep(0, 1, 1, 1, 1, 1, 0.1, 0.5, 1)),
                        "curve",
                        any.result().curve().stream()
                                .map(point -> Altered.of(point, Map.of("signalPenalty", 0.5)))
                                .toList(),
                        "model",
                        learned(any.trial().model())));
        Set<String> written = new TreeSet<>(Set.of(CHECK));
        for (Outcome outcome : List.of(
                new Outcome.Solved(1, 1, 0.1),
                new Outcome.Diverged(Outcome.Cause.FAR_OFF, 1),
                new Outcome.Skipped("so"),
                new Outcome.Failed("so"))) {
            TrialResult result = Altered.of(rich.result(), Map.of("outcome", outcome));
            StoredResult stored = Altered.of(rich, Map.of("result", result));
            collect("", JsonMapper.shared().readTree(RecordJson.line(stored)), written);
        }
        assertThat(written).isEqualTo(named("results.jsonl"));
    }

    @Test
    void everyFieldOfALookIsNamed() throws IOException {
        Set<String> written = new TreeSet<>(Set.of(CHECK));
        Table table = new Table("t", Map.of("lag", List.of(0.0)));
        for (ProbeFinding finding : List.of(
                new ProbeFinding.Measured(Map.of("slope", 0.1), List.of(table), List.of("so")),
                new ProbeFinding.Skipped("so"),
                new ProbeFinding.Failed("so"))) {
            ProbeLook look = new ProbeLook("lyapunov", ProbeChoice.END, 9, finding, 1);
            ProbeRecord record = new ProbeRecord(new TrialId("0123456789abcdef"), "c", look);
            collect("", JsonMapper.shared().readTree(LookJson.line(record)), written);
        }
        assertThat(written).isEqualTo(named("probes.jsonl"));
    }

    private static ModelChoice learned(ModelChoice model) {
        return Altered.of(model, Map.of("initialState", ModelChoice.LEARNED));
    }

    @Test
    void everyFieldOfTheReportIsNamed() throws IOException {
        Set<String> declared = new TreeSet<>();
        try (InputStream in = Report.class.getResourceAsStream("report.schema.json")) {
            JsonNode schema = JsonMapper.shared().readTree(in);
            properties("", schema, schema, declared);
        }
        assertThat(declared).isEqualTo(named("report.json"));
    }

    /** The fields that the section of a file names. */
    private static Set<String> named(String file) throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("## `" + file + "`"));
        int next = section.indexOf("\n## ");
        Set<String> names = new TreeSet<>();
        ROW.matcher(next < 0 ? section : section.substring(0, next)).results().forEach(row -> names.add(row.group(1)));
        return names;
    }

    private static void collect(String place, JsonNode node, Set<String> fields) {
        for (var field : node.properties()) {
            String path = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
            JsonNode value = field.getValue();
            boolean rows = value.isArray()
                    && (value.isEmpty() ? hasRows(path) : value.get(0).isObject());
            String name = rows ? path + "[]" : path;
            fields.add(name);
            if (!NOT_ENTERED.matcher(name).matches()) {
                List<JsonNode> inside = new ArrayList<>();
                value.forEach(inside::add);
                (rows ? inside : List.of(value)).forEach(part -> collect(name, part, fields));
            }
        }
    }

    /** A list without elements looks alike whatever it could hold. */
    private static boolean hasRows(String path) {
        return path.endsWith("ranges");
    }

    private static void properties(String place, JsonNode schema, JsonNode root, Set<String> fields) {
        for (var field : schema.path("properties").properties()) {
            JsonNode value = resolved(field.getValue(), root);
            String path = place.isEmpty() ? field.getKey() : place + "." + field.getKey();
            JsonNode items = value.has("items") ? resolved(value.get("items"), root) : null;
            boolean rows = items != null && hasFields(items);
            String name = rows ? path + "[]" : path;
            fields.add(name);
            JsonNode inside = rows ? items : value;
            boolean described = name.equals("audits.underTuned[].effect"); // under effects[]
            if (hasFields(inside) && !described) {
                properties(name, inside, root, fields);
            }
        }
    }

    /** An interval is described once. */
    private static boolean hasFields(JsonNode schema) {
        return schema.has("properties") && !schema.path("properties").has("low");
    }

    /** Follows references, and of an alternative with null takes the other. */
    private static JsonNode resolved(JsonNode schema, JsonNode root) {
        if (schema.has("$ref")) {
            return resolved(root.at(schema.get("$ref").asString().substring(1)), root);
        }
        for (JsonNode one : schema.path("oneOf")) {
            if (!one.path("type").asString("").equals("null")) {
                return resolved(one, root);
            }
        }
        return schema;
    }
}

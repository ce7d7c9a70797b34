package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status of runs that are finished, going on, killed and in shards, against their files. */
class StatusTest {

    @TempDir
    private static Path runs;

    private static Path folder;

    @TempDir
    private Path other;

    /** Three clippings, of which one makes no sense with an initialization: it has one skipped trial in two blocks. */
    @BeforeAll
    static void runOnce() throws IOException {
        String text = Files.readString(Runs.plan())
                .replace("blocks: 1", "blocks: 2")
                .replace("{cell: tanh-rnn, hidden: 4}", "{cell: lstm, hidden: 4, initialization: identity}")
                .replace("[sgd, adam]", "[{name: sgd, learning-rate: 0.1}, adam]");
        Path plan = Files.writeString(runs.resolve("several.yaml"), text);
        Spoken run = Spoken.by("run", plan, "--runs", runs);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain(" 0 skipped");
        folder = runs.resolve("several");
    }

    private static JsonNode json(Path of) {
        Spoken spoken = Spoken.by("status", of, "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return JsonMapper.shared().readTree(spoken.out());
    }

    private static String text(Path of) {
        Spoken spoken = Spoken.by("status", of);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.err()).isEmpty();
        return spoken.out();
    }

    /** Counts what a path into the lines of a file leads to. */
    private static Map<String, Integer> counts(List<String> lines, String at) {
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach(
                line -> counts.merge(JsonMapper.shared().readTree(line).at(at).asString(), 1, Integer::sum));
        return counts;
    }

    @Test
    void theCountsAreThoseOfTheFiles() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("results.jsonl"));
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
        Map<String, Integer> outcomes = counts(lines, "/result/outcome/kind");
        Map<String, Integer> phases = counts(lines, "/trial/replicate/phase");

        JsonNode status = json(folder);

        assertThat(status.get("plan").asString()).isEqualTo("several");
        assertThat(status.get("state").asString()).isEqualTo("finished");
        assertThat(status.get("process").isNull()).isTrue();
        assertThat(status.at("/trials/planned").asInt())
                .isEqualTo(manifest.get("plannedTrials").asInt())
                .isEqualTo(lines.size());
        assertThat(status.at("/trials/done").asInt()).isEqualTo(lines.size());
        Map<String, String> names = Map.of(
                "solved",
                "solved",
                "budgetSpent",
                "budget-spent",
                "diverged",
                "diverged",
                "skipped",
                "skipped",
                "failed",
                "failed");
        names.forEach((name, kind) ->
                assertThat(status.at("/trials/" + name).asInt()).isEqualTo(outcomes.getOrDefault(kind, 0)));
        for (JsonNode stage : status.get("stages")) {
            int done = phases.get(stage.get("stage").asString());
            assertThat(stage.get("done").asInt()).isEqualTo(done);
            assertThat(stage.get("planned").asInt())
                    .as("all that there will be")
                    .isEqualTo(done);
            assertThat(stage.get("exact").asBoolean()).isTrue();
        }
        assertThat(status.get("stages")).hasSize(2);
        double seconds = lines.stream()
                .mapToDouble(line -> JsonMapper.shared()
                        .readTree(line)
                        .at("/circumstances/seconds")
                        .asDouble())
                .sum();
        JsonNode machine = status.get("machines").get(0);
        assertThat(status.get("machines")).hasSize(1);
        assertThat(machine.get("trials").asInt()).isEqualTo(lines.size());
        assertThat(machine.get("seconds").asDouble()).isCloseTo(seconds, offset(1e-9));
        assertThat(status.at("/pace/coreSecondsLeft").asDouble()).isZero();
    }

    @Test
    void aFinishedRunIsSaidToBe() throws IOException {
        int trials = Files.readAllLines(folder.resolve("results.jsonl")).size();

        assertThat(text(folder))
                .startsWith("plan several: " + trials + " of " + trials + " trials (100 %)\nit is finished\n")
                .contains("  tuning     ", "  evaluation ", "  machine    " + trials + " trials in ")
                .doesNotContain("time left");
    }

    @Test
    void aRunThatGoesOnIsToldOfAndNotDisturbed() throws Exception {
        String text = Files.readString(Runs.plan()).replace("updates: 40", "updates: 8000");
        Path plan = Files.writeString(other.resolve("slow.yaml"), text);
        Path slow = other.resolve("slow");
        try (Child child = Child.running("run", plan, "--runs", other, "--threads", 1)) {
            child.awaitLines(slow.resolve("results.jsonl"), 5);

            JsonNode status = json(slow);
            Spoken report = Spoken.by("report", slow, "--out", other.resolve("report"));
            Spoken export = Spoken.by("export", slow, "--out", other.resolve("tables"));
            Spoken second = Spoken.by("run", plan, "--runs", other);

            assertThat(second.err()).as("the lock is where it was").contains("in use by process " + child.pid());
            assertThat(status.get("state").asString()).isEqualTo("running");
            assertThat(status.get("process").asLong()).isEqualTo(child.pid());
            assertThat(status.at("/trials/done").asInt()).isBetween(5, 23);
            assertThat(status.at("/pace/secondsLeft").asDouble()).isPositive();
            assertThat(report.code()).as(report.err()).isZero();
            assertThat(report.err())
                    .contains("the run is going on: process " + child.pid() + " holds its folder")
                    .contains(" of 24 planned trials have no result yet");
            assertThat(other.resolve("report/report.html"))
                    .content()
                    .contains("The run was still going on when this report was made.");
            assertThat(export.err()).contains("the run is going on: process " + child.pid());
            assertThat(CsvRows.of(other.resolve("tables/trials.csv"))).hasSizeBetween(5, 23);
            child.kill();
        }
        assertThat(text(slow))
                .contains("\nno process of this machine runs it; another machine may, for a trial ended ")
                .contains("  time left  not known: nothing runs here; about ");
        assertThat(json(slow).get("state").asString()).isEqualTo("unknown");
        assertThat(json(slow).at("/pace/secondsLeft").isNull()).isTrue();
    }

    @Test
    void aRunOfLongAgoWasLeft() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("results.jsonl"));
        Path old = copied(timed(lines.subList(0, 5), "cpu", 60), other.resolve("old"));

        assertThat(text(old))
                .contains("\nno process of this machine runs it; the command that began it goes on with it\n");
        assertThat(json(old).get("state").asString()).isEqualTo("left");
    }

    /** Two machines side by side, each with a trial of 60 s after the other: 120 trials an hour, and two at a time. */
    @Test
    void thePaceIsThatOfAllMachines() throws IOException {
        List<String> lines = ran();
        List<String> both = new ArrayList<>(timed(lines.subList(0, 10), "one", 60));
        both.addAll(timed(lines.subList(10, 20), "another", 60));
        Path mixed = copied(both, other.resolve("mixed"));

        JsonNode pace = json(mixed).get("pace");

        assertThat(json(mixed).get("machines")).hasSize(2);
        assertThat(pace.get("trialsPerHour").asDouble()).isCloseTo(120, offset(0.5));
        assertThat(pace.get("atATime").asDouble()).isCloseTo(2, offset(0.01));
    }

    /** Returns the lines of trials that were not skipped. */
    private static List<String> ran() throws IOException {
        return Files.readAllLines(folder.resolve("results.jsonl")).stream()
                .filter(line -> !line.contains("\"kind\":\"skipped\""))
                .toList();
    }

    /** Returns results that a processor made one after the other in the year 2026, without checks of their content. */
    private static List<String> timed(List<String> lines, String cpu, int seconds) {
        List<String> timed = new ArrayList<>();
        for (String line : lines) {
            String started = Instant.parse("2026-01-01T00:00:00Z")
                    .plusSeconds((long) seconds * timed.size())
                    .toString();
            timed.add(line.replaceFirst("\"seconds\":[^,}]+", "\"seconds\":" + seconds)
                    .replaceFirst("\"started\":\"[^\"]+\"", "\"started\":\"" + started + "\"")
                    .replaceFirst("\"cpu\":\"[^\"]+\"", "\"cpu\":\"" + cpu + "\"")
                    .replaceFirst(",\"check\":\"[0-9a-f]{8}\"}", "}"));
        }
        return timed;
    }

    @Test
    void aLineThatIsBeingWrittenIsPassedOver() throws IOException {
        Path torn = copied(Files.readAllLines(folder.resolve("results.jsonl")), other.resolve("torn"));
        Files.writeString(torn.resolve("results.jsonl"), "{\"id\":\"0123", StandardOpenOption.APPEND);

        assertThat(json(torn).get("trials")).isEqualTo(json(folder).get("trials"));
    }

    @Test
    void aRunWithoutResultsHasNoTimes() throws IOException {
        Path empty = copied(List.of(), other.resolve("empty"));
        Files.delete(empty.resolve("results.jsonl"));

        assertThat(text(empty))
                .startsWith("plan several: 0 of ")
                .contains("  pace       not known: too few trials have ended\n", "  time left  not known: ")
                .contains(" of at most ")
                .doesNotContain("  machine ");
    }

    @Test
    void shardsAreSummedUpAndListed() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("results.jsonl"));
        Path whole = other.resolve("several");
        Path first = copied(lines.subList(0, 7), whole.resolve("shards/1-of-3"));
        copied(lines.subList(5, lines.size()), whole.resolve("shards/3-of-3"));
        Files.createDirectories(whole.resolve("shards/2-of-3"));

        JsonNode status = json(whole);

        assertThat(status.get("trials"))
                .as("a trial counts once")
                .isEqualTo(json(folder).get("trials"));
        assertThat(status.get("shards")).hasSize(2);
        assertThat(status.at("/shards/0/folder").asString()).isEqualTo(first.toString());
        assertThat(status.at("/shards/0/trials/done").asInt()).isEqualTo(7);
        assertThat(text(whole)).contains("  shard      1-of-3: 7 trials, no process of this machine runs it");
        assertThat(text(first)).startsWith("plan several: 7 of ");
    }

    @Test
    void aShardOfAnEarlierPlanIsListedAndNotCounted() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("results.jsonl"));
        Path whole = other.resolve("several");
        Path first = copied(lines.subList(0, 7), whole.resolve("shards/1-of-2"));
        Path second = copied(lines.subList(7, lines.size()), whole.resolve("shards/2-of-2"));
        changePlan(first, "\\nbudget:", "\\n# as before\\nbudget:", "2026-01-01T00:00:00Z");
        assertThat(Files.readString(first.resolve("run.json"))).contains("# as before");
        assertThat(json(whole).get("trials"))
                .as("a comment changes nothing")
                .isEqualTo(json(folder).get("trials"));

        changePlan(first, "hidden: 4", "hidden: 5", "2026-01-01T00:00:00Z");
        changePlan(second, "", "", "2026-01-02T00:00:00Z");
        assertThat(text(whole))
                .contains("\n  earlier    7 results of an earlier plan, not counted\n")
                .contains("\n  shard      1-of-2: 7 trials of an earlier plan, not counted above, no process")
                .contains("\n  shard      2-of-2: " + (lines.size() - 7) + " trials, no process");
        assertThat(json(whole).at("/trials/done").asInt()).isEqualTo(lines.size() - 7);
        assertThat(json(whole).at("/trials/earlier").asInt()).isEqualTo(7);
        assertThat(json(whole).at("/shards/0/state").asString()).isEqualTo("earlier");
        assertThat(json(whole).at("/shards/1/state").asString()).isNotEqualTo("earlier");

        changePlan(first, "", "", "2026-01-03T00:00:00Z");
        assertThat(json(whole).at("/trials/done").asInt())
                .as("the latest plan counts")
                .isEqualTo(7);
        assertThat(json(whole).at("/shards/1/state").asString()).isEqualTo("earlier");
    }

    /** Changes the text of the plan that a folder ran, and when it seems to have been written. */
    private static void changePlan(Path of, String from, String to, String written) throws IOException {
        Path manifest = of.resolve("run.json");
        Files.writeString(
                manifest,
                Files.readString(manifest).replace(from, to).replaceAll(",\\s*\"check\"\\s*:\\s*\"\\w{8}\"", ""));
        Files.setLastModifiedTime(manifest, FileTime.from(Instant.parse(written)));
    }

    /** Makes a folder of a run with these results, all of which count. */
    private static Path copied(List<String> lines, Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(folder.resolve("run.json"), to.resolve("run.json"));
        Files.write(to.resolve("results.jsonl"), lines);
        return to;
    }

    @Test
    void whatIsNoRunOrOfAnotherVersionIsRefused() throws IOException {
        assertRefused(Spoken.by("status", other), other + " holds no run (no run.json)");
        assertRefused(Spoken.by("status", other.resolve("none")), "holds no run");
        Path damaged = copied(Files.readAllLines(folder.resolve("results.jsonl")), other.resolve("damaged"));
        Path results = damaged.resolve("results.jsonl");
        Files.writeString(results, Files.readString(results).replaceFirst("\"attempts\":0", "\"attempts\":1"));
        assertRefused(Spoken.by("status", damaged), "line ", "does not match its check");
        Path manifest = damaged.resolve("run.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"schema\"\\s*:\\s*2", "\"schema\":3"));
        assertRefused(Spoken.by("status", damaged), "schema version 3, expected 2");
    }
}

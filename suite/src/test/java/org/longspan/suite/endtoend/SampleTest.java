package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan of which only a sample runs. The whole tiny plan has 16 trials that try settings, and 24 in all. */
class SampleTest {

    @TempDir
    private Path runs;

    private Path plan;

    @BeforeEach
    void writePlan() throws IOException {
        plan = write("some", "sample: {trials: 7, seed: 2}\n");
    }

    @Test
    void itsTrialsAreTrialsOfTheWholePlanBitForBit() {
        Runs.run(runs);
        Spoken spoken = run(1);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).startsWith("7 trials run, 0 reused: ").contains("core-second");
        assertThat(canonical()).hasSize(7);
        assertThat(Runs.canonical(runs).lines()).containsAll(canonical());
    }

    @Test
    void threadsAndASecondRunChangeNothing() throws IOException {
        run(1);
        List<String> once = canonical();
        Path results = runs.resolve("some/results.jsonl");
        Files.write(results, Files.readAllLines(results).subList(0, 3));
        assertThat(Spoken.by("plan", plan, "--runs", runs).out()).containsPattern("stored +3 of 7 trials in ");

        assertThat(run(3).out()).startsWith("4 trials run, 3 reused: ");
        assertThat(canonical()).isEqualTo(once);
        assertThat(run(2).out()).startsWith("0 trials run, 7 reused: ");
    }

    @Test
    void planTellsWhatItIsDrawnFrom() {
        Spoken spoken = Spoken.by("plan", plan, "--runs", runs);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out().replaceAll("\\s+", " "))
                .contains("cells (optimizer × clipping × problem × schedule × policy) with a trial in the sample")
                .contains("sample 7 of 16 trials that try settings, drawn with seed 2; none is judged")
                .contains("in all 7 trials")
                .doesNotContain("evaluation");
    }

    @Test
    void theReportMakesNoClaimAndSaysWhy() throws IOException {
        run(2);

        JsonNode report = new JsonMapper().readTree(Files.readString(runs.resolve("some/report.json")));
        assertThat(report.get("answers")).isEmpty();
        assertThat(report.get("effects")).isEmpty();
        assertThat(report.get("caveats")
                        .valueStream()
                        .filter(caveat -> caveat.get("kind").asString().equals("sample"))
                        .map(caveat -> caveat.get("text").asString()))
                .singleElement()
                .asString()
                .startsWith("This run has 7 trials of the plan, drawn at random with seed 2, all of tuning.");
        assertThat(report.at("/identity/missing").asInt(-1)).isZero();
        assertThat(Files.readString(runs.resolve("some/report.html")))
                .contains("This run has 7 trials of the plan, drawn at random", "this run is a sample")
                .doesNotContain("no result yet");
        assertThat(Files.readString(runs.resolve("some/run.json"))).containsPattern("\"trials\" ?: ?7,");
        Spoken results = Spoken.by("results", runs.resolve("some"));
        assertThat(results.code()).as(results.err()).isZero();
        assertThat(results.err()).contains("the run is a sample of the plan's tuning trials, so the table has no");
        assertThat(Spoken.by("report", runs.resolve("some")).code()).isZero();
    }

    @Test
    void anotherRootSeedKeepsTheDraw() {
        Spoken spoken = Spoken.by("run", plan, "--runs", runs, "--seed", 5);

        assertThat(spoken.out()).startsWith("7 trials run, 0 reused: ");
        assertThat(runs.resolve("some-seed-5/report.html")).exists();
        assertThat(Spoken.by("plan", plan, "--seed", 5, "--runs", runs).out()).contains("drawn with seed 2");
    }

    @Test
    void aSampleOfMoreTrialsThanThePlanHasIsRefused() throws IOException {
        Path greedy = write("greedy", "sample: {trials: 17}\n");

        assertRefused(
                Spoken.by("run", greedy, "--runs", runs),
                "plan greedy, sample.trials: 17 is given, expected at most 16, the trials that try settings"
                        + " in all cells that are not skipped");
        assertThat(runs.resolve("greedy")).doesNotExist();
    }

    private Path write(String name, String keys) throws IOException {
        return Files.writeString(runs.resolve(name + ".yaml"), keys + Files.readString(Runs.plan()));
    }

    private Spoken run(int threads) {
        return Spoken.by("run", plan, "--runs", runs, "--threads", threads);
    }

    private List<String> canonical() {
        return Spoken.by("results", runs.resolve("some"), "--canonical")
                .out()
                .lines()
                .toList();
    }
}

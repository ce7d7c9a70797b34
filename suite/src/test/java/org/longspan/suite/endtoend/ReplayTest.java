package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.RecordJson;

/** Stored trials run again. */
class ReplayTest {

    @TempDir
    private Path runs;

    @BeforeEach
    void runOnce() {
        Runs.run(runs);
    }

    @Test
    void everyBitOfAReplayAgrees() throws IOException {
        String id = Runs.lines(runs).get(0).replaceFirst(".*?\"id\":\"([0-9a-f]{16})\".*", "$1");

        Spoken spoken = Spoken.by("replay", Runs.folder(runs), id);

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out()).contains("trial " + id).contains("every bit agrees");
    }

    @Test
    void aReplayOfAResultThatWasChangedTellsWhere() throws IOException {
        String line = Runs.lines(runs).get(0);
        String id = line.replaceFirst(".*?\"id\":\"([0-9a-f]{16})\".*", "$1");
        String weights = line.replaceFirst(".*\"weights\":\"([0-9a-f]{64})\".*", "$1");
        Files.writeString(Runs.results(runs), Runs.unchecked(runs).replace(weights, "0".repeat(64)));

        Spoken spoken = Spoken.by("replay", Runs.folder(runs), id);

        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.out()).contains("differs").contains("weights");
    }

    @Test
    void aStrangersTaskIsReplayedToo(@TempDir Path folder) throws IOException {
        Path jar = StrangersJar.named("parrot", folder);
        String plan = Files.readString(Runs.plan()).replace("family: adding, variant: urnn", "family: parrot");
        Path file = Files.writeString(folder.resolve("stranger.yaml"), plan);
        Spoken.by("--tasks", jar, "run", file, "--runs", folder);
        String line =
                Files.readAllLines(folder.resolve("stranger/results.jsonl")).get(0);
        String id = line.replaceFirst(".*?\"id\":\"([0-9a-f]{16})\".*", "$1");

        Spoken replay = Spoken.by("replay", folder.resolve("stranger"), id, "--tasks", jar);

        assertThat(replay.code()).as(replay.err()).isZero();
    }

    @Test
    void theCommandOfAReportWorksWhereverItsFolderHasGone(@TempDir Path folder) throws IOException {
        Path jar = StrangersJar.named("parrot", folder);
        String plan = Files.readString(Runs.plan()).replace("family: adding, variant: urnn", "family: parrot");
        Path file = Files.writeString(folder.resolve("stranger.yaml"), plan);
        Spoken.by("--tasks", jar, "run", file, "--runs", folder.resolve("elsewhere"));
        Path moved = Files.move(folder.resolve("elsewhere/stranger"), folder.resolve("moved"));
        String page = Files.readString(moved.resolve("report.html"));
        String id = page.replaceFirst("(?s).*?\"id\":\\[\"([0-9a-f]{16})\".*", "$1");
        String command =
                page.replaceFirst("(?s).*?\"replay\":\"([^\"]*)\".*", "$1").replace(" ID", " " + id);

        assertThat(command).startsWith("./longspan replay DIR ").endsWith(" --tasks " + jar);
        Object[] words = command.replace("DIR", moved.toString())
                .replaceFirst("\\./longspan ", "")
                .split(" ");
        Spoken replay = Spoken.by(words);
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).contains("every bit agrees");
        assertRefused(
                Spoken.by(words[0], words[1], words[2]), "unknown task parrot", "; the run was given --tasks " + jar);
    }

    @Test
    void aFolderWithoutARunIsRefused(@TempDir Path empty) {
        assertRefused(Spoken.by("replay", empty, "0123456789abcdef"), empty.toString(), "no run");
    }

    @Test
    void aTrialThatTheFolderDoesNotHoldIsRefused() {
        assertRefused(Spoken.by("replay", Runs.folder(runs), "0000000000000000"), "0000000000000000");
        assertRefused(Spoken.by("replay", Runs.folder(runs), "the best one"), "the best one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'batch':4 | 'batch':1000000 | it does not obey the rules of its run: budget.batch: 4, now 1000000",
                "'batch':4 | 'batch':2147483647 | batch is 2147483647, expected a whole number from 1 to 100000000",
                "'length':4 | 'length':1000000 | its task is none of the run's",
                "'name':'sgd' | 'name':'sgdd' | unknown optimizer sgdd; did you mean sgd?",
                "'name':'lstm' | 'name':'' | unknown cell ",
                "'family':'adding' | 'family':'none' | unknown task none",
                "'hidden':4 | 'hidden':-4 | hidden is -4, expected a whole number from 1",
                "'learning-rate':6 | 'learning-rate':-6 | expected a number greater than 0",
                "'hidden':4 | 'hidden':1000000 | its model is none of the run's"
            })
    void aTrialThatNoPlanCanHoldIsRefusedInOneSentence(String from, String to, String message) throws IOException {
        String line = Runs.unchecked(runs)
                .lines()
                .filter(stored -> stored.contains("\"lstm\"") && stored.contains("\"sgd\""))
                .findFirst()
                .orElseThrow();
        StoredResult stored = RecordJson.readLine(line);
        String changed = line.replace(from.replace('\'', '"'), to.replace('\'', '"'));
        assertThat(changed).isNotEqualTo(line);
        String id = RecordJson.id(RecordJson.readLine(changed).trial()).value();
        Files.writeString(Runs.results(runs), changed.replace(stored.id().value(), id) + "\n");
        Files.delete(Runs.folder(runs).resolve("run.trials"));

        Spoken spoken =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Spoken.by("replay", Runs.folder(runs), id));

        assertRefused(spoken, "trial " + id + " in ", " cannot be replayed: ", message);
    }
}

package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        String report = Files.readString(moved.resolve("report.json"));
        String command = report.replaceFirst("(?s).*?\"replay\":\"([^\"]*)\".*", "$1");

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
}

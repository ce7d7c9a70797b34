package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are killed or told to stop. */
class KilledRunTest {

    @TempDir
    private Path whole;

    @TempDir
    private Path killed;

    @Test
    void aKilledRunGoesOnAndGivesTheBytesOfOneNeverInterrupted() throws Exception {
        Runs.run(whole);
        int trials = Runs.lines(whole).size();
        try (Child child = Child.running("run", Runs.plan(), "--runs", killed, "--threads", 2)) {
            child.awaitLines(Runs.results(killed), 2);
            Spoken second = Runs.run(killed);
            child.kill();

            assertThat(second.code()).isEqualTo(2);
            assertThat(second.err())
                    .contains("in use by process " + child.pid())
                    .doesNotContain("\tat ");
        }
        assertThat(Runs.lines(killed)).as("killed in the middle").hasSizeLessThan(trials);

        Spoken again = Runs.run(killed);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Runs.canonical(killed)).isEqualTo(Runs.canonical(whole));
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aRunThatIsToldToEndSaysWhatIsKeptAndLosesNothing(String signal, int code) throws Exception {
        Runs.run(whole);
        Path said = killed.resolve("said");
        Process process = new ProcessBuilder(Child.command("run", Runs.plan(), "--runs", killed, "--threads", 1))
                .redirectError(said.toFile())
                .start();
        try (Child child = Child.of(process)) {
            Process killer = new ProcessBuilder("sh", "-c", "read go; kill -" + signal + " " + process.pid()).start();
            child.awaitLines(Runs.results(killed), 1);
            killer.getOutputStream().close(); // a shell that waits is faster than one to be started
            assumeThat(ignored(process.pid(), code - 128)).as("as under nohup").isFalse();

            assertThat(process.waitFor(8, TimeUnit.SECONDS)).as("ends at once").isTrue();
            assertThat(process.exitValue()).as("128 and the signal's number").isEqualTo(code);
        }
        Spoken stored = Spoken.by("results", Runs.folder(killed), "--canonical");
        assertThat(stored.err()).as("nothing is left out").doesNotContain("run.trials");
        assertThat(Files.readString(said))
                .contains("stopped: " + stored.out().lines().count() + " of 24 trials ")
                .endsWith(Runs.folder(killed) + "; the same command resumes the run\n");

        Spoken again = Runs.run(killed);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).doesNotContain("stopped");
        assertThat(Runs.canonical(killed)).isEqualTo(Runs.canonical(whole));
    }

    /** Whether a process was started with a signal ignored, which a virtual machine respects. */
    private static boolean ignored(long pid, int signal) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> new BigInteger(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .anyMatch(mask -> mask.testBit(signal - 1));
    }

    @Test
    void aTornLastLineIsKeptBesideAndItsTrialRunAgain() throws IOException {
        Runs.run(whole);
        Runs.run(killed);
        byte[] results = Files.readAllBytes(Runs.results(killed));
        byte[] torn = Arrays.copyOf(results, results.length - 100);
        Files.write(Runs.results(killed), torn, StandardOpenOption.TRUNCATE_EXISTING);

        Spoken again = Runs.run(killed);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("1 trial run, 23 reused");
        assertThat(Runs.canonical(killed)).isEqualTo(Runs.canonical(whole));
        assertThat(Runs.folder(killed).resolve("results.jsonl.torn")).isNotEmptyFile();
    }

    @Test
    void aRunEndsAtATrialsEndWhenTheProcessThatStartedItHasGone() throws Exception {
        assumeThat(Path.of("/bin/sh")).exists();
        List<String> command =
                Child.command("run", Runs.plan(), "--runs", killed, "--threads", 1, "--stop-with-parent");
        String quoted =
                String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
        Process parent = new ProcessBuilder("/bin/sh", "-c", quoted + " >/dev/null 2>&1 & echo $!; wait").start();
        ProcessHandle orphan = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();
        try (Child shell = Child.of(parent)) {
            shell.awaitLines(Runs.results(killed), 1);
            shell.kill();
            orphan.onExit().get(60, TimeUnit.SECONDS);
        } finally {
            orphan.destroyForcibly();
        }

        assertThat(Files.readString(Runs.results(killed))).as("no line is torn").endsWith("}\n");
        assertThat(Runs.folder(killed).resolve("report.json")).doesNotExist();
    }
}

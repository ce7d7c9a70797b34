package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that {@code longspan slurm} prints, run with stand-ins for Slurm's commands. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SlurmTest {

    @TempDir
    private Path parent;

    private Path notes;
    private Path runs;

    @BeforeEach
    void standIns() throws IOException {
        notes = Files.createDirectories(parent.resolve("notes"));
        runs = parent.resolve("100 % of 'runs'");
        Path bin = Files.createDirectories(parent.resolve("bin"));
        for (String name : List.of("sbatch", "scontrol")) {
            executable(bin.resolve(name), Files.readString(Path.of("src/test/resources/slurm", name)));
        }
        Files.createFile(notes.resolve("jobs"));
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    /** Returns the script for three shards of a plan. */
    private Path script(Path plan, Path launcher) throws IOException {
        Spoken spoken = Spoken.by(
                "slurm",
                plan,
                "--shards",
                3,
                "--runs",
                runs,
                "--threads",
                1,
                "--launcher",
                launcher,
                "--time",
                "00:10:00");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return Files.writeString(parent.resolve("tiny.sh"), spoken.out());
    }

    /** Submits a script, and returns what it says. */
    private Spoken submit(Path script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
        builder.environment().put("PATH", parent.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("SLURM_STAND_IN", notes.toString());
        builder.directory(parent.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Spoken(process.waitFor(), out, err);
    }

    /** Returns a launcher that starts this build. */
    private Path launcher() throws IOException {
        String command = Child.command().stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return executable(parent.resolve("longspan"), "#!/bin/sh\nexec " + command + " \"$@\"\n");
    }

    /** Returns a launcher that notes its words and then does what {@code script} says. */
    private Path pretender(String script) throws IOException {
        return executable(
                parent.resolve("longspan"),
                "#!/usr/bin/env bash\nprintf '%s ' \"$@\" >>'" + notes + "/words'; printf '\\n' >>'" + notes
                        + "/words'\nrun=\"" + runs + "/tiny\"\n" + script + "\n");
    }

    private List<String> words() throws IOException {
        return Files.readAllLines(notes.resolve("words"));
    }

    private String log(String name) throws IOException {
        return Files.readString(Runs.folder(runs).resolve("slurm/" + name + ".log"));
    }

    @Test
    void theScriptIsCleanShell() throws Exception {
        Path script = script(Runs.plan(), parent.resolve("it's here/longspan"));
        assumeThat(onPath("shellcheck")).as("shellcheck is installed").isTrue();

        Process check = new ProcessBuilder("shellcheck", script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** One shard reaches its time limit, and goes on where it was. */
    @Test
    void aPlanIsRunInShardsMergedAndReported() throws Exception {
        Path plan = Files.writeString(
                parent.resolve("tiny.yaml"),
                Files.readString(Runs.plan())
                        .replace("updates: 40", "updates: 1000")
                        .replace("every: 20", "every: 500"));
        Path whole = parent.resolve("whole");
        Spoken.by("run", plan, "--runs", whole);
        int limited = 2; // it has five of the eight blocks
        Files.writeString(
                notes.resolve("limit"),
                limited + " " + Runs.folder(runs).resolve("shards/" + limited + "-of-3/results.jsonl"));

        Spoken spoken = submit(script(plan, launcher()));

        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .isEqualTo("shards: job 1, merge: job 2, report: job 3; their logs are in " + Runs.folder(runs)
                        + "/slurm\n");
        assertThat(notes.resolve("requeues")).hasContent("requeue 1_" + limited);
        assertThat(log("shard-" + limited))
                .contains("stopped: ", "results so far; it goes on when Slurm starts it again", "reused: ");
        assertThat(log("merge")).contains("24 of 24 planned trials have a result");
        assertThat(Runs.folder(runs).resolve("report.html")).isNotEmptyFile();
        assertThat(Runs.canonical(runs)).isEqualTo(Runs.canonical(whole));
    }

    @Test
    void aShardThatFailsCancelsNeitherTheOthersNorTheMerge() throws Exception {
        Path launcher = pretender("""
            case "$*" in
                *"--shard 2/3"*) exit 70 ;;
                run*) shard=$*; shard=${shard#*--shard }; shard=${shard%%/*}
                    mkdir -p "$run/shards/$shard-of-3"; echo x >"$run/shards/$shard-of-3/run.json" ;;
            esac\
            """);

        submit(script(Runs.plan(), launcher));

        assertThat(words())
                .satisfiesExactly(
                        word -> assertThat(word).contains("--shard 1/3 --runs " + runs + " --threads 1"),
                        word -> assertThat(word).contains("--shard 2/3"),
                        word -> assertThat(word).contains("--shard 3/3"),
                        word -> assertThat(word)
                                .isEqualTo("merge " + Runs.folder(runs) + "/shards/1-of-3 " + Runs.folder(runs)
                                        + "/shards/3-of-3 --into " + Runs.folder(runs) + " "),
                        word -> assertThat(word).isEqualTo("report " + Runs.folder(runs) + " "));
        assertThat(Files.readAllLines(notes.resolve("jobs")))
                .satisfiesExactly(
                        job -> assertThat(job).contains("--array=1-3 --time=00:10:00 --cpus-per-task=1 --requeue"),
                        job -> assertThat(job).contains("--dependency=afterany:1 "),
                        job -> assertThat(job).contains("--dependency=afterok:2 --kill-on-invalid-dep=yes"));
    }

    @Test
    void aMergeThatRefusesCancelsTheReport() throws Exception {
        submit(script(Runs.plan(), pretender("exit 0")));

        assertThat(log("merge")).startsWith("longspan: no shard in " + Runs.folder(runs) + "/shards has begun");
        assertThat(words()).hasSize(3).allMatch(word -> word.startsWith("run "));
        assertThat(notes.resolve("ended-3")).hasContent("cancelled");
    }

    @Test
    void aJobThatSlurmDoesNotTakeEndsTheScript() throws Exception {
        executable(parent.resolve("bin/sbatch"), "#!/bin/sh\necho 'Batch job submission failed' >&2\nexit 1\n");

        Spoken spoken = submit(script(Runs.plan(), pretender("exit 0")));

        assertThat(spoken).isEqualTo(new Spoken(1, "", "Batch job submission failed\n"));
    }

    @Test
    void aShardThatFinishesNothingInItsTimeIsNotStartedForEver() throws Exception {
        Path launcher = pretender("""
            case "$*" in
                *"--shard 2/3"*) trap 'exit 143' TERM; echo x >"$run/begun"; while :; do sleep 0.01; done ;;
            esac\
            """);
        Files.writeString(notes.resolve("limit"), "2 " + Runs.folder(runs).resolve("begun"));

        submit(script(Runs.plan(), launcher));

        assertThat(log("shard-2"))
                .isEqualTo(
                        "longspan: shard 2 of 3 finished no trial in the time limit 00:10:00; give a longer --time.\n");
        assertThat(notes.resolve("requeues")).doesNotExist();
        assertThat(words()).anyMatch(word -> word.contains("--shard 3/3"));
    }

    /** As by scancel, or when a node is drained. */
    @Test
    void aShardThatIsCancelledIsNotPutIntoTheQueueAgain() throws Exception {
        for (String signals : List.of("TERM", "USR1 TERM")) {
            Path launcher = pretender("""
                lines=$run/shards/2-of-3/results.jsonl
                case "$*" in
                    *"--shard 2/3"*)
                        mkdir -p "${lines%/*}"; told=0; trap 'told=$((told + 1)); echo x >>"$lines"' TERM
                        echo x >"$lines"; while ((told < SIGNALS)); do sleep 0.01; done; exit 143 ;;
                esac\
                """.replace("SIGNALS", "" + signals.split(" ").length));
            Files.writeString(notes.resolve("signals"), signals);
            Files.writeString(notes.resolve("limit"), "2 " + Runs.folder(runs).resolve("shards/2-of-3/results.jsonl"));

            submit(script(Runs.plan(), launcher));

            assertThat(notes.resolve("requeues")).as(signals).doesNotExist();
            assertThat(log("shard-2")).isEmpty();
            Files.delete(Runs.folder(runs).resolve("shards/2-of-3/results.jsonl"));
        }
    }

    /** The second signal comes while the shard is ending, which takes it a while. */
    @Test
    void aSecondSignalDoesNotEndTheWaiting() throws Exception {
        Path launcher = pretender("""
            lines=$run/begun
            case "$*" in
                *"--shard 2/3"*)
                    [[ ! -f $lines ]] || exit 0
                    told=0; trap 'told=$((told + 1)); echo x >>"$lines"' TERM
                    echo x >"$lines"; while ((told < 2)); do sleep 0.01; done
                    sleep 0.3; mkdir -p "$run/shards/2-of-3"; echo x >"$run/shards/2-of-3/results.jsonl"; exit 143 ;;
            esac\
            """);
        Files.writeString(notes.resolve("signals"), "USR1 USR1");
        Files.writeString(notes.resolve("limit"), "2 " + Runs.folder(runs).resolve("begun"));

        submit(script(Runs.plan(), launcher));

        assertThat(notes.resolve("requeues")).hasContent("requeue 1_2");
        assertThat(log("shard-2")).isEqualTo("shard 2 of 3: 1 results so far; it goes on when Slurm starts it again\n");
    }

    @Test
    void optionsOfARunReachEveryShard() {
        Spoken spoken = Spoken.by(
                "slurm",
                Runs.plan(),
                "--shards",
                2,
                "--runs",
                runs,
                "--seed",
                -3,
                "--only",
                "optimizer=adam",
                "--kernels",
                "plain",
                "--sbatch=--account=me and you",
                "--mem",
                "8G");

        assertThat(spoken.out())
                .contains(
                        "\nrun_options=(--runs '" + runs.toString().replace("'", "'\\''")
                                + "' --seed=-3 --only optimizer=adam --kernels plain --threads 4)\n",
                        "\nsbatch_options=('--account=me and you')\n",
                        "\nmemory=8G\n",
                        "\ncpus=4\n",
                        "/tiny-seed--3'\n");
    }

    @Test
    void whatSlurmWouldRefuseIsRefusedBefore() {
        List<Object> words = new ArrayList<>(List.of("slurm", Runs.plan(), "--runs", runs));

        assertRefused(
                Spoken.by(with(words, "--shards", 0)), "0 shards are given, expected a whole number from 1 to 9999");
        assertRefused(Spoken.by(with(words, "--shards", "x")), "--shards x is given, expected a whole number from 1");
        assertRefused(Spoken.by(with(words)), "--shards");
        assertRefused(
                Spoken.by(with(words, "--shards", 2, "--time", "4 hours")),
                "--time 4 hours is given, expected a time limit of Slurm, such as 04:00:00");
        assertRefused(Spoken.by(with(words, "--shards", 2, "--mem", "much")), "--mem much is given, expected a size");
        assertRefused(Spoken.by("slurm", "tinny", "--shards", 2), "no plan tinny");
        assertThat(runs).doesNotExist();
    }

    private static Object[] with(List<Object> words, Object... more) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray();
    }
}

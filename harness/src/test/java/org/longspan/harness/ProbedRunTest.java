package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.Bench.PLAN;
import static org.longspan.harness.Bench.TRIALS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.Bench.Ear;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.store.StoredLines;
import org.longspan.harness.store.StoredRun;
import org.longspan.harness.task.FilePlaces;

/** A run with probes makes what is missing of their looks too, and its results are those of a run without. */
class ProbedRunTest {

    private static final String PROBED =
            PLAN + "probes: [{name: signal-by-lag, at: [0, end]}, {name: lyapunov, at: [end]}]\n";

    @TempDir
    Path parent;

    private Bench bench;

    @BeforeEach
    void place() {
        bench = new Bench(parent);
    }

    /** Trains as a run does, and makes up what probes find: the number that a test sets. */
    private static final class MadeUp implements TrialRunner {
        private final Trainer trainer =
                new Trainer(new Workbench(FakeTasks.catalogue(), Bench.METHODS, Bench.KERNELS, FilePlaces.NONE));
        private final List<ProbeChoice> choices =
                Bench.plan(PROBED).instruments().probes();
        private final List<Trial> run = Collections.synchronizedList(new ArrayList<>());
        private int weightsToAdd;

        @Override
        public Ran run(Trial trial) {
            run.add(trial);
            List<ProbeLook> looks = new ArrayList<>();
            choices.stream()
                    .filter(choice -> choice.looksAt(trial))
                    .forEach(choice -> choice.at().forEach(moment -> looks.add(look(choice.name(), moment))));
            return new Ran(changed(trainer.run(trial)), looks);
        }

        private static ProbeLook look(String probe, String moment) {
            ProbeFinding found = new ProbeFinding.Measured(Map.of("slope", 0.5), List.of(), List.of());
            return new ProbeLook(probe, moment, 60, found, 0.1);
        }

        private TrialResult changed(TrialResult result) {
            return new TrialResult(
                    result.outcome(),
                    result.attempts(),
                    result.chance(),
                    result.curve(),
                    result.costs(),
                    result.thresholdUnits(),
                    result.parameters() + weightsToAdd,
                    result.weights(),
                    result.steps());
        }
    }

    private RunSummary run(String folder, String plan, MadeUp runner, Ear ear) {
        return bench.prepare(folder, plan, Bench.options(2)).run(ear, runner);
    }

    private Path probes(String folder) {
        return bench.folder(folder).resolve("probes.jsonl");
    }

    private List<String> looks(String folder) {
        List<String> lines = new ArrayList<>();
        StoredLines.of(bench.folder(folder)).looks().forEach(look -> lines.add(LookJson.canonicalLine(look)));
        return lines;
    }

    /** Returns the number of trials that the plan's probes look at: evaluation runs of block 0. */
    private int lookedAt(String folder) {
        ProbeChoice any = Bench.plan(PROBED).instruments().probes().get(0);
        int count = (int) StoredRun.read(bench.folder(folder)).results().stream()
                .filter(result -> any.looksAt(result.trial()))
                .count();
        assertThat(count).isBetween(4, 8);
        return count;
    }

    @Test
    void theManifestDescribesTheProbesOfThePlanAmongItsMethods() {
        run("probed", PROBED, new MadeUp(), new Ear());

        assertThat(StoredRun.read(bench.folder("probed")).manifest().design().methods())
                .filteredOn(method -> method.kind().equals("probe"))
                .extracting(method -> method.name())
                .containsExactly("signal-by-lag", "lyapunov");
    }

    @Test
    void realProbesChangeNoBitOfAResultAndAreAskedOnce() {
        bench.run("without", PLAN);
        bench.run("with", PROBED);
        assertThat(bench.canonical("with")).isEqualTo(bench.canonical("without"));
        assertThat(bench.folder("without").resolve("probes.jsonl")).doesNotExist();
        assertThat(looks("with").size()).isEqualTo(3 * lookedAt("without"));
        assertThat(bench.run("with", PROBED).run()).isZero();
        bench.run("again", PROBED);
        assertThat(looks("again").equals(looks("with"))).isTrue();
        StoredResult looked = StoredRun.read(bench.folder("with")).results().stream()
                .filter(result -> looks("with").toString().contains(result.id().value()))
                .findFirst()
                .orElseThrow();
        assertThat(StoredRun.read(bench.folder("with")).looks().of(looked.id()))
                .extracting(look -> look.probe() + " " + look.moment())
                .as("in the order of the plan")
                .containsExactly("signal-by-lag 0", "signal-by-lag end", "lyapunov end");
    }

    @Test
    void aPlanThatAsksForProbesLaterRunsOnlyTheTrialsThatTheyLookAt() throws IOException {
        bench.run("a", PLAN);
        byte[] results = Files.readAllBytes(bench.results("a"));
        int left = bench.prepare("a", PROBED, Bench.options(2)).stored().orElseThrow().stream()
                .mapToInt(StoredCell::left)
                .sum();
        MadeUp runner = new MadeUp();
        Ear ear = new Ear();
        RunSummary summary = run("a", PROBED, runner, ear);
        assertThat(left).isEqualTo(summary.run()).isEqualTo(lookedAt("a"));
        assertThat(summary.reused()).isEqualTo(TRIALS - summary.run());
        assertThat(ear.notes)
                .contains(3 * summary.run() + " records of probes are missing, so " + summary.run()
                        + " trials count as missing");
        assertThat(runner.run)
                .allMatch(trial -> runner.choices.get(0).looksAt(trial))
                .hasSize(summary.run());
        assertThat(bench.results("a")).hasBinaryContent(results);
        assertThat(looks("a")).hasSize(3 * summary.run());
        bench.run("without", PLAN);
        assertThat(bench.canonical("a")).isEqualTo(bench.canonical("without"));
        assertThat(run("a", PROBED, runner, new Ear()).run()).isZero();
        assertThat(run("a", PLAN, runner, new Ear()).run()).isZero();
        assertThat(looks("a")).as("of a plan without probes").isEmpty();
        assertThat(run("a", PROBED, runner, new Ear()).run()).isZero();
        assertThat(looks("a")).hasSize(3 * summary.run());
    }

    /** A kill leaves a beginning of either file, and of the results none without their looks. */
    @Test
    void aRunThatWasKilledAnywhereGivesTheBytesOfOneThatWasNot() throws IOException {
        run("whole", PROBED, new MadeUp(), new Ear());
        List<String> lines = Files.readAllLines(bench.results("whole"));
        String found = Files.readString(probes("whole"));
        for (int kept : List.of(7, 19, 32)) {
            String killed = "killed" + kept;
            Files.createDirectories(bench.folder(killed));
            Files.copy(
                    bench.folder("whole").resolve("run.json"),
                    bench.folder(killed).resolve("run.json"));
            Files.write(bench.results(killed), lines.subList(0, kept));
            int last = lastLookOf(lines.subList(0, kept), found);
            Files.writeString(probes(killed), found.substring(0, Math.min(found.length(), last + 150)));
            MadeUp runner = new MadeUp();
            run(killed, PROBED, runner, new Ear());
            assertThat(runner.run).isNotEmpty();
            assertThat(bench.canonical(killed)).isEqualTo(bench.canonical("whole"));
            assertThat(looks(killed)).isEqualTo(looks("whole"));
        }
    }

    /** Returns where the looks at these trials end. */
    private static int lastLookOf(List<String> results, String found) {
        int last = 0;
        for (String line : results) {
            String id = line.substring(7, 23);
            last = Math.max(last, found.indexOf('\n', Math.max(0, found.lastIndexOf(id))) + 1);
        }
        return last;
    }

    @Test
    void aTrialThatRunsAgainToAnotherResultStopsTheRun() throws IOException {
        bench.run("a", PLAN);
        byte[] results = Files.readAllBytes(bench.results("a"));
        MadeUp runner = new MadeUp();
        runner.weightsToAdd = 1;
        assertThatThrownBy(() -> run("a", PROBED, runner, new Ear()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "ran again for its probes, and its result differs from the stored one at" + " parameters: ")
                .hasMessageContaining("longspan replay " + bench.folder("a"));
        assertThat(bench.results("a")).hasBinaryContent(results);
    }

    @Test
    void equalTrialsAreTakenOverWithTheirLooks() {
        run("lender", PROBED, new MadeUp(), new Ear());
        MadeUp runner = new MadeUp();
        BenchmarkRun reusing = bench.prepare("a", PROBED, Bench.options(2, "", List.of(bench.folder("lender"))));
        assertThat(reusing.stored().orElseThrow().stream()
                        .mapToInt(StoredCell::left)
                        .sum())
                .isZero();
        assertThat(reusing.run(new Ear(), runner).run()).isZero();
        assertThat(runner.run).isEmpty();
        assertThat(looks("a")).isEqualTo(looks("lender"));
        bench.run("unprobed", PLAN);
        reusing = bench.prepare("b", PROBED, Bench.options(2, "", List.of(bench.folder("unprobed"))));
        assertThat(reusing.run(new Ear(), runner).run())
                .isEqualTo(runner.run.size())
                .isPositive();
        assertThat(looks("b")).isEqualTo(looks("lender"));
    }

    @Test
    void aReplayComparesTheLooksToo() throws IOException {
        bench.run("a", PROBED.replace("[2, 3]", "[2]"));
        StoredRun run = StoredRun.read(bench.folder("a"));
        TrialId id = run.results().stream()
                .filter(result -> !(result.result().outcome() instanceof Outcome.Skipped))
                .map(StoredResult::id)
                .filter(trial -> !run.looks().of(trial).isEmpty())
                .findFirst()
                .orElseThrow();
        Replay replay = replay(id);
        assertThat(replay.difference()).isEmpty();
        assertThat(replay.looks()).isEqualTo(3);
        assertThat(replay.notes()).isEmpty();
        String doctored = Files.readString(probes("a"))
                .replaceAll(",\"check\":\"[0-9a-f]{8}\"}", "}")
                .replaceAll("(\"trial\":\"" + id + "\",\"probe\":\"lyapunov\",\"moment\":\"end\",\"updates\":)", "$11");
        Files.writeString(probes("a"), doctored);
        assertThat(replay(id).difference()).matches("lyapunov at end: updates: 1\\d+, now \\d+");
    }

    private Replay replay(TrialId id) {
        return Replay.of(bench.folder("a"), id.value(), FakeTasks.catalogue(), Bench.KERNELS);
    }
}

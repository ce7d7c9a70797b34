package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.estimate.Estimate;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredLines;
import org.longspan.harness.store.StoredRun;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.kernel.KernelChoice;

class BenchmarkRunTest {

    private static final Kernels KERNELS = KernelChoice.best("plain").kernels();
    private static final String PLAN = """
            name: tiny
            tier: smoke
            models: [{cell: tanh-rnn, hidden: 4}]
            tasks: [{family: recall, lengths: [2, 3]}]
            optimizers: [sgd, adam]
            clippings: [none, global-norm, {name: signal-norm, site: cell}]
            budget: {batch: 5, updates: 60}
            """;

    @TempDir
    Path parent;

    /** Records all events. */
    private static final class Ear implements ProgressListener {
        final List<String> notes = new ArrayList<>();
        final List<StoredResult> results = new ArrayList<>();
        Progress last;

        @Override
        public void note(String line) {
            notes.add(line);
        }

        @Override
        public void finished(StoredResult result, Progress progress) {
            results.add(result);
            last = progress;
        }
    }

    @Test
    void aRunMakesEveryPlannedTrialOnceAndAgainNone() {
        Ear ear = new Ear();
        RunSummary first = run("a", PLAN, 2, ear);
        assertThat(first.run()).isEqualTo(first.planned()).isEqualTo(2 * (4 * 3 + 2));
        assertThat(first.outcomes().skipped()).isEqualTo(4);
        assertThat(first.outcomes().failed()).isZero();
        assertThat(ear.results)
                .extracting(StoredResult::id)
                .doesNotHaveDuplicates()
                .hasSize(first.run());
        assertThat(ear.last.done()).isEqualTo(first.planned());
        assertThat(ear.last.workLeft()).isLessThan(1e-6 * ear.last.workDone());
        Ear again = new Ear();
        RunSummary second = run("a", PLAN, 2, again);
        assertThat(second.run()).isZero();
        assertThat(second.reused()).isEqualTo(first.run());
        assertThat(second.outcomes().solved()).isEqualTo(first.outcomes().solved());
        assertThat(again.notes).containsExactly("28 of 28 trials are already there");
    }

    @Test
    void threadsChangeNoByteOfTheCanonicalResults() {
        run("one", PLAN, 1, ProgressListener.NONE);
        run("three", PLAN, 3, ProgressListener.NONE);
        assertThat(canonical("one")).isEqualTo(canonical("three")).hasSize(28);
    }

    @Test
    void aRunThatWasKilledAnywhereGivesTheBytesOfOneThatWasNot() throws IOException {
        run("whole", PLAN, 2, ProgressListener.NONE);
        byte[] bytes = Files.readAllBytes(parent.resolve("whole/results.jsonl"));
        for (int part = 0; part < 3; part++) {
            Path folder = Files.createDirectories(parent.resolve("killed" + part));
            Files.copy(parent.resolve("whole/run.json"), folder.resolve("run.json"));
            int length = bytes.length / 4 * (part + 1);
            Files.write(folder.resolve("results.jsonl"), java.util.Arrays.copyOf(bytes, length));
            RunSummary rest = run("killed" + part, PLAN, 2, ProgressListener.NONE);
            assertThat(rest.run()).isBetween(1, 27);
            assertThat(canonical("killed" + part)).isEqualTo(canonical("whole"));
        }
    }

    @Test
    void aNetworkThatNoWorkspaceHoldsIsRefusedBeforeAnythingRuns() {
        for (String hidden : List.of("20000", "100000")) {
            String plan = PLAN.replace("hidden: 4", "hidden: " + hidden);
            assertThatThrownBy(() -> run("a", plan, 1, ProgressListener.NONE))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            "plan tiny: model tanh-rnn with " + hidden + " units on task recall, length 2");
        }
        assertThat(parent.resolve("a")).doesNotExist();
    }

    @Test
    void aPlanThatOnlyHasAnotherTextRunsNothingAnewAndSaysSo() {
        run("a", PLAN, 2, ProgressListener.NONE);
        Ear ear = new Ear();
        assertThat(run("a", PLAN + "# no more\n", 2, ear).run()).isZero();
        assertThat(ear.notes).containsExactly("28 of 28 trials are already there");
    }

    @Test
    void aChangedPlanIsKeyedAnewAndSaysWhatItReuses() {
        run("a", PLAN, 2, ProgressListener.NONE);
        Ear ear = new Ear();
        RunSummary more = run("a", PLAN.replace("[2, 3]", "[2, 3, 4]"), 2, ear);
        assertThat(more.reused()).isEqualTo(28);
        assertThat(more.run()).isEqualTo(14);
        assertThat(ear.notes)
                .containsExactly(
                        "the plan has changed since the last run: changed trials are run again",
                        "28 of 42 trials are already there");
        String other = PLAN.replace("[sgd, adam]", "[sgd, {name: adam, beta2: 0.9}]");
        RunSummary fixed = run("a", other, 2, ProgressListener.NONE);
        assertThat(fixed.reused()).isEqualTo(2 * (3 + 3 + 1));
        assertThat(StoredRun.read(parent.resolve("a")).results())
                .hasSize(28)
                .noneMatch(result -> result.trial().optimizer().name().equals("adam")
                        && result.trial().optimizer().settings().number("beta2") != 0.9);
    }

    @Test
    void whatAnEarlierRunMadeIsThereFromTheFirstTrialOn() {
        run("a", PLAN, 1, ProgressListener.NONE);
        List<Integer> there = new ArrayList<>();
        List<Progress> begun = new ArrayList<>();
        run("a", PLAN.replace("[2, 3]", "[4, 2, 3]"), 1, new ProgressListener() {
            @Override
            public void begun(Progress progress) {
                begun.add(progress);
            }

            @Override
            public void started(Trial trial, Progress progress) {
                there.add(canonical("a").size());
                begun.add(progress);
            }
        });
        assertThat(there).startsWith(28, 29, 30).endsWith(41);
        assertThat(begun).extracting(Progress::done).startsWith(28, 28, 29).endsWith(41);
        assertThat(begun).extracting(Progress::planned).containsOnly(42);
    }

    @Test
    void resultsOfOtherCodeAreRunAnewUnlessTheyAreAccepted() throws IOException {
        run("a", PLAN, 2, ProgressListener.NONE);
        Path file = parent.resolve("a/results.jsonl");
        String other = "0".repeat(64);
        Files.writeString(file, unchecked(file).replaceAll("\"code\":\"[0-9a-f]{64}\"", "\"code\":\"" + other + "\""));
        assertThat(run("b", PLAN, 1, ProgressListener.NONE).reused()).isZero();
        Files.createDirectories(parent.resolve("c"));
        Files.copy(file, parent.resolve("c/results.jsonl"));
        Ear ear = new Ear();
        assertThat(run("a", PLAN, 2, ear).run()).isEqualTo(28);
        assertThat(ear.notes).hasSize(3);
        assertThat(ear.notes.get(0)).startsWith("28 results of the last run are no longer in results.jsonl");
        assertThat(ear.notes.get(1)).startsWith("28 of 28 lines of results.jsonl carry no check of their content");
        assertThat(ear.notes.get(2)).startsWith("28 results stay in the file").contains(other);
        RunOptions accepting = new RunOptions(2, KERNELS, Set.of(other), false, "test", "");
        BenchmarkRun run = new BenchmarkRun(
                plan(PLAN), FakeTasks.catalogue(), MethodCatalogue.ofThisBuild(), parent.resolve("c"), accepting);
        assertThat(run.run(ProgressListener.NONE).run()).isZero();
        Ear stranger = new Ear();
        RunOptions strange = new RunOptions(2, KERNELS, Set.of(other, "1".repeat(64)), false, "test", "");
        new BenchmarkRun(plan(PLAN), FakeTasks.catalogue(), MethodCatalogue.ofThisBuild(), parent.resolve("c"), strange)
                .run(stranger);
        assertThat(stranger.notes)
                .contains("no result here was made by the code " + "1".repeat(64) + " that --reuse-code names");
        run.run(ProgressListener.NONE);
        StoredRun stored = StoredRun.read(parent.resolve("c"));
        assertThat(stored.results()).hasSize(28);
        assertThat(stored.manifest().provenance().code()).containsEntry("accepted 1", other);
    }

    @Test
    void aReplayAgreesInEveryBitAndSaysWhereADoctoredResultDoesNot() throws IOException {
        run("a", PLAN, 2, ProgressListener.NONE);
        List<StoredResult> results = StoredRun.read(parent.resolve("a")).results();
        for (StoredResult result : results.subList(0, 5)) {
            Replay replay = Replay.of(parent.resolve("a"), result.id().value(), FakeTasks.catalogue(), KERNELS);
            assertThat(replay.difference()).isEmpty();
            assertThat(replay.codeNote()).isEmpty();
        }
        Path file = parent.resolve("a/results.jsonl");
        StoredResult trained = results.stream()
                .filter(result -> !(result.result().outcome() instanceof Outcome.Skipped))
                .findFirst()
                .orElseThrow();
        String line = RecordJson.line(trained);
        String doctored = line.replace("\"parameters\":", "\"parameters\":1");
        Files.writeString(file, unchecked(file).replace(line, doctored));
        Replay replay =
                Replay.of(parent.resolve("a"), trained.id().value().substring(0, 12), FakeTasks.catalogue(), KERNELS);
        assertThat(replay.agrees()).isFalse();
        assertThat(replay.difference()).matches("parameters: 1(\\d+), now \\d+");
        assertThatThrownBy(() -> Replay.of(parent.resolve("a"), "xyz", FakeTasks.catalogue(), KERNELS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds no trial xyz");
    }

    @Test
    void anEstimateCoversEveryTrialThatIsRun() {
        Estimate estimate = Estimate.of(
                plan(PLAN),
                FakeTasks.catalogue(),
                MethodCatalogue.ofThisBuild(),
                RunOptions.with(KERNELS).withThreads(2));
        assertThat(estimate.rows()).extracting(Estimate.Row::trials).containsExactly(12, 12);
        assertThat(estimate.coreSeconds()).isPositive();
        assertThat(estimate.seconds()).isEqualTo(estimate.coreSeconds() / 2);
    }

    /** Returns the results as earlier versions wrote them, without checks of their content. */
    private static String unchecked(Path file) throws IOException {
        return Files.readString(file).replaceAll(",\"check\":\"[0-9a-f]{8}\"}", "}");
    }

    private List<String> canonical(String folder) {
        List<String> lines = new ArrayList<>();
        StoredLines.of(parent.resolve(folder)).forEach(result -> lines.add(RecordJson.canonicalLine(result)));
        return lines;
    }

    private RunSummary run(String folder, String plan, int threads, ProgressListener listener) {
        RunOptions options = new RunOptions(threads, KERNELS, Set.of(), false, "test", "");
        return new BenchmarkRun(
                        plan(plan),
                        FakeTasks.catalogue(),
                        MethodCatalogue.ofThisBuild(),
                        parent.resolve(folder),
                        options)
                .run(listener);
    }

    private static Plan plan(String text) {
        return new PlanReader(MethodCatalogue.ofThisBuild(), FakeTasks.catalogue()).read("tiny.yaml", text);
    }
}

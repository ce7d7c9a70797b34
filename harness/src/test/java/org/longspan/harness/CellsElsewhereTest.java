package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.Bench.METHODS;
import static org.longspan.harness.Bench.PLAN;
import static org.longspan.harness.Bench.TRIALS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.Bench.Ear;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.fake.FileTasks;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.remote.Assignment;
import org.longspan.harness.remote.Bytes;
import org.longspan.harness.remote.CellAnswer;
import org.longspan.harness.remote.CellBench;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.harness.remote.CellSource;
import org.longspan.harness.remote.CellTask;
import org.longspan.harness.remote.RanTrial;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Cells that run elsewhere, with all that goes between the processes as bytes. */
class CellsElsewhereTest {

    /** Where a cell stands for one block of an arm on a length: 2 tuning trials and the one that is judged. */
    private static final int CELLS = 2 * 2 * (3 + 1);

    @TempDir
    Path parent;

    private Bench bench;

    @BeforeEach
    void place() {
        bench = new Bench(parent);
    }

    /** Another process, within this one: it sees bytes alone, and takes the cells from the last to the first. */
    private static final class Elsewhere implements CellExecutor {
        private final TaskCatalogue tasks;
        private final int most;
        private final UnaryOperator<CellAnswer> onTheWay;
        private final List<CellTask> taken = new ArrayList<>();

        Elsewhere(TaskCatalogue tasks, int most, UnaryOperator<CellAnswer> onTheWay) {
            this.tasks = tasks;
            this.most = most;
            this.onTheWay = onTheWay;
        }

        Elsewhere() {
            this(FakeTasks.catalogue(), Integer.MAX_VALUE, UnaryOperator.identity());
        }

        @Override
        public void run(CellSource source) {
            byte[] assignment = Bytes.of(source.assignment());
            CellBench there =
                    new CellBench(Bytes.read(assignment, Assignment.class), tasks, METHODS, UnaryOperator.identity());
            List<CellTask> open = new ArrayList<>(source.open());
            Collections.reverse(open);
            for (CellTask task : open.subList(0, Math.min(most, open.size()))) {
                taken.add(Bytes.read(Bytes.of(task), CellTask.class));
                CellAnswer answer = there.run(taken.get(taken.size() - 1));
                source.done(onTheWay.apply(Bytes.read(Bytes.of(answer), CellAnswer.class)));
            }
        }
    }

    private RunSummary runOn(CellExecutor executor, String folder, String plan, ProgressListener listener) {
        return bench.prepare(folder, plan, Bench.options(1)).runOn(executor, listener);
    }

    @Test
    void theirResultsAreThoseOfALocalRunToTheByte() {
        bench.run("here", PLAN);
        Ear ear = new Ear();
        Elsewhere elsewhere = new Elsewhere();

        RunSummary summary = runOn(elsewhere, "there", PLAN, ear);

        assertThat(summary.stopped()).isFalse();
        assertThat(summary.run()).isEqualTo(TRIALS);
        assertThat(elsewhere.taken).hasSize(CELLS);
        assertThat(ear.last.done()).isEqualTo(ear.last.planned()).isEqualTo(TRIALS);
        assertThat(bench.canonical("there")).isEqualTo(bench.canonical("here"));
    }

    @Test
    void whatProbesFindComesWithThem() throws IOException {
        String probed = PLAN + "probes: [{name: signal-by-lag, at: [0, end]}]\n";
        bench.run("here", probed);

        runOn(new Elsewhere(), "there", probed, ProgressListener.NONE);

        assertThat(looks("there")).isNotEmpty().containsExactlyInAnyOrderElementsOf(looks("here"));
    }

    private List<String> looks(String folder) throws IOException {
        return Files.readAllLines(bench.folder(folder).resolve("probes.jsonl")).stream()
                .map(line -> line.replaceAll(",\"seconds\":.*", ""))
                .toList();
    }

    @Test
    void aRunThatEndedInTheMiddleOfACellGoesOnThereAndRunsNoTrialTwice() throws IOException {
        bench.run("here", PLAN, Bench.options(1));
        byte[] bytes = Files.readAllBytes(bench.results("here"));
        for (int part = 1; part < 4; part++) {
            String killed = "killed" + part;
            Files.createDirectories(bench.folder(killed));
            Files.copy(
                    bench.folder("here").resolve("run.json"),
                    bench.folder(killed).resolve("run.json"));
            Files.write(bench.results(killed), Arrays.copyOf(bytes, bytes.length / 4 * part));

            RunSummary summary = runOn(new Elsewhere(), killed, PLAN, ProgressListener.NONE);

            assertThat(summary.run() + summary.reused()).isEqualTo(TRIALS);
            assertThat(summary.reused()).isPositive();
            assertThat(bench.canonical(killed)).isEqualTo(bench.canonical("here"));
            assertThat(Files.readAllLines(bench.results(killed))).hasSize(TRIALS);
        }
    }

    @Test
    void anExecutorThatLeavesCellsEndsTheRunWithItsResultsKept() {
        bench.run("here", PLAN);

        RunSummary part = runOn(
                new Elsewhere(FakeTasks.catalogue(), 5, UnaryOperator.identity()),
                "there",
                PLAN,
                ProgressListener.NONE);
        Elsewhere rest = new Elsewhere();
        RunSummary whole = runOn(rest, "there", PLAN, ProgressListener.NONE);

        assertThat(part.stopped()).isTrue();
        assertThat(rest.taken).hasSize(CELLS - 5);
        assertThat(whole.reused()).isEqualTo(part.run());
        assertThat(bench.canonical("there")).isEqualTo(bench.canonical("here"));
    }

    @Test
    void aCellThatRanTwiceCountsOnce() throws IOException {
        CellExecutor twice = source -> new Elsewhere().run(new Passing(source) {
            @Override
            public void done(CellAnswer answer) {
                super.done(answer);
                super.done(answer);
            }
        });

        assertThat(runOn(twice, "there", PLAN, ProgressListener.NONE).run()).isEqualTo(TRIALS);
        assertThat(Files.readAllLines(bench.results("there"))).hasSize(TRIALS);
    }

    @Test
    void aTrialThatThrowsIsAFailedResultAndItsReasonIsTold() {
        TaskCatalogue unlucky = TaskCatalogue.of(List.of(new Unlucky()));
        Ear ear = new Ear();

        RunSummary summary = new BenchmarkRun(
                        new PlanReader(METHODS, unlucky).read("tiny.yaml", PLAN),
                        unlucky,
                        METHODS,
                        bench.folder("there"),
                        Bench.options(1))
                .runOn(new Elsewhere(unlucky, Integer.MAX_VALUE, UnaryOperator.identity()), ear);

        assertThat(summary.outcomes().failed()).isEqualTo(3 * 3 * 2);
        assertThat(summary.run()).isEqualTo(TRIALS);
        assertThat(ear.notes)
                .anySatisfy(note -> assertThat(note).contains("the run goes on: IllegalStateException: no luck"));
        assertThat(summary.failures().traces().orElseThrow()).content().contains("Broken.write");
    }

    @Test
    void aResultOfOtherCodeIsRefused() {
        Elsewhere other = new Elsewhere(
                FakeTasks.catalogue(),
                1,
                answer -> new CellAnswer(
                        answer.cell(),
                        answer.trials().stream()
                                .map(ran -> new RanTrial(
                                        ran.result().replaceFirst("\"code\":\"[0-9a-f]{4}", "\"code\":\"0000"),
                                        ran.looks(),
                                        ran.failure()))
                                .toList(),
                        answer.refusal()));

        assertThatThrownBy(() -> runOn(other, "there", PLAN, ProgressListener.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("of another process was made by code 0000");
        assertThat(bench.results("there")).isEmptyFile();
    }

    @Test
    void aProcessThatCannotRunThePlanIsRefusedInItsWords() {
        CellExecutor broken = source -> source.done(CellBench.refused(
                source.open().get(0),
                new UserError("the Vector API is missing, java's option --add-modules brings it"),
                "executor 3 on there"));

        assertThatThrownBy(() -> runOn(broken, "there", PLAN, ProgressListener.NONE))
                .isInstanceOf(UserError.class)
                .hasMessage("executor 3 on there: the Vector API is missing, java's option --add-modules brings it");
    }

    @Test
    void aCellOfAnotherPlanIsRefused() {
        CellExecutor elsewhere = source -> {
            CellBench there =
                    new CellBench(source.assignment(), FakeTasks.catalogue(), METHODS, UnaryOperator.identity());
            source.done(there.run(new CellTask("0123456789abcdef", Map.of())));
        };

        assertThatThrownBy(() -> runOn(elsewhere, "there", PLAN, ProgressListener.NONE))
                .isInstanceOf(UserError.class)
                .hasMessage("the cell of trial 0123456789abcdef is not in the plan as it is read there, expected the"
                        + " same plan, files and jars");
    }

    @Test
    void filesAreFoundByTheNamesOfTheirCopies() throws IOException {
        Path source = Files.write(parent.resolve("a source.bin"), new byte[] {1, 2, 3, 5, 8});
        String text = "models: [{cell: tanh-rnn, hidden: 4}]\ntasks: [{family: bytes, source: '" + source
                + "', lengths: [3]}]\noptimizers: [sgd]\nclippings: [none]\ntier: smoke\n";
        Plan plan = new PlanReader(METHODS, FileTasks.catalogue()).read("files.yaml", text);
        Assignment assignment = Assignment.of(plan, FileTasks.catalogue(), METHODS, Bench.KERNELS);
        Path copies = Files.createDirectory(parent.resolve("copies"));
        Path copy = copies.resolve(assignment.shipped().get(0).name());
        Files.move(source, copy);

        assertThat(copy.getFileName().toString()).endsWith("-a_source.bin");
        assertThatThrownBy(() -> new CellBench(assignment, FileTasks.catalogue(), METHODS, UnaryOperator.identity()))
                .isInstanceOf(UserError.class)
                .hasMessage("files.yaml, line 2, tasks[0].source: file " + source + " is not there, expected a file");
        CellBench there = new CellBench(
                assignment,
                FileTasks.catalogue(),
                METHODS,
                path -> copies.resolve(assignment.files().get(path).name()).toString());
        assertThat(there).isNotNull();
    }

    /** A source that passes everything on. */
    private static class Passing implements CellSource {
        private final CellSource source;

        Passing(CellSource source) {
            this.source = source;
        }

        @Override
        public Assignment assignment() {
            return source.assignment();
        }

        @Override
        public List<CellTask> open() {
            return source.open();
        }

        @Override
        public void done(CellAnswer answer) {
            source.done(answer);
        }

        @Override
        public boolean isStopped() {
            return source.isStopped();
        }

        @Override
        public void note(String line) {
            source.note(line);
        }
    }

    /** The fake task, of which no trial of length 3 comes to an end. */
    private static final class Unlucky implements TaskProvider {
        private final TaskProvider lucky = new FakeTasks();

        @Override
        public String name() {
            return lucky.name();
        }

        @Override
        public String summary() {
            return lucky.summary();
        }

        @Override
        public List<Variant> variants() {
            return lucky.variants();
        }

        @Override
        public List<Setting> settings() {
            return lucky.settings();
        }

        @Override
        public SequenceTask create(String variant, int length, Settings settings) {
            SequenceTask task = lucky.create(variant, length, settings);
            return length < 3 ? task : new Broken(task);
        }
    }

    /** A task that cannot write a sequence. */
    private record Broken(SequenceTask task) implements SequenceTask {
        @Override
        public TaskDescription description() {
            return task.description();
        }

        @Override
        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
            throw new IllegalStateException("no luck");
        }
    }
}

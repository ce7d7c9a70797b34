package org.longspan.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.ProgressListener;
import org.longspan.harness.Replay;
import org.longspan.harness.RunOptions;
import org.longspan.harness.RunSummary;
import org.longspan.harness.fake.FileTasks;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredRun;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;

/** A trial depends on the content of its files, but not on their paths. */
class TaskFilesTest {

    private static final Kernels KERNELS = KernelChoice.best("plain").kernels();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("one.bin"), "what stands in the file");
    }

    @Test
    void aPlanNamesAPathAndItsTrialsTheContent() {
        Plan plan = plan(file);
        TaskChoice task = plan.factors().tasks().get(0);
        assertThat(task.settings()).isEqualTo(new Settings(Map.of("height", 1.0)));
        assertThat(task.files()).containsOnlyKeys("source");
        assertThat(task.files().get("source")).matches("sha256 [0-9a-f]{64}, 23 bytes");
        assertThat(plan.files().byContent())
                .isEqualTo(
                        Map.of(task.files().get("source"), file.toAbsolutePath().toString()));
    }

    @Test
    void theSameContentElsewhereIsTheSameTrialAndIsNotRunAgain() throws IOException {
        assertThat(run(plan(file)).run()).isPositive();
        List<String> ids = ids();
        Path moved = Files.move(file, folder.resolve("moved.bin"));
        RunSummary again = run(plan(moved));
        assertThat(again.run()).isZero();
        assertThat(ids()).isEqualTo(ids);
        assertThat(Files.readString(folder.resolve("run/results.jsonl"))).doesNotContain("one.bin");
        assertThat(stored().manifest().files())
                .containsValue(moved.toAbsolutePath().toString());
    }

    @Test
    void otherContentAtTheSamePathIsAnotherTrial() throws IOException {
        run(plan(file));
        List<String> ids = ids();
        Files.writeString(file, "what stands in the File");
        assertThat(run(plan(file)).reused()).isZero();
        assertThat(ids()).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void aReplayFindsTheFileWhereTheRunReadIt() {
        run(plan(file));
        for (String id : ids()) {
            assertThat(replay(id).agrees()).isTrue();
        }
    }

    @Test
    void aReplayRefusesAFileThatIsGoneOrHasChangedAndTakesOneThatWasMoved() throws IOException {
        run(plan(file));
        String id = ids().get(0);
        Path moved = Files.move(file, folder.resolve("moved.bin"));
        assertThatThrownBy(() -> replay(id))
                .isInstanceOf(UserError.class)
                .hasMessage("file " + file + " is not there, expected a file");
        assertThat(replay(id, moved).agrees()).isTrue();
        Files.writeString(file, "");
        assertThatThrownBy(() -> replay(id))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("file " + file + " has changed: it has sha256 e3b0c442")
                .hasMessageContaining(", 0 bytes, expected what the trial read, sha256 ")
                .hasMessageEndingWith(", 23 bytes");
        assertThatThrownBy(() -> replay(id, file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("file " + file + " has sha256 e3b0c442")
                .hasMessageContaining("which this trial does not read, expected sha256 ");
    }

    @Test
    void aTaskWithoutACriterionSpendsItsBudgetAndIsSelectedByItsLoss() {
        run(plan(file));
        assertThat(stored().results()).isNotEmpty().allSatisfy(result -> {
            assertThat(result.result().outcome()).isEqualTo(new Outcome.BudgetSpent());
            for (CurvePoint point : result.result().curve()) {
                assertThat(point.validationMeasure()).isEqualTo(point.validationLoss());
            }
        });
        assertThat(stored().manifest().design().tasks().get(0).solvable()).isFalse();
        assertThat(stored().manifest().design().tasks().get(0).solvedAtMost()).isNull();
    }

    @Test
    void aManifestFromBeforeTasksReadFilesIsStillRead() {
        run(plan(file));
        String text = ManifestJson.write(stored().manifest());
        String before = text.replaceAll("(?s),\\n  \"files\" : \\{[^{}]*}", "");
        assertThat(before).hasSizeLessThan(text.length());
        assertThat(ManifestJson.read(before).files()).isEmpty();
        assertThat(ManifestJson.read(before).design().tasks())
                .isEqualTo(stored().manifest().design().tasks());
    }

    @Test
    void aManifestFromBeforeTasksWarnedIsStillRead() {
        run(plan(file));
        String text = ManifestJson.write(stored().manifest());
        String before = text.replaceAll(",\\s*\"warnings\" : \\[ ?]", "");
        assertThat(before).hasSizeLessThan(text.length());
        assertThat(ManifestJson.read(before)).isEqualTo(stored().manifest());
    }

    @Test
    void aPlanWithoutTheFileOrWithAWrongOneIsAnsweredWithItsPlace() {
        assertThatThrownBy(() -> read("tasks: [{family: bytes, lengths: [3]}]"))
                .isInstanceOf(UserError.class)
                .hasMessage("plan.yaml, line 3, tasks[0]: the key source is missing");
        assertThatThrownBy(() -> read("tasks: [{family: bytes, source: 7, lengths: [3]}]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("tasks[0].source: source is 7.0, expected the path of a file");
        assertThatThrownBy(() -> read("tasks: [{family: bytes, source: no-such.bin, lengths: [3]}]"))
                .isInstanceOf(UserError.class)
                .hasMessage("plan.yaml, line 3, tasks[0].source: file no-such.bin is not there, expected a file");
    }

    @Test
    void aFileThatTheTaskCannotUseIsAnsweredWithTheKeyThatNamesIt() throws IOException {
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> plan(file))
                .isInstanceOf(UserError.class)
                .hasMessage("plan.yaml, line 3, tasks[0].source: file " + file + " is empty, expected a byte");
    }

    @Test
    void twoFilesOfOneContentAreOneTask() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy.bin"));
        assertThatThrownBy(() -> read("tasks: [{family: bytes, source: '" + file + "', lengths: [3]}, {family: bytes,"
                        + " source: '" + copy + "', lengths: [3]}]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("this task is given twice at length 3");
    }

    private Plan plan(Path source) {
        return read("tasks: [{family: bytes, source: '" + source + "', lengths: [3]}]");
    }

    private static Plan read(String tasks) {
        String text = "tier: smoke\nmodels: [{cell: tanh-rnn, hidden: 4}]\n" + tasks
                + "\noptimizers: [{name: sgd, learning-rate: 0.05}]\nclippings: [none]\nbudget: {updates: 40}\nevaluation: {validation: 10}\n";
        return new PlanReader(MethodCatalogue.ofThisBuild(), FileTasks.catalogue()).read("plan.yaml", text);
    }

    private RunSummary run(Plan plan) {
        RunOptions options = new RunOptions(2, KERNELS, Set.of(), false, "test", "", "", List.of());
        return new BenchmarkRun(
                        plan, FileTasks.catalogue(), MethodCatalogue.ofThisBuild(), folder.resolve("run"), options)
                .run(ProgressListener.NONE);
    }

    private Replay replay(String id, Path... files) {
        return Replay.of(
                folder.resolve("run"),
                id,
                FileTasks.catalogue(),
                MethodCatalogue.ofThisBuild(),
                KERNELS,
                List.of(files));
    }

    private StoredRun stored() {
        return StoredRun.read(folder.resolve("run"));
    }

    private List<String> ids() {
        return stored().results().stream()
                .map(StoredResult::id)
                .map(id -> id.value())
                .toList();
    }
}

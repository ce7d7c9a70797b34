package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.Bench.OF_A_LENGTH;
import static org.longspan.harness.Bench.PLAN;
import static org.longspan.harness.Bench.TRIALS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.Bench.Ear;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;
import org.longspan.harness.record.Trial;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredRun;

/** A run makes what is missing: after a change of the plan, of the code, of the part, and from other folders. */
class ReuseTest {

    @TempDir
    Path parent;

    private Bench bench;

    @BeforeEach
    void place() {
        bench = new Bench(parent);
    }

    @Test
    void aPlanThatOnlyHasAnotherTextRunsNothingAnewAndSaysSo() {
        bench.run("a", PLAN);
        Ear ear = new Ear();
        assertThat(bench.run("a", PLAN + "# no more\n", Bench.options(2), ear).run())
                .isZero();
        assertThat(ear.notes).containsExactly("40 of 40 trials are already there");
    }

    @Test
    void aChangedPlanIsKeyedAnewAndSaysWhatItReuses() {
        bench.run("a", PLAN);
        Ear ear = new Ear();
        RunSummary more = bench.run("a", PLAN.replace("[2, 3]", "[2, 3, 4]"), Bench.options(2), ear);
        assertThat(more.reused()).isEqualTo(TRIALS);
        assertThat(more.run()).isEqualTo(OF_A_LENGTH);
        assertThat(ear.notes)
                .containsExactly(
                        "the plan has changed since the last run: trials that it changed or added are run",
                        "40 of 60 trials are already there");
        RunSummary fixed = bench.run("a", PLAN.replace("[sgd, adam]", "[sgd, {name: adam, beta2: 0.9}]"));
        assertThat(fixed.reused()).isEqualTo(TRIALS / 2);
        assertThat(StoredRun.read(bench.folder("a")).results())
                .hasSize(TRIALS)
                .noneMatch(result -> result.trial().optimizer().name().equals("adam")
                        && result.trial().optimizer().settings().number("beta2") != 0.9);
    }

    /** No trial depends on the title, and a plan that changed in nothing else is not said to have changed. */
    @Test
    void aPlanWithAnotherHeadIsTheSamePlan() {
        bench.run("a", PLAN, Bench.options(2, "optimizer=adam", List.of()));
        List<String> before = bench.canonical("a");
        Bench.Ear ear = new Bench.Ear();
        String titled = "# of a paper\ntitle: What clipping does\nauthors: [Ada Lovelace]\ndoi: 10.1234/x\n" + PLAN;
        RunSummary rest = bench.run("a", titled, Bench.options(2), ear);
        assertThat(rest.reused()).isEqualTo(TRIALS / 2);
        assertThat(ear.notes).noneMatch(note -> note.contains("has changed"));
        assertThat(bench.canonical("a")).containsAll(before);
        bench.run("whole", PLAN);
        assertThat(bench.canonical("a")).isEqualTo(bench.canonical("whole"));
        assertThat(bench.run("a", titled.replace("clipping does", "it does")).run())
                .isZero();
        PlanHead head =
                StoredRun.read(bench.folder("a")).manifest().provenance().head();
        assertThat(head).isEqualTo(new PlanHead("What it does", List.of(new Author("Ada Lovelace", "")), "10.1234/x"));
        assertThat(StoredRun.read(bench.folder("whole")).manifest().provenance().head())
                .isEqualTo(PlanHead.NONE);
    }

    /** Each change adds blocks of three trials: of global-norm, then of none, on two lengths under two optimizers. */
    @Test
    void raisingTheBlocksRunsOnlyWhatIsMissing() {
        String two = PLAN.replace(", {name: signal-norm, site: cell}", "");
        assertThat(bench.run("a", two).run()).isEqualTo(4 * 3 * (2 + 1));
        List<String> before = bench.canonical("a");
        RunSummary more = bench.run("a", two.replace("blocks: 1", "blocks: 2"));
        assertThat(more.reused()).isEqualTo(4 * 3 * (2 + 1));
        assertThat(more.run()).isEqualTo(4 * 3);
        RunSummary all = bench.run("a", two.replace("blocks: 1, control: 2", "blocks: 3"));
        assertThat(all.reused()).isEqualTo(4 * 3 * (2 + 2));
        assertThat(all.run()).isEqualTo(4 * 3 * 2);
        bench.run("at once", two.replace("blocks: 1, control: 2", "blocks: 3"));
        assertThat(bench.canonical("a")).isEqualTo(bench.canonical("at once")).containsAll(before);
    }

    /** Settings are a prefix of more, so only the added ones are tried, and the best one is judged where it is another. */
    @Test
    void raisingTheSettingsTriesOnlyTheAddedOnes() {
        String fewer = PLAN.replace(", {name: signal-norm, site: cell}", "");
        bench.run("a", fewer);
        RunSummary more = bench.run("a", fewer.replace("settings: 2", "settings: 4"));
        int blocks = 4 * (2 + 1);
        assertThat(more.run()).isBetween(2 * blocks, 3 * blocks);
        assertThat(more.run() + more.reused()).isEqualTo(5 * blocks);
        bench.run("at once", fewer.replace("settings: 2", "settings: 4"));
        assertThat(bench.canonical("a")).isEqualTo(bench.canonical("at once"));
    }

    @Test
    void partsAndThenTheWholeGiveTheBytesOfOneWholeRun() {
        bench.run("whole", PLAN);
        RunSummary part = bench.run("a", PLAN, Bench.options(2, "optimizer=adam,clipping=none", List.of()));
        assertThat(part.planned()).isEqualTo(part.run()).isEqualTo(2 * 2 * 3);
        assertThat(bench.canonical("a")).hasSize(12);
        assertThat(bench.canonical("whole")).containsAll(bench.canonical("a"));
        RunSummary block = bench.run("a", PLAN, Bench.options(2, "block=0", List.of()));
        assertThat(block.reused()).as("Adam's block under none, on two lengths").isEqualTo(2 * 3);
        assertThat(bench.canonical("a")).as("both parts are shown").hasSize(6 + block.planned());
        RunSummary rest = bench.run("a", PLAN);
        assertThat(rest.run()).isEqualTo(TRIALS - 6 - block.planned());
        assertThat(bench.canonical("a")).isEqualTo(bench.canonical("whole"));
        assertThat(StoredRun.read(bench.folder("a")).manifest())
                .isEqualTo(StoredRun.read(bench.folder("whole")).manifest());
    }

    @Test
    void aPartThatIsNoneIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> bench.run("a", PLAN, Bench.options(2, "optimizer=adan", List.of())))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "--only optimizer=adan: no cell of plan tiny has it, expected one of adam, sgd");
        assertThat(bench.folder("a")).doesNotExist();
    }

    @Test
    void equalTrialsAreTakenOverFromOtherFolders() throws IOException {
        bench.run("short", PLAN.replace("[2, 3]", "[2]"));
        bench.run("long", PLAN.replace("[2, 3]", "[3]").replace("name: tiny", "name: other"));
        byte[] lent = Files.readAllBytes(bench.results("short"));
        List<Path> others = List.of(bench.folder("short"), bench.folder("long"));
        String more = PLAN.replace("[2, 3]", "[2, 3, 4]");
        List<StoredCell> stored =
                bench.prepare("a", more, Bench.options(2, "", others)).stored().orElseThrow();
        assertThat(stored.stream().mapToInt(StoredCell::stored).sum()).isEqualTo(TRIALS);
        assertThat(stored.stream().mapToInt(StoredCell::left).sum()).isEqualTo(OF_A_LENGTH);
        assertThat(bench.folder("a")).doesNotExist();
        Ear ear = new Ear();
        RunSummary summary = bench.run("a", more, Bench.options(2, "", others), ear);
        assertThat(summary.reused()).isEqualTo(TRIALS);
        assertThat(summary.run()).isEqualTo(OF_A_LENGTH);
        assertThat(ear.notes).contains("40 of 60 trials are already there");
        bench.run("at once", more);
        assertThat(bench.canonical("a")).isEqualTo(bench.canonical("at once"));
        assertThat(bench.results("short")).hasBinaryContent(lent);
        assertThat(bench.run("a", more).run())
                .as("the folder holds all of it now")
                .isZero();
    }

    @Test
    void aFolderOfAnotherProtocolLendsNothing() throws IOException {
        bench.run("old", PLAN);
        Path manifest = bench.folder("old").resolve("run.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"schema\" : 2", "\"schema\" : 1"));
        RunOptions reusing = Bench.options(2, "", List.of(bench.folder("old")));
        assertThatThrownBy(() -> bench.run("a", PLAN, reusing))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "--reuse " + manifest + ": schema version 1, expected 2: its results follow another protocol,"
                                + " and Longspan test reads them; nothing was changed: leave out --reuse "
                                + bench.folder("old"));
        assertThat(bench.folder("a")).doesNotExist();
        assertThatThrownBy(() -> bench.run("old", PLAN)).isInstanceOf(UserError.class);
        assertThat(bench.results("old")).content().hasLineCount(TRIALS);
    }

    @Test
    void whatAnEarlierRunMadeIsThereFromTheFirstTrialOn() {
        bench.run("a", PLAN, Bench.options(1));
        List<Integer> there = new ArrayList<>();
        List<Progress> begun = new ArrayList<>();
        bench.run("a", PLAN.replace("[2, 3]", "[4, 2, 3]"), Bench.options(1), new ProgressListener() {
            @Override
            public void begun(Progress progress) {
                begun.add(progress);
            }

            @Override
            public void started(Trial trial, Progress progress) {
                there.add(bench.canonical("a").size());
                begun.add(progress);
            }
        });
        assertThat(there).startsWith(40, 41, 42).endsWith(59);
        assertThat(begun).extracting(Progress::done).startsWith(40, 40, 41).endsWith(59);
        assertThat(begun).extracting(Progress::planned).containsOnly(60);
    }

    @Test
    void resultsOfOtherCodeAreRunAnewUnlessTheyAreAccepted() throws IOException {
        bench.run("a", PLAN);
        String other = "0".repeat(64);
        Files.writeString(
                bench.results("a"),
                bench.unchecked("a").replaceAll("\"code\":\"[0-9a-f]{64}\"", "\"code\":\"" + other + "\""));
        Files.createDirectories(bench.folder("c"));
        Files.copy(bench.results("a"), bench.results("c"));
        Ear ear = new Ear();
        assertThat(bench.run("a", PLAN, Bench.options(2), ear).run()).isEqualTo(TRIALS);
        assertThat(ear.notes)
                .satisfiesExactly(
                        said -> assertThat(said)
                                .startsWith("40 results of the last run are no longer in results.jsonl"),
                        said -> assertThat(said)
                                .startsWith("40 of 40 lines of results.jsonl carry no check of their content"),
                        said -> assertThat(said)
                                .startsWith("40 results stay in the file")
                                .contains(other));
        assertThat(bench.run("c", PLAN, Bench.accepting(other)).run()).isZero();
        Ear stranger = new Ear();
        bench.run("c", PLAN, Bench.accepting(other, "1".repeat(64)), stranger);
        assertThat(stranger.notes)
                .contains("no result here was made by the code " + "1".repeat(64) + " that --reuse-code names");
        bench.run("c", PLAN, Bench.accepting(other));
        StoredRun stored = StoredRun.read(bench.folder("c"));
        assertThat(stored.results()).hasSize(TRIALS);
        assertThat(stored.manifest().provenance().code()).containsEntry("accepted 1", other);
    }
}

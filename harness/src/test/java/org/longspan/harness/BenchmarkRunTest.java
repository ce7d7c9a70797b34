package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.Bench.PLAN;
import static org.longspan.harness.Bench.TRIALS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.Bench.Ear;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredRun;

class BenchmarkRunTest {

    @TempDir
    Path parent;

    private Bench bench;

    @BeforeEach
    void place() {
        bench = new Bench(parent);
    }

    @Test
    void aRunMakesEveryPlannedTrialOnceAndAgainNone() {
        Ear ear = new Ear();
        RunSummary first = bench.run("a", PLAN, Bench.options(2), ear);
        assertThat(first.run()).isEqualTo(first.planned()).isEqualTo(TRIALS);
        assertThat(first.outcomes().skipped()).isEqualTo(4);
        assertThat(first.outcomes().failed()).isZero();
        assertThat(ear.results)
                .extracting(StoredResult::id)
                .doesNotHaveDuplicates()
                .hasSize(first.run());
        assertThat(ear.last.done()).isEqualTo(first.planned());
        assertThat(ear.last.workLeft()).isLessThan(1e-6 * ear.last.workDone());
        Ear again = new Ear();
        RunSummary second = bench.run("a", PLAN, Bench.options(2), again);
        assertThat(second.run()).isZero();
        assertThat(second.reused()).isEqualTo(first.run());
        assertThat(second.outcomes().solved()).isEqualTo(first.outcomes().solved());
        assertThat(again.notes).containsExactly("40 of 40 trials are already there");
    }

    @Test
    void theManifestSaysHowThePlanIsReplicated() {
        bench.run("a", PLAN, Bench.options(2));
        Manifest manifest = StoredRun.read(bench.folder("a")).manifest();
        assertThat(manifest.schema()).isEqualTo(2);
        assertThat(manifest.tuning().settings()).isEqualTo(2);
        assertThat(manifest.tuning().control()).isEqualTo("none");
        assertThat(manifest.tuning().instruments().positiveControl()).isEmpty();
        assertThat(manifest.tuning().controlBlocks()).isEqualTo(2);
        assertThat(manifest.tuning().blocks()).isEqualTo(1);
        assertThat(manifest.design().plannedTrials()).isEqualTo(TRIALS);
        assertThat(manifest.design().schedules())
                .extracting(Manifest.MethodEntry::name)
                .containsExactly("constant");
        assertThat(manifest.design().policies())
                .extracting(Manifest.MethodEntry::name)
                .containsExactly("fail");
        assertThat(manifest.design().optimizers())
                .extracting(Manifest.MethodEntry::kin)
                .containsExactly("sgd", "adam");
    }

    @Test
    void aPositiveControlIsInTheManifestAndChangesNoTrial() {
        bench.run("a", PLAN, Bench.options(2));
        RunSummary declared = bench.run("a", PLAN + "positive-control: global-norm\n", Bench.options(2));
        assertThat(declared.run()).isZero();
        assertThat(declared.reused()).isEqualTo(bench.canonical("a").size());
        assertThat(StoredRun.read(bench.folder("a"))
                        .manifest()
                        .tuning()
                        .instruments()
                        .positiveControl())
                .contains("global-norm");
    }

    @Test
    void threadsChangeNoByteOfTheCanonicalResults() {
        bench.run("one", PLAN, Bench.options(1));
        bench.run("three", PLAN, Bench.options(3));
        assertThat(bench.canonical("one")).isEqualTo(bench.canonical("three")).hasSize(TRIALS);
    }

    @Test
    void aRunThatWasKilledAnywhereGivesTheBytesOfOneThatWasNot() throws IOException {
        bench.run("whole", PLAN);
        byte[] bytes = Files.readAllBytes(bench.results("whole"));
        for (int part = 0; part < 3; part++) {
            String killed = "killed" + part;
            Files.createDirectories(bench.folder(killed));
            Files.copy(
                    bench.folder("whole").resolve("run.json"),
                    bench.folder(killed).resolve("run.json"));
            Files.write(bench.results(killed), Arrays.copyOf(bytes, bytes.length / 4 * (part + 1)));
            assertThat(bench.run(killed, PLAN).run()).isBetween(1, TRIALS - 1);
            assertThat(bench.canonical(killed)).isEqualTo(bench.canonical("whole"));
        }
    }

    @Test
    void aNetworkThatNoWorkspaceHoldsIsRefusedBeforeAnythingRuns() {
        for (String hidden : List.of("20000", "100000")) {
            String plan = PLAN.replace("hidden: 4", "hidden: " + hidden);
            assertThatThrownBy(() -> bench.run("a", plan))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(
                            "plan tiny: model tanh-rnn with " + hidden + " units on task recall, length 2");
        }
        assertThat(bench.folder("a")).doesNotExist();
    }

    @Test
    void schedulesAndPoliciesAreRunAsPlanned() {
        String plan =
                PLAN.replace("[2, 3]", "[3]").replace("[none, global-norm, {name: signal-norm, site: cell}]", "[none]")
                        + "schedules: all\ndivergence: {non-finite-gradient: [skip, fail]}\n";
        int schedules = Bench.METHODS.schedules().entries().size();
        RunSummary summary = bench.run("a", plan);
        assertThat(summary.run()).isEqualTo(2 * 2 * 3 * schedules * 2);
        StoredRun run = StoredRun.read(bench.folder("a"));
        assertThat(run.results().stream()
                        .map(result -> result.trial().schedule().name() + " "
                                + result.trial().nonFiniteGradient().name())
                        .distinct())
                .hasSize(2 * schedules);
    }
}

package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.json.ManifestJson;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.RidgeReferences;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.store.StoredRun;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.kernel.KernelChoice;

class RidgeReferencesTest {

    private static final Kernels KERNELS = KernelChoice.best("plain").kernels();

    private static final PlugInUse USE = new PlugInUse(FakeTasks.catalogue(), MethodCatalogue.ofThisBuild());

    @TempDir
    Path parent;

    private static Plan plan(String models) {
        return new PlanReader(MethodCatalogue.ofThisBuild(), FakeTasks.catalogue())
                .read("tiny.yaml", """
                name: tiny
                tier: {settings: 1, blocks: 3}
                models: %s
                tasks: [{family: recall, lengths: [2, 3]}]
                optimizers: [sgd]
                clippings: [none]
                budget: {batch: 5, updates: 40}
                """.formatted(models));
    }

    private static List<Manifest.Reference> references(String models) {
        return new RidgeReferences(plan(models), new Workbench(FakeTasks.catalogue(), KERNELS)).all(USE, note -> {});
    }

    @Test
    void aModelThatTrainsItsReadOutAloneHasOneForEachTaskAndBlock() {
        List<Manifest.Reference> references =
                references("[{cell: tanh-rnn, hidden: 4}, {cell: echo-state, hidden: 16, initialization: reservoir}]");

        assertThat(references)
                .extracting(reference -> reference.task().length() + " " + reference.block())
                .containsExactly("2 0", "2 1", "2 2", "3 0", "3 1", "3 2");
        assertThat(references).allSatisfy(reference -> {
            assertThat(reference.name()).isEqualTo("ridge");
            assertThat(reference.model().cell().name()).isEqualTo("echo-state");
            assertThat(reference.sequences()).isEqualTo(5 * 40); // as many as a trial may see
            assertThat(reference.ridge()).isBetween(1e-8, 1.0);
            assertThat(reference.testLoss()).isEqualTo(reference.testMeasure()).isLessThan(1.0 / 3 / 10); // of chance
        });
        assertThat(references).extracting(Manifest.Reference::testLoss).doesNotHaveDuplicates();
    }

    @Test
    void modelsThatCannotBeBuiltOrTrainMoreHaveNone() {
        assertThat(references("[{cell: tanh-rnn, hidden: 4}]")).isEmpty();
        assertThat(references("[{cell: echo-state, hidden: 4, regularizer: omega}]"))
                .isEmpty();
    }

    @Test
    void theyStandInTheManifestOfARunAndOlderManifestsHaveNone() {
        Plan plan = plan("[{cell: echo-state, hidden: 16, initialization: reservoir}]");
        RunOptions options = Bench.options(1);
        new BenchmarkRun(plan, FakeTasks.catalogue(), MethodCatalogue.ofThisBuild(), parent, options)
                .run(ProgressListener.NONE);

        Manifest manifest = StoredRun.read(parent).manifest();
        assertThat(manifest.references())
                .isEqualTo(
                        new RidgeReferences(plan, new Workbench(FakeTasks.catalogue(), KERNELS)).all(USE, note -> {}))
                .isNotEmpty();
        String text = ManifestJson.write(manifest);
        String older = text.replaceAll("(?s),\\s*\"references\" : \\[.*\\]\\s*}\\s*$", "}");
        assertThat(older).doesNotContain("references");
        assertThat(ManifestJson.read(older).references()).isEmpty();
        assertThat(ManifestJson.read(text)).isEqualTo(manifest);
    }
}

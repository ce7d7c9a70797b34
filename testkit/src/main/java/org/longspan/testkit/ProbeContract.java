package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.longspan.model.Architecture;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.clip.Clippings;
import org.longspan.probes.ClippedArm;
import org.longspan.probes.Probe;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Subject;
import org.longspan.probes.Table;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/** What every probe promises. Extend it and return the probe's entry. */
public abstract class ProbeContract extends EntryFacts {

    private static final int STEPS = 12;
    private static final int HIDDEN = 17; // no multiple of a vector's width
    private static final long SEQUENCES = 5;
    private static final List<String> CELLS = List.of("tanh-rnn", "lstm", "gru", "lru");

    private static final List<ClippedArm> CLIPPINGS = List.of(arm("value"), arm("example-norm"));

    private static ClippedArm arm(String name) {
        return new ClippedArm(
                name,
                multiple -> Clippings.named(name)
                        .create(Settings.NONE.with("threshold", multiple))
                        .at(0.1));
    }

    private static final Kernels BEST = KernelChoice.best("auto").kernels();

    /** Returns the probe under test. */
    protected abstract Entry<Probe> probeEntry();

    /** Returns settings at which one look takes little time; by default the probe's own. */
    protected Settings settings() {
        return Settings.NONE;
    }

    @Override
    final Entry<?> entry() {
        return probeEntry();
    }

    private Probe probe() {
        return probeEntry().create(settings());
    }

    private static Subject subject(String cell, LossKind loss, Kernels kernels) {
        NoisySequences task = new NoisySequences(STEPS, loss);
        Network network =
                new Network(Architecture.of(cell, HIDDEN).withLayers(2), task.description(), kernels, Seed.root(2));
        return new Subject(network, network.initialize(Seed.root(2)), task, SEQUENCES, Seed.root(3), CLIPPINGS);
    }

    private static Subject subject(String cell) {
        return subject(cell, LossKind.SQUARED_ERROR, PlainKernels.create());
    }

    @Test
    void itLooksOrSaysWhyNot() {
        for (Entry<CellFactory> cell : Cells.all()) {
            for (LossKind loss : LossKind.values()) {
                Subject subject = subject(cell.name(), loss, BEST);
                ProbeResult result = probe().ask(subject);
                if (result instanceof ProbeResult.Skipped skipped) {
                    assertThat(probe().refuses(subject.network(), subject.clippings()))
                            .contains(skipped.reason());
                    assertThat(skipped.reason()).contains(cell.name()).doesNotEndWith(".");
                } else {
                    assertThat(probe().refuses(subject.network(), subject.clippings()))
                            .isEmpty();
                    assertIsData((ProbeResult.Measured) result);
                }
            }
        }
    }

    private static void assertIsData(ProbeResult.Measured measured) {
        List<Double> all = new ArrayList<>(measured.numbers().values());
        for (Table table : measured.tables()) {
            table.columns().values().forEach(all::addAll);
        }
        assertThat(all).isNotEmpty().noneMatch(value -> Double.isInfinite(value));
        assertThat(all).as("numbers").anyMatch(value -> !Double.isNaN(value));
        assertThat(measured.tables()).extracting(Table::name).doesNotHaveDuplicates();
    }

    @Test
    void itChangesNoBitOfThetaNorOfLaterGradients() {
        for (String cell : CELLS) {
            Subject subject = subject(cell);
            Network network = subject.network();
            float[] theta = subject.theta().data().clone();
            TaskObjective objective = new TaskObjective(
                            network, subject.task(), Split.VALIDATION, SEQUENCES, network.newWorkspace(7))
                    .bind(0, 20);
            Parameters before = new Parameters(network.layout());
            Parameters after = new Parameters(network.layout());
            objective.gradient(subject.theta(), GradientSeams.NONE, before);
            probe().ask(subject);
            objective.gradient(subject.theta(), GradientSeams.NONE, after);

            assertThat(subject.theta().data()).isEqualTo(theta);
            assertThat(after.data()).isEqualTo(before.data());
        }
    }

    @Test
    void askingTwiceGivesTheSame() {
        Probe probe = probe();
        for (String cell : CELLS) {
            assertThat(probe.ask(subject(cell))).isEqualTo(probe.ask(subject(cell)));
        }
    }

    @Test
    void theFastestKernelsGiveTheBitsOfThePlainOnes() {
        for (String cell : CELLS) {
            assertThat(probe().ask(subject(cell, LossKind.SQUARED_ERROR, BEST))).isEqualTo(probe().ask(subject(cell)));
        }
    }

    @Test
    void threadsThatShareItDisturbNoOther() throws Exception {
        Probe probe = probe();
        Subject subject = subject("lstm");
        ProbeResult alone = probe.ask(subject);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<ProbeResult>> questions = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                questions.add(() -> probe.ask(subject));
            }
            for (Future<ProbeResult> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void itSaysWhatItCostsBefore() {
        Network network = new Network(
                Architecture.of("lstm", 50),
                new NoisySequences(200, LossKind.SQUARED_ERROR).description(),
                PlainKernels.create());
        Probe probe = probe();

        assertThat(probe.cost(network)).isPositive();
        assertThat(probe.trainingSteps(network, CLIPPINGS, 20)).isEqualTo((probe.cost(network, CLIPPINGS) + 59) / 60);
    }
}

package org.longspan.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.LocalExecutor;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.OddTasks;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.TrialSource;
import org.longspan.harness.run.Trials;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.probes.Probes;
import org.longspan.task.Split;

/** All probes at once, at runs with a planted cliff: no bit of a run is another, and none of what they find. */
class UnchangedRunsTest {

    private static final List<ProbeChoice> ALL = Probes.names().stream()
            .map(name -> new ProbeChoice(name, Probes.watchesARun(name) ? List.of("end") : List.of("3", "solved"), 1))
            .toList();
    private static final List<Choice> CLIPPINGS =
            Stream.of("none", "signal-norm").map(UnchangedRunsTest::choice).toList();

    private static Choice choice(String clipping) {
        return new Choice(clipping, Clippings.named(clipping).complete(Settings.NONE));
    }

    static Stream<String> optimizers() {
        return Optimizers.all().stream().map(Entry::name);
    }

    private static Trial trial(String optimizer) {
        boolean dear =
                !Optimizers.named(optimizer).create(Settings.NONE).needs().isEmpty();
        Map<String, Object> settings = optimizer.equals("hessian-free") ? Map.of("size", "small") : Map.of();
        Trial trial = Trials.of(optimizer, settings, "global-norm", Map.of());
        Trial budgeted = Trials.with(trial, new Budget(10, dear ? 6 : 60, 1_000_000_000));
        return Trials.with(Trials.with(budgeted, new EvaluationRules(10, 40, 100, 0, 100)), Phase.EVALUATION);
    }

    private static Workbench bench(String kernels) {
        OddTasks tasks = new OddTasks(new OddTasks.Odd(Split.TRAIN, 400, 410, 1000)); // update 40
        return new Workbench(
                TaskCatalogue.of(List.of(tasks)), KernelChoice.best(kernels).kernels());
    }

    private static ProbingRunner runner(String kernels) {
        return new ProbingRunner(bench(kernels), ALL, CLIPPINGS);
    }

    private static List<ProbeFinding> findings(Ran ran) {
        return ran.looks().stream().map(ProbeLook::finding).toList();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aRunHasTheSameBitsWithAllProbesAndWithout(String optimizer) {
        Trial trial = trial(optimizer);
        Ran ran = runner("plain").run(trial);

        assertThat(ran.result()).isEqualTo(new Trainer(bench("plain")).run(trial));
        assertThat(findings(ran)).hasSize(12).doesNotHaveAnyElementsOfTypes(ProbeFinding.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adam", "hessian-free"})
    void whatProbesFindHangsOnNoKernel(String optimizer) {
        Ran plain = runner("plain").run(trial(optimizer));
        Ran vector = runner("vector").run(trial(optimizer));

        assertThat(vector.result()).isEqualTo(plain.result());
        assertThat(findings(vector)).isEqualTo(findings(plain));
    }

    @Test
    void whatProbesFindHangsOnNoThread() {
        List<Trial> trials = Stream.of("sgd", "momentum", "sgd", "adam")
                .map(UnchangedRunsTest::trial)
                .toList();
        Queue queue = new Queue(trials);
        new LocalExecutor(2, Machine.here(KernelChoice.best("plain").kernels())).run(queue, runner("plain"));

        for (Trial trial : trials) {
            Ran alone = runner("plain").run(trial);
            Ran among = queue.done.get(trial);
            assertThat(among.result()).isEqualTo(alone.result());
            assertThat(findings(among)).isEqualTo(findings(alone));
        }
    }

    /** Hands out trials and keeps what came of them. */
    private static final class Queue implements TrialSource {

        private final Deque<Trial> open;
        private final Map<Trial, Ran> done = new HashMap<>(); // never iterated

        Queue(List<Trial> trials) {
            this.open = new ArrayDeque<>(trials);
        }

        @Override
        public synchronized Optional<Trial> take() {
            return Optional.ofNullable(open.poll());
        }

        @Override
        public synchronized void done(Trial trial, Ran ran, Circumstances circumstances) {
            done.put(trial, ran);
        }

        @Override
        public synchronized void stop() {
            open.clear();
        }
    }
}

package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

class LocalExecutorTest {

    private static final Kernels KERNELS = KernelChoice.best("plain").kernels();

    /** An external family whose task throws an unexpected error. */
    private record Throwing(Error error) implements TaskProvider {
        @Override
        public String name() {
            return "recall";
        }

        @Override
        public String summary() {
            return "Throws.";
        }

        @Override
        public List<Variant> variants() {
            return List.of(new Variant("first", "Throws.", "A. Nobody (1900).", 2));
        }

        @Override
        public SequenceTask create(String variant, int length, Settings settings) {
            throw error;
        }
    }

    /** Hands out one trial. */
    private static final class OneTrial implements TrialSource {
        private Error unkept;
        private boolean taken;
        private boolean stopped;
        private Outcome outcome;
        private double seconds;

        @Override
        public synchronized Optional<Trial> take() {
            Optional<Trial> trial = taken ? Optional.empty() : Optional.of(Trials.PLAIN);
            taken = true;
            return trial;
        }

        @Override
        public synchronized void done(Trial trial, TrialRunner.Ran ran, Circumstances circumstances) {
            TrialResult result = ran.result();
            outcome = result.outcome();
            seconds = circumstances.seconds();
            if (unkept != null) {
                throw unkept;
            }
        }

        @Override
        public synchronized void stop() {
            stopped = true;
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void whateverATrialThrowsIsItsResultAndNobodyWaitsForIt() {
        for (Error error : List.of(new StackOverflowError("deep"), new NoClassDefFoundError("gone"))) {
            OneTrial source = new OneTrial();
            run(source, error);
            assertThat(source.outcome)
                    .isEqualTo(new Outcome.Failed(error.getClass().getSimpleName() + ": " + error.getMessage()));
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void anErrorWhileAResultIsKeptStopsTheRunAndIsThrown() {
        OneTrial source = new OneTrial();
        source.unkept = new StackOverflowError("keeping");
        assertThatThrownBy(() -> run(source, new StackOverflowError("deep"))).isSameAs(source.unkept);
        assertThat(source.stopped).isTrue();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void theTimeOfLooksIsNoTimeOfTheTrial() {
        OneTrial plain = new OneTrial();
        OneTrial probed = new OneTrial();
        run(plain, 0);
        run(probed, 1000);
        assertThat(plain.seconds).isPositive();
        assertThat(probed.seconds).isZero();
    }

    /** A trial that takes no time but for a look that says it took {@code seconds}. */
    private static void run(OneTrial source, double seconds) {
        ProbeLook look = new ProbeLook("lyapunov", ProbeChoice.END, 0, new ProbeFinding.Skipped("so"), seconds);
        TrialRunner.Ran ran = new TrialRunner.Ran(TrialResult.notRun(new Outcome.Skipped("so"), 0, 0), List.of(look));
        new LocalExecutor(1, Machine.here(KERNELS)).run(source, trial -> ran);
    }

    private static void run(OneTrial source, Error error) {
        TaskCatalogue tasks = TaskCatalogue.of(List.of(new Throwing(error)));
        new LocalExecutor(2, Machine.here(KERNELS))
                .run(source, TrialRunner.of(new Trainer(new Workbench(tasks, KERNELS))));
    }
}

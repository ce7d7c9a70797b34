package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.TrialSource;

/** Two threads time one probe on a made-up machine that they share with neighbours. */
class CalibrationTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();
    private static final double PACE = 1e-6; // a thread's seconds of a sequence-forward
    private static final double WAITS = 7; // the clock's seconds over the thread's

    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final ThreadLocal<Double> used =
            ThreadLocal.withInitial(() -> Thread.currentThread().getName().hashCode() % 100.0);
    private double process;

    @AfterEach
    void endThreads() {
        one.shutdown();
        other.shutdown();
    }

    @Test
    void neighboursDoNotCount() {
        assertThat(pace(PACE, PACE)).isCloseTo(PACE, within(1e-11));
    }

    @Test
    void eachTrialIsTimedOnItsOwnThread() {
        assertThat(pace(PACE, 3 * PACE)).isCloseTo(2 * PACE, within(1e-11));
    }

    private double pace(double onOne, double onOther) {
        Probe probe = probe();
        Calibration.Timed timed = new Calibration.Timed(probe, probe, 1, 1);
        Meter meter = new Meter(() -> process, used::get, () -> 0);
        new Calibration(List.of(timed), 2, new PlugInUse(FakeTasks.catalogue(), METHODS), meter)
                .run(
                        (source, runner) -> {
                            while (takeBoth(source, onOne, onOther)) {
                                // until none is left
                            }
                        },
                        null);
        return probe.pace();
    }

    /** The second thread takes before the first is done. */
    private boolean takeBoth(TrialSource source, double onOne, double onOther) {
        Optional<Trial> first = CompletableFuture.supplyAsync(source::take, one).join();
        Optional<Trial> second =
                CompletableFuture.supplyAsync(source::take, other).join();
        first.ifPresent(trial ->
                CompletableFuture.runAsync(() -> end(source, trial, onOne), one).join());
        second.ifPresent(trial -> CompletableFuture.runAsync(() -> end(source, trial, onOther), other)
                .join());
        return first.isPresent();
    }

    private void end(TrialSource source, Trial trial, double pace) {
        long forwards = 3L * trial.budget().updates() * trial.budget().batch();
        double seconds = pace * forwards;
        used.set(used.get() + seconds);
        process += seconds;
        Costs costs = new Costs(trial.budget().updates(), forwards, 0, 0, 1);
        source.done(
                trial,
                Ran.unprobed(new TrialResult(
                        new Outcome.BudgetSpent(), 0, 1.0, List.of(), costs, List.of(), 1, "", List.of())),
                new Circumstances(WAITS * seconds, "", "", "", "", ""));
    }

    private static Probe probe() {
        Grid grid = Grid.of(Plans.read(METHODS, """
                        tier: {settings: 2, blocks: 1}
                        models: [{cell: tanh-rnn, hidden: 4}]
                        tasks: [{family: recall, lengths: [3]}]
                        optimizers: [adam]
                        clippings: [none]
                        budget: {updates: 40}
                        """), METHODS, (model, optimizer, clipping) -> Optional.empty());
        return new Probe(grid.cells().get(0).known(), batch -> 3L * batch, 0, 1000);
    }
}

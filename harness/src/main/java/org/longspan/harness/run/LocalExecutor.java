package org.longspan.harness.run;

import com.google.common.base.Throwables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.run.TrialRunner.Ran;

/**
 * Runs trials on a fixed number of threads, one trial per thread. The threads are daemons: they end with the program.
 * No finished result is lost then, and an unfinished trial starts again in the next run.
 */
public final class LocalExecutor implements TrialExecutor {

    private final int threads;
    private final Machine machine;
    private final BiConsumer<Trial, Throwable> failures;

    /** Creates an executor with {@code threads} threads. */
    public LocalExecutor(int threads, Machine machine) {
        this(threads, machine, (trial, e) -> {});
    }

    /**
     * Creates an executor with {@code threads} threads.
     *
     * @param failures receives what a failed trial has thrown, before its result is delivered, from any thread
     */
    public LocalExecutor(int threads, Machine machine, BiConsumer<Trial, Throwable> failures) {
        this.threads = threads;
        this.machine = machine;
        this.failures = failures;
    }

    @Override
    public void run(TrialSource source, TrialRunner runner) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> work(source, runner, failure), "trial-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        workers.forEach(worker -> join(worker, source));
        if (failure.get() != null) {
            Throwables.throwIfUnchecked(failure.get());
        }
    }

    private void work(TrialSource source, TrialRunner runner, AtomicReference<Throwable> failure) {
        try {
            for (Optional<Trial> trial = source.take(); trial.isPresent(); trial = source.take()) {
                runOne(trial.get(), source, runner);
            }
        } catch (RuntimeException | Error e) { // the result cannot be stored, so stop
            failure.compareAndSet(null, e);
            source.stop();
        }
    }

    private void runOne(Trial trial, TrialSource source, TrialRunner runner) {
        Instant started = Instant.now();
        long begin = System.nanoTime();
        Ran ran = ran(trial, runner);
        double seconds = Math.max(0, (System.nanoTime() - begin) * 1e-9 - ran.secondsOfLooks());
        Circumstances circumstances = machine.circumstances(
                seconds, started.truncatedTo(ChronoUnit.SECONDS).toString());
        source.done(trial, ran, circumstances);
    }

    private Ran ran(Trial trial, TrialRunner runner) {
        try {
            return runner.run(trial);
        } catch (Throwable e) { // an external task may throw anything, and other trials wait for this result
            tell(trial, e);
            String error = e.getClass().getSimpleName() + ": " + Causes.message(e);
            return Ran.unprobed(TrialResult.notRun(new Outcome.Failed(error), 0, 0));
        }
    }

    private void tell(Trial trial, Throwable e) {
        try {
            failures.accept(trial, e);
        } catch (Throwable again) {
            // the reason is lost, but not the result
        }
    }

    private static void join(Thread worker, TrialSource source) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
                source.stop(); // then wait for the running trials to finish
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

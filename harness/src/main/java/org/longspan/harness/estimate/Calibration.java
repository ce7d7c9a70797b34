package org.longspan.harness.estimate;

import com.google.common.base.Throwables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.TrialExecutor;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.TrialSource;

/**
 * Times probes as a run would run them, on all its threads at once, in rounds: each round times all of them, in the
 * other direction. It ends when two rounds in a row say the same of the whole, so when the compiler has done its work,
 * or when patience ends. The first networks are slowest because of the compiler, not because of what they are.
 *
 * <p>A trial's time is what its thread uses of a processor, so neighbours on the machine hardly count. The executor must
 * therefore take a trial and hand its result back on one thread, as {@link org.longspan.harness.run.LocalExecutor} does.
 */
final class Calibration implements TrialSource {

    /** Seconds of each processor for all probes. Beside neighbours it takes longer by the clock. */
    private static final double PATIENCE = 15;

    /** Seconds of each processor for the code of networks to be compiled: some five on an idle machine. */
    private static final double PATIENCE_WITH_THE_COMPILER = 40;

    /** Seconds of each thread by the clock, for either: neighbours may leave too little of the processor. */
    private static final double LONGEST_WAIT = 100;

    private static final double AGREEMENT = 0.05;
    private static final double COMPILING = 0.05; // time of the compiler over that of trials, when its work is done
    private static final int FEWEST_ROUNDS = 3;
    private static final int ROUNDS = 6; // that patience should be enough for
    private static final double LONGEST = 0.25; // seconds of a trial

    private final List<Timed> all;
    private final int threads;
    private final PlugInUse use;
    private final Meter meter;
    private final Deque<Timed> round = new ArrayDeque<>();
    private final Map<Thread, Running> running = new HashMap<>(); // never iterated
    private double slice; // seconds of a trial in this round
    private double end; // of patience, by the processor's seconds
    private double seconds; // of all trials by the clock
    private double latest; // of these seconds before patience ends
    private Optional<Throwable> failure = Optional.empty();

    /**
     * A probe in its place.
     *
     * @param probe the probe
     * @param plain that of plain descent on the same network, whose pace is a first guess; the probe itself for that one
     * @param usual the pace of this probe over that of the plain one where nothing is known
     * @param weight cost of all trials that the pace is wanted for
     */
    record Timed(Probe probe, Probe plain, double usual, double weight) {

        /** Returns the time of a sequence-forward, or what it usually is beside that of the plain probe. */
        double pace() {
            return probe.isTimed() ? probe.pace() : usual * plain.pace();
        }

        private boolean isTimed() {
            return probe.isTimed() || plain.isTimed();
        }

        private double latestPace() {
            return probe.isTimed() ? probe.latestPace() : usual * plain.latestPace();
        }

        private Optional<Trial> next(double seconds) {
            return probe.next(seconds, plain.isTimed() ? usual * plain.latestPace() : 0);
        }
    }

    /**
     * What a thread runs.
     *
     * @param began seconds of a processor that the thread had used before
     */
    private record Running(Probe probe, double began) {}

    /**
     * Creates a calibration.
     *
     * @param all probes to time
     * @param use whose code they run
     * @param meter of this process
     */
    Calibration(List<Timed> all, int threads, PlugInUse use, Meter meter) {
        this.all = all;
        this.threads = threads;
        this.use = use;
        this.meter = meter;
    }

    /** Times all probes, after those of the networks themselves, which have most of the code to compile. */
    void run(TrialExecutor executor, TrialRunner runner) {
        List<Timed> plain =
                all.stream().filter(timed -> timed.probe == timed.plain).toList();
        settle(plain, PATIENCE_WITH_THE_COMPILER * processors(), executor, runner);
        settle(all, PATIENCE * processors(), executor, runner);
    }

    private int processors() {
        return Math.min(threads, Runtime.getRuntime().availableProcessors());
    }

    private void settle(List<Timed> probes, double patience, TrialExecutor executor, TrialRunner runner) {
        List<Timed> order = new ArrayList<>(probes);
        slice = Math.min(LONGEST, PATIENCE * processors() / (ROUNDS * probes.size()));
        end = meter.processor().getAsDouble() + patience;
        latest = seconds + LONGEST_WAIT * threads;
        double total = 0;
        boolean agreed = false;
        for (int rounds = 1; rounds <= FEWEST_ROUNDS || !agreed && isPatient(); rounds++) {
            Collections.reverse(order);
            double before = seconds;
            double compiled = meter.compiler().getAsDouble();
            run(order, executor, runner);
            boolean isCompiled = meter.compiler().getAsDouble() - compiled <= COMPILING * (seconds - before);
            double last = total;
            total = order.stream()
                    .filter(Timed::isTimed)
                    .mapToDouble(timed -> timed.weight * timed.latestPace())
                    .sum();
            agreed = isCompiled && Math.abs(total - last) <= AGREEMENT * last;
        }
    }

    /** A round of few probes times each several times, so that all threads are busy. */
    private void run(List<Timed> order, TrialExecutor executor, TrialRunner runner) {
        while (round.size() < 2 * threads) {
            round.addAll(order);
        }
        executor.run(this, runner);
        round.clear();
        failure.ifPresent(Throwables::throwIfUnchecked);
    }

    private boolean isPatient() {
        return meter.processor().getAsDouble() < end && seconds < latest;
    }

    @Override
    public synchronized Optional<Trial> take() {
        while (!round.isEmpty() && isPatient()) {
            Timed timed = round.poll();
            Optional<Trial> trial = timed.next(slice);
            if (trial.isPresent()) {
                running.put(
                        Thread.currentThread(),
                        new Running(timed.probe, meter.thread().getAsDouble()));
                return trial;
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized void done(Trial trial, Ran ran, Circumstances circumstances) {
        seconds += circumstances.seconds();
        Running ended = running.remove(Thread.currentThread());
        ended.probe.took(trial, ran.result(), meter.thread().getAsDouble() - ended.began);
    }

    /** Takes what a trial has thrown. */
    synchronized void failed(Trial trial, Throwable e) {
        Optional<PlugInError> theirs = PlugInError.of(e, use.of(trial));
        failure = Optional.of(theirs.isPresent() ? theirs.get() : e);
        round.clear();
    }

    @Override
    public synchronized void stop() {
        round.clear();
    }
}

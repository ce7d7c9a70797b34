package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.microbench.turns.Turns;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step on one thread: forward, back-propagation through time, clip by global norm, gradient descent. In
 * turns with libtorch's step, if the peers are on the class path, and with bursts of multiply-adds at the peak.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 31, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingStepBenchmark {

    /** Cell, B, H, T and I. */
    @Param
    public TrainingShape shape;

    /** The steps with a loss. */
    @Param
    public LossAt lossAt;

    private TrainingCase training;

    /** Creates the network, its batch and the peer. */
    @Setup
    public void create(Turns turns) {
        training = new TrainingCase(shape, lossAt);
        turns.of(training::step);
        Peers.found().ifPresent(peers -> turns.against(peers.trainingStep(shape, lossAt)));
        turns.besideBursts();
    }

    @Benchmark
    public double step() {
        return training.step();
    }
}

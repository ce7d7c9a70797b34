package org.longspan.microbench.peers;

import java.util.concurrent.TimeUnit;
import org.longspan.microbench.LossAt;
import org.longspan.microbench.TrainingCase;
import org.longspan.microbench.TrainingShape;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The steps of {@code TrainingStepBenchmark} in libtorch, on one thread. {@link SameTraining} checks that both compute
 * equal losses before anything is timed.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LibtorchStepBenchmark {

    /** Cell, B, H, T and I. */
    @Param
    public TrainingShape shape;

    /** Where the loss is taken. */
    @Param
    public LossAt lossAt;

    private LibtorchTraining training;

    /**
     * Creates the network, after a comparison on another one.
     *
     * @throws IllegalStateException if libtorch does not compute what Longspan computes
     */
    @Setup
    public void create() {
        SameTraining.require(shape, lossAt);
        training = new LibtorchTraining(shape, lossAt, TrainingCase.LEARNING_RATE, new TrainingCase(shape, lossAt));
    }

    @Benchmark
    public float step() {
        return training.step();
    }

    /** Frees the network. */
    @TearDown
    public void close() {
        training.close();
    }
}

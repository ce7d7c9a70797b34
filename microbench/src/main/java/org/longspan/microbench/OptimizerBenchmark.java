package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.microbench.turns.Turns;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.catalogue.Optimizers;
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
 * A training step under every first-order optimizer at the sizes of the default plan, in turns with Adam's. {@link
 * Microbenchmarks} supplies the list of optimizers.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OptimizerBenchmark {

    private static final String REFERENCE = "adam";

    /** The optimizer. */
    @Param(REFERENCE)
    public String optimizer;

    /** Cell, B, H, T and I. */
    @Param({"RNN_20_32_20_2", "LSTM_20_32_20_2"})
    public TrainingShape shape;

    private TrainingCase training;

    /** Creates both networks and their batches. */
    @Setup
    public void create(Turns turns) {
        training = trainedBy(optimizer);
        turns.of(training::step);
        turns.against(trainedBy(REFERENCE)::step);
    }

    private TrainingCase trainedBy(String name) {
        return new TrainingCase(shape, LossAt.LAST).by(Optimizers.named(name).create(Settings.NONE));
    }

    @Benchmark
    public double step() {
        return training.step();
    }
}

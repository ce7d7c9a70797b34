package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.optim.clip.Clippings;
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
 * A training step of the smallest shape without clipping and under every clipping, each tight enough to clip at every
 * step. {@link Microbenchmarks} supplies the list of clippings.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClippingBenchmark {

    private static final TrainingShape SHAPE = TrainingShape.RNN_20_50_100_2;

    /** The clipping. */
    @Param("none")
    public String clipping;

    /** The steps with a loss. */
    @Param
    public LossAt lossAt;

    private TrainingCase training;

    /** Creates the network and its batch. */
    @Setup
    public void create() {
        training = new TrainingCase(SHAPE, lossAt).under(UpdateCase.clipping(Clippings.named(clipping)));
    }

    @Benchmark
    public double step() {
        return training.step();
    }
}

package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.microbench.turns.Turns;
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
 * A training step at one shape under every clipping, each tight enough to clip at every step, in turns with a step
 * without clipping. {@link Microbenchmarks} supplies the list of clippings.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 21, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClippingBenchmark {

    private static final TrainingShape SHAPE = TrainingShape.RNN_20_50_100_2;
    private static final String REFERENCE = "none";

    /** The clipping. */
    @Param(REFERENCE)
    public String clipping;

    /** The steps with a loss. */
    @Param("LAST")
    public LossAt lossAt;

    private TrainingCase training;

    /** Creates both networks and their batches. */
    @Setup
    public void create(Turns turns) {
        training = under(clipping);
        turns.of(training::step);
        turns.against(under(REFERENCE)::step);
    }

    private TrainingCase under(String name) {
        return new TrainingCase(SHAPE, lossAt).under(UpdateCase.clipping(Clippings.named(name)));
    }

    @Benchmark
    public double step() {
        return training.step();
    }
}

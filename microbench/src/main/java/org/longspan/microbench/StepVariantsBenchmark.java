package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.numerics.kernel.KernelChoice;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The training step of one shape under other conditions, all with equal bits: with the plain kernels, with vectors of
 * 256 and of 128 bits, and as two concurrent trials.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StepVariantsBenchmark {

    private static final TrainingShape SHAPE = TrainingShape.LSTM_20_128_200_10;
    private static final String VECTORS_OF_256_BITS = "-XX:UseAVX=2";
    private static final String VECTORS_OF_128_BITS = "-XX:MaxVectorSize=16";

    private TrainingCase training;
    private TrainingCase plain;

    /** Creates the networks and their batches. */
    @Setup
    public void create() {
        training = new TrainingCase(SHAPE, LossAt.LAST);
        plain = new TrainingCase(
                SHAPE,
                LossAt.LAST,
                TrainingCase.LEARNING_RATE,
                KernelChoice.best("plain").kernels());
    }

    /** With the vectors that the virtual machine prefers. */
    @Benchmark
    public double one() {
        return training.step();
    }

    @Benchmark
    @Threads(2)
    public double twoAtATime() {
        return training.step();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTORS_OF_256_BITS)
    public double vectorsOf256Bits() {
        return training.step();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTORS_OF_128_BITS)
    public double vectorsOf128Bits() {
        return training.step();
    }

    @Benchmark
    public double plainKernels() {
        return plain.step();
    }
}

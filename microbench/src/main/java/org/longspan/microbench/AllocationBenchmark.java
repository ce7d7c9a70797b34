package org.longspan.microbench;

import org.longspan.model.Architecture;
import org.longspan.numerics.kernel.KernelChoice;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten thousand training steps, each on its own batch, for {@code -prof gc}. JMH's own allocation in an iteration is
 * spread over so many steps that a step without allocation shows less than one byte.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@BenchmarkMode(Mode.SingleShotTime)
public class AllocationBenchmark {

    private static final int STEPS = 10_000;
    private static final int SEQUENCES = 5;
    private static final int HIDDEN = 17;
    private static final int LENGTH = 10;
    private static final int INPUTS = 2;

    /** The cell's name. */
    @Param({"tanh-rnn", "lstm", "gru"})
    public String cell;

    private TrainingCase training;

    /** Creates a small network of sizes that fit no vector. */
    @Setup
    public void create() {
        UniformTask task = new UniformTask(LENGTH, INPUTS, LossAt.LAST);
        training = new TrainingCase(
                task,
                Architecture.of(cell, HIDDEN),
                SEQUENCES,
                TrainingCase.LEARNING_RATE,
                KernelChoice.best("auto").kernels());
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double steps() {
        double sum = 0;
        for (int n = 0; n < STEPS; n++) {
            training.bindNext();
            sum += training.step();
        }
        return sum;
    }
}

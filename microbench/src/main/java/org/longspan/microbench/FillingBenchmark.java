package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
import org.longspan.microbench.turns.Turns;
import org.longspan.model.Architecture;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
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
 * Drawing a batch of 20 sequences of every task at T = 100, in turns with a training step of a tanh network of 50
 * units on it.
 * {@link Microbenchmarks} supplies the list of variants.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 150, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 11, time = 30, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FillingBenchmark {

    private static final int SEQUENCES = 20;
    private static final int HIDDEN = 50;
    private static final long SEED = 0;

    /** Family and variant. */
    @Param("adding urnn")
    public String task;

    private SequenceTask drawn;
    private BatchBuffer batch;
    private long next;

    /** Creates the task, a batch and the network. */
    @Setup
    public void create(Turns turns) {
        drawn = TaskCase.of(task);
        batch = new BatchBuffer(drawn.description(), SEQUENCES);
        TrainingCase training = new TrainingCase(
                drawn,
                Architecture.of("tanh-rnn", HIDDEN),
                SEQUENCES,
                TrainingCase.LEARNING_RATE,
                KernelChoice.best("auto").kernels());
        turns.of(() -> filling().sequences());
        turns.against(training::step);
    }

    @Benchmark
    public BatchBuffer filling() {
        batch.fill(drawn, Split.TRAIN, SEED, next, SEQUENCES);
        next += SEQUENCES;
        return batch;
    }
}

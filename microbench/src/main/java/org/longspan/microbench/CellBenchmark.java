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
 * A training step of every cell at one shape: 20 sequences, 50 units, 100 steps of 2 inputs, the loss at the last. In
 * turns with the tanh network's. {@link Microbenchmarks} supplies the list of cells.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 60, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CellBenchmark {

    private static final String REFERENCE = "tanh-rnn";

    /** The cell. */
    @Param(REFERENCE)
    public String cell;

    private TrainingCase training;

    /** Creates both networks and their batches. */
    @Setup
    public void create(Turns turns) {
        training = TrainingCase.ofCell(cell);
        turns.of(training::step);
        turns.against(TrainingCase.ofCell(REFERENCE)::step);
        turns.besideBursts();
    }

    @Benchmark
    public double step() {
        return training.step();
    }
}

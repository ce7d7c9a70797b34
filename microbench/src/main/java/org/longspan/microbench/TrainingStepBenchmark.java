package org.longspan.microbench;

import java.util.concurrent.TimeUnit;
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
 * One training step on one thread: forward, back-propagation through time, clip by global norm, gradient descent. The
 * result is the median of single steps, so a step delayed by another program does not matter.
 */
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingStepBenchmark {

    /** The shapes that are also measured in libtorch. */
    @State(Scope.Thread)
    public static class Shape {

        /** Cell, B, H, T and I. */
        @Param
        public TrainingShape shape;

        /** The steps with a loss. */
        @Param
        public LossAt lossAt;

        private TrainingCase training;

        /** Creates the network and its batch. */
        @Setup
        public void create() {
            training = new TrainingCase(shape, lossAt);
        }
    }

    /** Every cell at one shape: 20 sequences, 50 units, 100 steps of 2 inputs, the loss at the last. */
    @State(Scope.Thread)
    public static class Cell {

        /** Its name; {@link Microbenchmarks} fills in all cells that there are. */
        @Param("tanh-rnn")
        public String cell;

        private TrainingCase training;

        /** Creates the network and its batch. */
        @Setup
        public void create() {
            training = TrainingCase.ofCell(cell);
        }
    }

    @Benchmark
    public double step(Shape shape) {
        return shape.training.step();
    }

    /** A step on a new batch, which includes drawing it. */
    @Benchmark
    public double stepWithFilling(Shape shape) {
        shape.training.bindNext();
        return shape.training.step();
    }

    @Benchmark
    public double stepOfCell(Cell cell) {
        return cell.training.step();
    }
}

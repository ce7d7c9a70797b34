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
 * An update by every optimizer and a call of every clipping, in turns with a copy of the bytes that it must move: the
 * limit set by memory. {@link Microbenchmarks} supplies the list of methods.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 1, time = 150, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 20, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UpdateBenchmark {

    /** The optimizer or clipping. */
    @Param("optimizer sgd")
    public String method;

    /** Number of parameters. */
    @Param({"10000", "1000000"})
    public int size;

    private UpdateCase updating;
    private float[] source;
    private float[] target;

    /** Creates the vectors. */
    @Setup
    public void create(Turns turns) {
        updating = new UpdateCase(method, size);
        source = new float[Math.toIntExact((long) size * updating.floatsMoved() / 2)]; // a copy reads and writes
        target = new float[source.length];
        turns.of(this::updated);
        turns.against(this::copyOfSameBytes);
    }

    private double copyOfSameBytes() {
        System.arraycopy(source, 0, target, 0, source.length);
        return target[0];
    }

    private double updated() {
        updating.update();
        return 0;
    }

    @Benchmark
    public void update() {
        updating.update();
    }
}

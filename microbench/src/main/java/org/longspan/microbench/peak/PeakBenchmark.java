package org.longspan.microbench.peak;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of a burst of multiply-adds that touches only registers. Twelve independent chains hide the latency of a
 * multiply-add (4 cycles, 2 per cycle: 8 would do) and leave registers free. The median of short bursts is the speed of
 * the core even when other programs use it. The chain runs through the addend, which the instruction overwrites; a
 * chain through a factor needs a copy first, and ran at half the speed.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeakBenchmark {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int MULTIPLY_ADDS = CHAINS * 16 * 100_000;

    /** The operations of a burst, two per multiply-add. */
    public static final long OPERATIONS = 2L * MULTIPLY_ADDS;

    private float factor = 0.999f;

    @Benchmark
    public float multiplyAdds() {
        FloatVector x = FloatVector.broadcast(SPECIES, factor);
        FloatVector a = x; // different starting points, so that the compiler cannot merge two chains
        FloatVector b = a.add(x);
        FloatVector c = b.add(x);
        FloatVector d = c.add(x);
        FloatVector e = d.add(x);
        FloatVector f = e.add(x);
        FloatVector g = f.add(x);
        FloatVector h = g.add(x);
        FloatVector i = h.add(x);
        FloatVector j = i.add(x);
        FloatVector k = j.add(x);
        FloatVector l = k.add(x);
        FloatVector y = x.mul(0.5f);
        for (int n = MULTIPLY_ADDS / CHAINS / SPECIES.length(); n > 0; n--) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
            k = x.fma(y, k);
            l = x.fma(y, l);
        }
        FloatVector sum = a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l);
        return sum.lane(0);
    }
}

package org.longspan.microbench.turns;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.longspan.microbench.peak.PeakBenchmark;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * A reference operation, and bursts of multiply-adds at the peak, in turns with a benchmark. An iteration of JMH is a
 * round: first a block of the reference, then a block of bursts, both timed here, then the block of the benchmark's own
 * operation, timed by JMH. Every warm-up iteration begins with rounds in which all three settle.
 *
 * <p>JMH writes the two times beside its own for each iteration, so that a ratio can be taken round by round.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Turns {

    private static final int BURSTS_SHARE = 4; // a quarter of a block: bursts are short and vary little

    // All have settled when none has got faster by a thirtieth for eight rounds, which are an iteration of warm-up.
    private static final int CALM_ROUNDS = 8;
    private static final int ROUNDS_AT_MOST = 100;
    private static final double FASTER = 1 - 1.0 / 30;

    private final Block own = new Block();
    private final Block reference = new Block();
    private final Block burst = new Block();

    /** Sets the benchmark's own operation, which must settle too. */
    public void of(DoubleSupplier operation) {
        own.operation = operation;
    }

    /** Sets the operation to compare with. */
    public void against(DoubleSupplier operation) {
        reference.operation = operation;
    }

    /** Adds bursts of multiply-adds. */
    public void besideBursts() {
        burst.operation = new PeakBenchmark()::multiplyAdds;
    }

    /** Makes a round's blocks, before the benchmark's own. */
    @Setup(Level.Iteration)
    public void take(IterationParams iteration) {
        long length = iteration.getTime().convertTo(TimeUnit.NANOSECONDS);
        if (iteration.getType() == IterationType.WARMUP) {
            settle(length / CALM_ROUNDS);
        }
        reference.run(length);
        burst.run(length / BURSTS_SHARE);
    }

    private void settle(long length) {
        int calm = 0;
        for (int round = 0; calm < CALM_ROUNDS && round < ROUNDS_AT_MOST; round++) {
            boolean faster = own.runsFaster(length);
            faster |= reference.runsFaster(length);
            faster |= burst.runsFaster(length / BURSTS_SHARE);
            calm = faster ? 0 : calm + 1;
        }
    }

    /** Returns the nanoseconds of one reference operation in the last round, 0 without a reference. */
    public double referenceNanoseconds() {
        return reference.nanoseconds;
    }

    /** Returns the nanoseconds of one burst in the last round, 0 without bursts. */
    public double burstNanoseconds() {
        return burst.nanoseconds;
    }

    /** The calls of one operation in a round. */
    private static final class Block {

        private DoubleSupplier operation; // null if there is none
        private double nanoseconds; // of one call, the mean over the last block
        private double least = Double.POSITIVE_INFINITY; // of all blocks while settling
        private double sum; // of all results, which are thus used

        /** Fills {@code length} nanoseconds with calls, by the time of a call in the block before; at least one. */
        private void run(long length) {
            if (operation == null) {
                return;
            }
            int calls = nanoseconds == 0 ? 1 : (int) Math.max(1, length / nanoseconds);
            long start = System.nanoTime();
            for (int n = 0; n < calls; n++) {
                sum += operation.getAsDouble();
            }
            nanoseconds = (double) (System.nanoTime() - start) / calls;
        }

        /** Runs, and returns whether it was clearly faster than in every block before. */
        private boolean runsFaster(long length) {
            run(length);
            boolean faster = operation != null && nanoseconds < FASTER * least;
            least = Math.min(least, nanoseconds);
            return faster;
        }
    }
}

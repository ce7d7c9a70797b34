package org.longspan.suite.walls.offenders;

import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Shown to the walls: it does what no room but one may do. */
public final class Offender {

    static int counter;

    static final float[] SHARED = new float[1];

    /** Draws from a stream that no trial owns. */
    public double draw() {
        return new Random(0).nextDouble();
    }

    /** Reads a clock. */
    public long time() {
        return System.nanoTime();
    }

    /** Calls what differs between virtual machines. */
    public double exp(double x) {
        return Math.exp(x);
    }

    /** Starts a thread. */
    public Thread thread() {
        return new Thread(() -> {});
    }

    /** Starts work on a pool that it does not own. */
    public CompletableFuture<Void> work() {
        return CompletableFuture.runAsync(() -> {});
    }
}

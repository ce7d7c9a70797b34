package org.longspan.suite.walls.offenders;

import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Breaks several rules: each method does what only one package may do. */
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

    /** Calls a method whose result differs between virtual machines. */
    public double exp(double x) {
        return Math.exp(x);
    }

    /** Starts a thread. */
    public Thread thread() {
        return new Thread(() -> {});
    }

    /** Starts work on a shared pool. */
    public CompletableFuture<Void> work() {
        return CompletableFuture.runAsync(() -> {});
    }
}

package org.longspan.model;

import java.util.Arrays;
import org.longspan.numerics.Parameters;

/** The sums in double of one vector a chunk. */
final class Chunks {

    private final double[] sums;

    Chunks(int size) {
        this.sums = new double[size];
    }

    void clear() {
        Arrays.fill(sums, 0);
    }

    /** Adds {@code chunk} and clears it for the next one. */
    void take(Parameters chunk) {
        float[] c = chunk.data();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += c[i];
        }
        chunk.zero();
    }

    double get(int i) {
        return sums[i];
    }
}

package org.longspan.model.regularizer;

import java.util.Arrays;
import org.longspan.numerics.Parameters;

/** Sums in double of the vectors of several chunks. */
public final class Chunks {

    private final double[] sums;

    public Chunks(int size) {
        this.sums = new double[size];
    }

    public void clear() {
        Arrays.fill(sums, 0);
    }

    /** Adds {@code chunk} and clears it for the next one. */
    public void take(Parameters chunk) {
        float[] c = chunk.data();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += c[i];
        }
        chunk.zero();
    }

    public double get(int i) {
        return sums[i];
    }
}

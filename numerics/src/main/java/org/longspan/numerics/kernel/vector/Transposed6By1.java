package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Six rows of a product of transposed A by one vector.
 */
final class Transposed6By1 {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private Transposed6By1() {}

    /**
     * C += Aᵀ · B over {@code depth} rows of both, with arrays, indices of first elements, and distances of rows. The
     * first {@code done} rows of C stay as they are.
     */
    static void add(
            float[] a,
            int at,
            int aStep,
            float[] b,
            int bAt,
            int bStep,
            int depth,
            float[] c,
            int c0,
            int cStep,
            int done) {
        int c1 = c0 + cStep;
        int c2 = c1 + cStep;
        int c3 = c2 + cStep;
        int c4 = c3 + cStep;
        int c5 = c4 + cStep;
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c40 = FloatVector.fromArray(S, c, c4);
        FloatVector c50 = FloatVector.fromArray(S, c, c5);
        for (int k = 0; k < depth; k++, at += aStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            c00 = b0.fma(FloatVector.broadcast(S, a[at]), c00);
            c10 = b0.fma(FloatVector.broadcast(S, a[at + 1]), c10);
            c20 = b0.fma(FloatVector.broadcast(S, a[at + 2]), c20);
            c30 = b0.fma(FloatVector.broadcast(S, a[at + 3]), c30);
            c40 = b0.fma(FloatVector.broadcast(S, a[at + 4]), c40);
            c50 = b0.fma(FloatVector.broadcast(S, a[at + 5]), c50);
        }
        if (done < 1) {
            c00.intoArray(c, c0);
        }
        if (done < 2) {
            c10.intoArray(c, c1);
        }
        if (done < 3) {
            c20.intoArray(c, c2);
        }
        if (done < 4) {
            c30.intoArray(c, c3);
        }
        if (done < 5) {
            c40.intoArray(c, c4);
        }
        c50.intoArray(c, c5);
    }
}

package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Six rows of a product of transposed A by two vectors, the block of processors with 16 registers: 12 sums.
 */
final class Transposed6By2 {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private Transposed6By2() {}

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
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c11 = FloatVector.fromArray(S, c, c1 + L);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c21 = FloatVector.fromArray(S, c, c2 + L);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c31 = FloatVector.fromArray(S, c, c3 + L);
        FloatVector c40 = FloatVector.fromArray(S, c, c4);
        FloatVector c41 = FloatVector.fromArray(S, c, c4 + L);
        FloatVector c50 = FloatVector.fromArray(S, c, c5);
        FloatVector c51 = FloatVector.fromArray(S, c, c5 + L);
        for (int k = 0; k < depth; k++, at += aStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + L);
            FloatVector row = FloatVector.broadcast(S, a[at]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            row = FloatVector.broadcast(S, a[at + 1]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            row = FloatVector.broadcast(S, a[at + 2]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            row = FloatVector.broadcast(S, a[at + 3]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            row = FloatVector.broadcast(S, a[at + 4]);
            c40 = row.fma(b0, c40);
            c41 = row.fma(b1, c41);
            row = FloatVector.broadcast(S, a[at + 5]);
            c50 = row.fma(b0, c50);
            c51 = row.fma(b1, c51);
        }
        if (done < 1) {
            c00.intoArray(c, c0);
            c01.intoArray(c, c0 + L);
        }
        if (done < 2) {
            c10.intoArray(c, c1);
            c11.intoArray(c, c1 + L);
        }
        if (done < 3) {
            c20.intoArray(c, c2);
            c21.intoArray(c, c2 + L);
        }
        if (done < 4) {
            c30.intoArray(c, c3);
            c31.intoArray(c, c3 + L);
        }
        if (done < 5) {
            c40.intoArray(c, c4);
            c41.intoArray(c, c4 + L);
        }
        c50.intoArray(c, c5);
        c51.intoArray(c, c5 + L);
    }
}

package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Transposed6By4} where the last vector begins early; see {@link Sliding5By4}.
 */
final class SlidingTransposed6By4 {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private SlidingTransposed6By4() {}

    /**
     * C += Aᵀ · B over {@code depth} rows of both, with arrays, indices of first elements, and distances of rows. The
     * first {@code done} rows of C stay as they are. The last vector begins {@code slide} columns early.
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
            int done,
            int slide) {
        int last = 3 * L - slide;
        int c1 = c0 + cStep;
        int c2 = c1 + cStep;
        int c3 = c2 + cStep;
        int c4 = c3 + cStep;
        int c5 = c4 + cStep;
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c02 = FloatVector.fromArray(S, c, c0 + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, c, c0 + last);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c11 = FloatVector.fromArray(S, c, c1 + L);
        FloatVector c12 = FloatVector.fromArray(S, c, c1 + 2 * L);
        FloatVector c13 = FloatVector.fromArray(S, c, c1 + last);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c21 = FloatVector.fromArray(S, c, c2 + L);
        FloatVector c22 = FloatVector.fromArray(S, c, c2 + 2 * L);
        FloatVector c23 = FloatVector.fromArray(S, c, c2 + last);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c31 = FloatVector.fromArray(S, c, c3 + L);
        FloatVector c32 = FloatVector.fromArray(S, c, c3 + 2 * L);
        FloatVector c33 = FloatVector.fromArray(S, c, c3 + last);
        FloatVector c40 = FloatVector.fromArray(S, c, c4);
        FloatVector c41 = FloatVector.fromArray(S, c, c4 + L);
        FloatVector c42 = FloatVector.fromArray(S, c, c4 + 2 * L);
        FloatVector c43 = FloatVector.fromArray(S, c, c4 + last);
        FloatVector c50 = FloatVector.fromArray(S, c, c5);
        FloatVector c51 = FloatVector.fromArray(S, c, c5 + L);
        FloatVector c52 = FloatVector.fromArray(S, c, c5 + 2 * L);
        FloatVector c53 = FloatVector.fromArray(S, c, c5 + last);
        for (int k = 0; k < depth; k++, at += aStep, bAt += bStep) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + L);
            FloatVector b2 = FloatVector.fromArray(S, b, bAt + 2 * L);
            FloatVector b3 = FloatVector.fromArray(S, b, bAt + last);
            FloatVector row = FloatVector.broadcast(S, a[at]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            c02 = row.fma(b2, c02);
            c03 = row.fma(b3, c03);
            row = FloatVector.broadcast(S, a[at + 1]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            c12 = row.fma(b2, c12);
            c13 = row.fma(b3, c13);
            row = FloatVector.broadcast(S, a[at + 2]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            c22 = row.fma(b2, c22);
            c23 = row.fma(b3, c23);
            row = FloatVector.broadcast(S, a[at + 3]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            c32 = row.fma(b2, c32);
            c33 = row.fma(b3, c33);
            row = FloatVector.broadcast(S, a[at + 4]);
            c40 = row.fma(b0, c40);
            c41 = row.fma(b1, c41);
            c42 = row.fma(b2, c42);
            c43 = row.fma(b3, c43);
            row = FloatVector.broadcast(S, a[at + 5]);
            c50 = row.fma(b0, c50);
            c51 = row.fma(b1, c51);
            c52 = row.fma(b2, c52);
            c53 = row.fma(b3, c53);
        }
        if (done < 1) {
            c00.intoArray(c, c0);
            c01.intoArray(c, c0 + L);
            c02.intoArray(c, c0 + 2 * L);
            c03.intoArray(c, c0 + last);
        }
        if (done < 2) {
            c10.intoArray(c, c1);
            c11.intoArray(c, c1 + L);
            c12.intoArray(c, c1 + 2 * L);
            c13.intoArray(c, c1 + last);
        }
        if (done < 3) {
            c20.intoArray(c, c2);
            c21.intoArray(c, c2 + L);
            c22.intoArray(c, c2 + 2 * L);
            c23.intoArray(c, c2 + last);
        }
        if (done < 4) {
            c30.intoArray(c, c3);
            c31.intoArray(c, c3 + L);
            c32.intoArray(c, c3 + 2 * L);
            c33.intoArray(c, c3 + last);
        }
        if (done < 5) {
            c40.intoArray(c, c4);
            c41.intoArray(c, c4 + L);
            c42.intoArray(c, c4 + 2 * L);
            c43.intoArray(c, c4 + last);
        }
        c50.intoArray(c, c5);
        c51.intoArray(c, c5 + L);
        c52.intoArray(c, c5 + 2 * L);
        c53.intoArray(c, c5 + last);
    }
}

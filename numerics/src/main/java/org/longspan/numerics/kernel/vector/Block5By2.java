package org.longspan.numerics.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Five rows of a product by a panel of two vectors, the block of processors with 16 registers: 10 sums, 2 vectors of
 * B, one element of A, and what the compiler loads ahead. Ten chains of multiply-adds fill two units of latency 4. A
 * block of 4 rows by 3 vectors needs as many loads for a fifth more work, yet ran at half the speed: one sum too many
 * was kept in memory. Offsets within a row of C are constants, as in {@link Block5By4}.
 */
final class Block5By2 {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private Block5By2() {}

    /**
     * C = start + A · B, with arrays, indices of first elements, and distances of rows; {@code at} is where the panel
     * begins.
     */
    static void add(
            float[] s,
            int s0,
            int sStep,
            float[] a,
            int a0,
            int aStep,
            float[] b,
            int at,
            int depth,
            float[] c,
            int c0,
            int cStep) {
        int a1 = a0 + aStep;
        int a2 = a1 + aStep;
        int a3 = a2 + aStep;
        int a4 = a3 + aStep;
        int s1 = s0 + sStep;
        int s2 = s1 + sStep;
        int s3 = s2 + sStep;
        int s4 = s3 + sStep;
        FloatVector c00 = FloatVector.fromArray(S, s, s0);
        FloatVector c01 = FloatVector.fromArray(S, s, s0 + L);
        FloatVector c10 = FloatVector.fromArray(S, s, s1);
        FloatVector c11 = FloatVector.fromArray(S, s, s1 + L);
        FloatVector c20 = FloatVector.fromArray(S, s, s2);
        FloatVector c21 = FloatVector.fromArray(S, s, s2 + L);
        FloatVector c30 = FloatVector.fromArray(S, s, s3);
        FloatVector c31 = FloatVector.fromArray(S, s, s3 + L);
        FloatVector c40 = FloatVector.fromArray(S, s, s4);
        FloatVector c41 = FloatVector.fromArray(S, s, s4 + L);
        for (int k = 0; k < depth; k++, at += 2 * L) {
            FloatVector b0 = FloatVector.fromArray(S, b, at);
            FloatVector b1 = FloatVector.fromArray(S, b, at + L);
            FloatVector row = FloatVector.broadcast(S, a[a0 + k]);
            c00 = row.fma(b0, c00);
            c01 = row.fma(b1, c01);
            row = FloatVector.broadcast(S, a[a1 + k]);
            c10 = row.fma(b0, c10);
            c11 = row.fma(b1, c11);
            row = FloatVector.broadcast(S, a[a2 + k]);
            c20 = row.fma(b0, c20);
            c21 = row.fma(b1, c21);
            row = FloatVector.broadcast(S, a[a3 + k]);
            c30 = row.fma(b0, c30);
            c31 = row.fma(b1, c31);
            row = FloatVector.broadcast(S, a[a4 + k]);
            c40 = row.fma(b0, c40);
            c41 = row.fma(b1, c41);
        }
        int c1 = c0 + cStep;
        int c2 = c1 + cStep;
        int c3 = c2 + cStep;
        int c4 = c3 + cStep;
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + L);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + L);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + L);
        c40.intoArray(c, c4);
        c41.intoArray(c, c4 + L);
    }
}

package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.MAX;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums and maxima over a slice, in an order independent of the vector width. */
final class Sums {

    private static final VectorSpecies<Integer> I = VectorKernels.SPECIES.withLanes(int.class);
    private static final int LANES = 16;
    private static final int MAGNITUDE = 0x7fffffff;

    private Sums() {}

    /**
     * The sixteen lanes are sixteen scalars, which keeps the adders busy. Vectors would need two shapes to turn floats
     * into doubles, and then JDK 17 and 25 allocate vectors, here or in the products, depending on what ran before.
     */
    static double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        double s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0, s13 = 0, s14 = 0, s15 = 0;
        int whole = n - n % LANES;
        int p = aFrom;
        int q = bFrom;
        for (; p < aFrom + whole; p += LANES, q += LANES) {
            s0 += (double) a[p] * b[q];
            s1 += (double) a[p + 1] * b[q + 1];
            s2 += (double) a[p + 2] * b[q + 2];
            s3 += (double) a[p + 3] * b[q + 3];
            s4 += (double) a[p + 4] * b[q + 4];
            s5 += (double) a[p + 5] * b[q + 5];
            s6 += (double) a[p + 6] * b[q + 6];
            s7 += (double) a[p + 7] * b[q + 7];
            s8 += (double) a[p + 8] * b[q + 8];
            s9 += (double) a[p + 9] * b[q + 9];
            s10 += (double) a[p + 10] * b[q + 10];
            s11 += (double) a[p + 11] * b[q + 11];
            s12 += (double) a[p + 12] * b[q + 12];
            s13 += (double) a[p + 13] * b[q + 13];
            s14 += (double) a[p + 14] * b[q + 14];
            s15 += (double) a[p + 15] * b[q + 15];
        }
        double even = ((s0 + s8) + (s4 + s12)) + ((s2 + s10) + (s6 + s14));
        double odd = ((s1 + s9) + (s5 + s13)) + ((s3 + s11) + (s7 + s15));
        double sum = even + odd;
        for (; p < aFrom + n; p++, q++) {
            sum += (double) a[p] * b[q];
        }
        return sum;
    }

    /** Returns the {@link #dot} of a slice with itself. */
    static double squares(float[] a, int from, int n) {
        if (Widened.suits(n)) {
            double sum = Widened.squares(a, from, n);
            if (sum < Widened.BOUND) {
                return sum;
            }
        }
        return dot(a, from, a, from, n);
    }

    /** Compares bits: as integers, those of non-negative floats have the order of the floats, with NaN above all. */
    static float maxAbs(float[] a, int from, int n) {
        int j = 0;
        int greatest = 0;
        if (n >= I.length()) {
            IntVector lanes = IntVector.zero(I);
            for (; j < I.loopBound(n); j += I.length()) {
                FloatVector next = FloatVector.fromArray(VectorKernels.SPECIES, a, from + j);
                lanes = lanes.max(next.reinterpretAsInts().lanewise(AND, MAGNITUDE));
            }
            greatest = lanes.reduceLanes(MAX);
        }
        for (; j < n; j++) {
            greatest = Math.max(greatest, Float.floatToRawIntBits(a[from + j]) & MAGNITUDE);
        }
        return Float.intBitsToFloat(greatest);
    }
}

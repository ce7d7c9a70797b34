package org.longspan.numerics.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.F2D;
import static jdk.incubator.vector.VectorOperators.MAX;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums and greatest elements over a whole slice, in an order that does not know the width of a vector. */
final class Sums {

    /** 4 doubles at a time, or 2 where vectors are no wider; wider ones gain nothing beside the memory. */
    private static final boolean FOUR = VectorKernels.SPECIES.vectorBitSize() >= 256;

    private static final VectorSpecies<Double> D = FOUR ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_128;
    private static final VectorSpecies<Float> HALF = FOUR ? FloatVector.SPECIES_128 : FloatVector.SPECIES_64;
    private static final VectorSpecies<Integer> I = VectorKernels.SPECIES.withLanes(int.class);

    private static final int LANES = 16;
    private static final int QUARTER = LANES / 4;
    private static final int MAGNITUDE = 0x7fffffff;

    private Sums() {}

    static double dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        int whole = n - n % LANES;
        DoubleVector low = quarters(a, aFrom, b, bFrom, whole);
        double sum;
        if (FOUR) {
            sum = (low.lane(0) + low.lane(2)) + (low.lane(1) + low.lane(3));
        } else {
            DoubleVector high = quarters(a, aFrom + 2, b, bFrom + 2, whole);
            sum = (low.lane(0) + high.lane(0)) + (low.lane(1) + high.lane(1));
        }
        for (int i = whole; i < n; i++) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    /** The sums of lanes l, l + 4, l + 8 and l + 12, added as the tree has it, for as many l as D has lanes. */
    private static DoubleVector quarters(float[] a, int aFrom, float[] b, int bFrom, int n) {
        DoubleVector lanes0 = DoubleVector.zero(D);
        DoubleVector lanes4 = lanes0;
        DoubleVector lanes8 = lanes0;
        DoubleVector lanes12 = lanes0;
        for (int i = 0; i < n; i += LANES) {
            lanes0 = lanes0.add(product(a, aFrom + i, b, bFrom + i));
            lanes4 = lanes4.add(product(a, aFrom + i + QUARTER, b, bFrom + i + QUARTER));
            lanes8 = lanes8.add(product(a, aFrom + i + 2 * QUARTER, b, bFrom + i + 2 * QUARTER));
            lanes12 = lanes12.add(product(a, aFrom + i + 3 * QUARTER, b, bFrom + i + 3 * QUARTER));
        }
        return lanes0.add(lanes8).add(lanes4.add(lanes12));
    }

    /** Exact: a double holds the product of two floats. */
    private static DoubleVector product(float[] a, int aAt, float[] b, int bAt) {
        return doubles(a, aAt).mul(doubles(b, bAt));
    }

    private static DoubleVector doubles(float[] a, int at) {
        return (DoubleVector) FloatVector.fromArray(HALF, a, at).convertShape(F2D, D, 0);
    }

    /** By the bits: those of non-negative floats are in the order of the floats, NaN above all. */
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

package org.longspan.numerics.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Squares of floats summed in double, in vectors of one shape: a vector of eight floats is one of four pairs, and each
 * half of a pair is shifted to where a double has its exponent and fraction. That is |x| 2⁻⁸⁹⁶, denormal x and zero
 * included, and the product with 2⁸⁹⁶ is exact.
 *
 * <p>Here for vectors of 256 bits. A turn into vectors of another shape would be simpler, but mixes two widths of
 * floats in the profiles that the compiler goes by, and it then makes objects in the products too.
 */
final class Widened {

    /** The number of floats in a vector that the sum is written for. */
    static final int FLOATS = 8;

    /** Infinities and NaN count as finite numbers of at least 2¹²⁸, so the sum shows them by reaching this: 2²⁵⁶. */
    static final double BOUND = 0x1p256;

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_256;
    private static final int LANES = 16;
    private static final long ODD = 0x7fffffff_00000000L;
    private static final DoubleVector UP = DoubleVector.broadcast(D, 0x1p896);
    private static final DoubleVector ZERO = DoubleVector.zero(D);
    private static final VectorMask<Double> LANE_0 = VectorMask.fromLong(D, 1);
    private static final VectorMask<Double> LANE_1 = VectorMask.fromLong(D, 2);
    private static final VectorMask<Double> LANE_2 = VectorMask.fromLong(D, 4);
    private static final VectorMask<Double> LANE_3 = VectorMask.fromLong(D, 8);

    private Widened() {}

    /** Returns the sum in the order of {@link Sums#dot}, if it is under {@link #BOUND}; a square is exact in double. */
    static double squares(float[] a, int from, int n) {
        DoubleVector even0 = DoubleVector.zero(D); // made here: a constant would become an object
        DoubleVector even8 = even0;
        DoubleVector odd0 = even0;
        DoubleVector odd8 = even0;
        int whole = n - n % LANES;
        for (int i = from; i < from + whole; i += LANES) {
            LongVector x0 = FloatVector.fromArray(S, a, i).reinterpretAsInts().reinterpretAsLongs();
            LongVector x8 =
                    FloatVector.fromArray(S, a, i + 8).reinterpretAsInts().reinterpretAsLongs();
            DoubleVector e0 = x0.lanewise(LSHL, 33)
                    .lanewise(LSHR, 4)
                    .reinterpretAsDoubles()
                    .mul(UP);
            DoubleVector o0 = x0.lanewise(AND, ODD)
                    .lanewise(LSHR, 3)
                    .reinterpretAsDoubles()
                    .mul(UP);
            DoubleVector e8 = x8.lanewise(LSHL, 33)
                    .lanewise(LSHR, 4)
                    .reinterpretAsDoubles()
                    .mul(UP);
            DoubleVector o8 = x8.lanewise(AND, ODD)
                    .lanewise(LSHR, 3)
                    .reinterpretAsDoubles()
                    .mul(UP);
            even0 = e0.fma(e0, even0);
            odd0 = o0.fma(o0, odd0);
            even8 = e8.fma(e8, even8);
            odd8 = o8.fma(o8, odd8);
        }
        DoubleVector even = even0.add(even8);
        DoubleVector odd = odd0.add(odd8);
        // A lane as a sum with zeros: lane(i) is not always taken in behind a loop, and makes an object of its vector.
        double sum0 = ZERO.blend(even, LANE_0).reduceLanes(ADD)
                + ZERO.blend(even, LANE_2).reduceLanes(ADD);
        double sum2 = ZERO.blend(even, LANE_1).reduceLanes(ADD)
                + ZERO.blend(even, LANE_3).reduceLanes(ADD);
        double sum1 = ZERO.blend(odd, LANE_0).reduceLanes(ADD)
                + ZERO.blend(odd, LANE_2).reduceLanes(ADD);
        double sum3 = ZERO.blend(odd, LANE_1).reduceLanes(ADD)
                + ZERO.blend(odd, LANE_3).reduceLanes(ADD);
        double sum = (sum0 + sum2) + (sum1 + sum3);
        for (int i = from + whole; i < from + n; i++) {
            sum += (double) a[i] * a[i];
        }
        return sum;
    }
}

package org.longspan.numerics.kernel.vector;

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
 * Squares of floats summed in double, in vectors of one shape. A vector of floats is viewed as half as many pairs, and
 * each half of a pair is shifted to where a double has its exponent and fraction. That gives |x| 2⁻⁸⁹⁶, also for
 * denormal x and zero, and the product with 2⁸⁹⁶ is exact.
 *
 * <p>Written for vectors of 256 and 512 bits. Converting to vectors of another shape would be simpler, but it mixes two
 * widths of floats in the compiler's profiles, and then the products allocate too.
 */
final class Widened {

    /**
     * Infinities and NaN are read as finite numbers of at least 2¹²⁸, so a sum that contains one reaches this bound,
     * 2²⁵⁶.
     */
    static final double BOUND = 0x1p256;

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final VectorSpecies<Double> D = S.withLanes(double.class);
    private static final int L = S.length();
    private static final int LANES = 16;
    private static final int SHORTEST = 128;
    private static final long ODD = 0x7fffffff_00000000L;
    private static final DoubleVector UP = DoubleVector.broadcast(D, 0x1p896);
    private static final DoubleVector ZERO = DoubleVector.zero(D);
    private static final VectorMask<Double> FIRST = eachFourth(0);
    private static final VectorMask<Double> SECOND = eachFourth(1);
    private static final VectorMask<Double> THIRD = eachFourth(2);
    private static final VectorMask<Double> FOURTH = eachFourth(3);

    private Widened() {}

    /**
     * Returns whether this way is faster for {@code n} squares: not at other vector widths, and not where a slice is
     * too short to pay for adding up sixteen lanes at the end. AGC on rows of 100 took 34 µs instead of 20.
     */
    static boolean suits(int n) {
        return L == 8 || L == LANES && n >= SHORTEST;
    }

    /**
     * Returns the sum in the order of {@link Sums#dot}; correct only if it is under {@link #BOUND}. A square is exact
     * in double.
     */
    static double squares(float[] a, int from, int n) {
        DoubleVector even0 = DoubleVector.zero(D); // created here: a constant would become an object
        DoubleVector even8 = even0;
        DoubleVector odd0 = even0;
        DoubleVector odd8 = even0;
        int whole = n - n % LANES;
        for (int i = from; i < from + whole; i += LANES) {
            LongVector x0 = FloatVector.fromArray(S, a, i).reinterpretAsInts().reinterpretAsLongs();
            DoubleVector e0 = x0.lanewise(LSHL, 33)
                    .lanewise(LSHR, 4)
                    .reinterpretAsDoubles()
                    .mul(UP);
            DoubleVector o0 = x0.lanewise(AND, ODD)
                    .lanewise(LSHR, 3)
                    .reinterpretAsDoubles()
                    .mul(UP);
            even0 = e0.fma(e0, even0);
            odd0 = o0.fma(o0, odd0);
            if (L == 8) { // lanes 8 to 15 are a vector of their own
                LongVector x8 =
                        FloatVector.fromArray(S, a, i + 8).reinterpretAsInts().reinterpretAsLongs();
                DoubleVector e8 = x8.lanewise(LSHL, 33)
                        .lanewise(LSHR, 4)
                        .reinterpretAsDoubles()
                        .mul(UP);
                DoubleVector o8 = x8.lanewise(AND, ODD)
                        .lanewise(LSHR, 3)
                        .reinterpretAsDoubles()
                        .mul(UP);
                even8 = e8.fma(e8, even8);
                odd8 = o8.fma(o8, odd8);
            }
        }
        DoubleVector even = even0.add(even8);
        DoubleVector odd = odd0.add(odd8);
        // Each sum has one lane or two, 8 floats apart, and zeros, which change no sum: so its order is fixed. lane(i)
        // or a method of its own would not always be inlined behind the loop, and would then allocate its vector.
        double sum0 = ZERO.blend(even, FIRST).reduceLanes(ADD)
                + ZERO.blend(even, THIRD).reduceLanes(ADD);
        double sum2 = ZERO.blend(even, SECOND).reduceLanes(ADD)
                + ZERO.blend(even, FOURTH).reduceLanes(ADD);
        double sum1 =
                ZERO.blend(odd, FIRST).reduceLanes(ADD) + ZERO.blend(odd, THIRD).reduceLanes(ADD);
        double sum3 = ZERO.blend(odd, SECOND).reduceLanes(ADD)
                + ZERO.blend(odd, FOURTH).reduceLanes(ADD);
        double sum = (sum0 + sum2) + (sum1 + sum3);
        for (int i = from + whole; i < from + n; i++) {
            sum += (double) a[i] * a[i];
        }
        return sum;
    }

    private static VectorMask<Double> eachFourth(int first) {
        return VectorMask.fromLong(D, 0x11L << first & (1L << D.length()) - 1);
    }
}

package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Kernels;

/**
 * Steps that several loops share, in every lane.
 *
 * <p>How loops are written here follows from the compiler. One compilation takes in some sixty vector operations,
 * of plain loads and stores some eighty; beyond, a vector that crosses a call becomes an object, a hundred times slower.
 * So a method has one loop of at most about fifty operations, and a loop that others call beside their own work is long enough in bytes (over
 * 325) not to be taken into them. What stands here is short, and is called early in a loop or in a short one.
 */
final class Lanes {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final VectorSpecies<Integer> I = S.withLanes(int.class);

    // Vectors, not floats: an operation with a float has a broadcast more to be taken in.
    static final FloatVector ZERO = FloatVector.zero(S);
    static final FloatVector ONE = FloatVector.broadcast(S, 1f);
    static final FloatVector MINUS_ONE = FloatVector.broadcast(S, -1f);
    static final FloatVector MINUS_TWO = FloatVector.broadcast(S, -2f);
    static final FloatVector HALF = FloatVector.broadcast(S, 0.5f);
    static final FloatVector FLOOR = FloatVector.broadcast(S, Kernels.FLOOR);
    static final FloatVector ROUNDER = FloatVector.broadcast(S, FloatMath.ROUNDER);
    static final FloatVector LOG2_E = FloatVector.broadcast(S, FloatMath.LOG2_E);
    static final FloatVector TWO_LOG2_E = FloatVector.broadcast(S, FloatMath.TWO_LOG2_E);
    static final FloatVector MINUS_LN2 = FloatVector.broadcast(S, -FloatMath.LN2);
    static final FloatVector MINUS_LN2_HIGH = FloatVector.broadcast(S, -FloatMath.LN2_HIGH);
    static final FloatVector MINUS_LN2_LOW = FloatVector.broadcast(S, -FloatMath.LN2_LOW);
    static final IntVector BITS_OF_ONE = IntVector.broadcast(I, Float.floatToRawIntBits(1f));
    static final IntVector SIGN = IntVector.broadcast(I, 0x80000000);

    // Bits of floats that are not negative are in the order of the floats, NaN above all. Comparing them as integers
    // is one instruction; the minimum of floats, which minds NaN and -0, is six.
    static final IntVector MAGNITUDE = IntVector.broadcast(I, 0x7fffffff);
    static final IntVector SIGMOID_BOUND = IntVector.broadcast(I, Float.floatToRawIntBits(FloatMath.SIGMOID_BOUND));
    static final IntVector TANH_BOUND = IntVector.broadcast(I, Float.floatToRawIntBits(FloatMath.TANH_BOUND));
    private static final IntVector INFINITY = IntVector.broadcast(I, 0x7f800000);

    private static final FloatVector EXP_0 = FloatVector.broadcast(S, FloatMath.EXP_0);
    private static final FloatVector EXP_1 = FloatVector.broadcast(S, FloatMath.EXP_1);
    private static final FloatVector EXP_2 = FloatVector.broadcast(S, FloatMath.EXP_2);
    private static final FloatVector EXP_3 = FloatVector.broadcast(S, FloatMath.EXP_3);
    private static final FloatVector EXP_4 = FloatVector.broadcast(S, FloatMath.EXP_4);
    private static final FloatVector EXP_5 = FloatVector.broadcast(S, FloatMath.EXP_5);

    private Lanes() {}

    /** Returns windows of lanes: the one that begins at s is true from lane L - s on. */
    static boolean[] stair() {
        boolean[] stair = new boolean[2 * S.length()];
        Arrays.fill(stair, S.length(), stair.length, true);
        return stair;
    }

    /** v, or 0 where |v| is under {@link Kernels#FLOOR}. */
    static FloatVector flush(FloatVector v) {
        return v.blend(ZERO, v.abs().compare(LT, FLOOR));
    }

    /** All ones, which is a NaN, where bits without their sign are those of a NaN; zeros elsewhere. */
    static IntVector onesWhereNaN(IntVector magnitude) {
        return INFINITY.sub(magnitude).lanewise(ASHR, 31);
    }

    /** 1 - h². */
    static FloatVector tanhSlope(FloatVector h) {
        return h.neg().fma(h, ONE);
    }

    /** s (1 - s). */
    static FloatVector sigmoidSlope(FloatVector s) {
        return s.neg().fma(s, s);
    }

    /** 1 - 2 s. */
    static FloatVector sigmoidBend(FloatVector s) {
        return s.fma(MINUS_TWO, ONE);
    }

    /** q(r) in exp(r) = 1 + r + r² q(r). */
    static FloatVector expQuotient(FloatVector r) {
        FloatVector square = r.mul(r);
        FloatVector from0 = EXP_1.fma(r, EXP_0);
        FloatVector from2 = EXP_3.fma(r, EXP_2);
        FloatVector from4 = EXP_5.fma(r, EXP_4);
        return from4.fma(square, from2).fma(square, from0);
    }
}

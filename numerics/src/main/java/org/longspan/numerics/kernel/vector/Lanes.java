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
 * Steps that several loops share, on all lanes of a vector.
 *
 * <p>The compiler dictates how loops are written here. One compilation inlines about sixty vector operations, or about
 * eighty plain loads and stores. Beyond that, a vector that crosses a call becomes an object, a hundred times slower.
 * So a method has one loop of at most about fifty operations. A loop that is called from methods with other work is
 * long enough in bytes (over 325) not to be inlined into them. The methods here are short, and are called early in a
 * loop or in a short loop.
 */
final class Lanes {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final VectorSpecies<Integer> I = S.withLanes(int.class);

    // Vectors, not floats: an operation with a float adds a broadcast to be inlined.
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

    // As integers, the bits of non-negative floats have the order of the floats, with NaN above all. An integer minimum
    // is one instruction; a float minimum, which respects NaN and -0, is six.
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

    /** Returns the lanes of all masks of a rising step: the mask that begins at s is true from lane L - s on. */
    static boolean[] stair() {
        boolean[] stair = new boolean[2 * S.length()];
        Arrays.fill(stair, S.length(), stair.length, true);
        return stair;
    }

    /** v, or 0 where |v| is under {@link Kernels#FLOOR}. */
    static FloatVector flush(FloatVector v) {
        return v.blend(ZERO, v.abs().compare(LT, FLOOR));
    }

    /** All ones, a NaN, where {@code magnitude} holds the bits of a NaN without their sign; zeros elsewhere. */
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

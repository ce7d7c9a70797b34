package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.LT;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Kernels;

/**
 * Steps that several loops share, on all lanes of a vector.
 *
 * <p>The compiler dictates how loops are written here. One compilation inlines about sixty vector operations, or about
 * eighty plain loads and stores. Beyond that, a vector that crosses a call becomes an object, a hundred times slower.
 * So a method has one loop of at most about fifty operations. A loop that is called from methods with other work is
 * long enough in bytes (over 100 under the options of ADR 27, over 325 without) not to be inlined into them. The
 * methods here are short, and are called early in a loop or in a short loop.
 *
 * <p>Constants are broadcast before a loop, or where they are used: the compiler keeps them in registers over the whole
 * loop, or as four bytes beside the code. A vector in a static field is an array to the compiler, which it reads again
 * after every store of the loop, 64 bytes across two cache lines: of the 35 cycles of a tanh of 16 elements that took
 * 9.
 */
final class Lanes {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final VectorSpecies<Integer> I = S.withLanes(int.class);
    static final int INFINITY = 0x7f800000;

    static final int MAGNITUDE = 0x7fffffff;
    static final int SIGN = 0x80000000;

    // An integer minimum is one instruction; a float minimum, which respects NaN and -0, is six.
    static final int SIGMOID_BOUND = Float.floatToRawIntBits(FloatMath.SIGMOID_BOUND);
    static final int TANH_BOUND = Float.floatToRawIntBits(FloatMath.TANH_BOUND);

    private static final boolean[] WINDOW = new boolean[3 * S.length()];

    static {
        Arrays.fill(WINDOW, S.length(), 2 * S.length(), true);
    }

    private Lanes() {}

    /** The mask that begins at {@code own} of the window: at L - s, lanes from s on; at 2 L - n, the first n. */
    static VectorMask<Float> window(int own) {
        return VectorMask.fromArray(S, WINDOW, own);
    }

    static FloatVector zero() {
        return FloatVector.zero(S);
    }

    static FloatVector of(float constant) {
        return FloatVector.broadcast(S, constant);
    }

    static IntVector bits(int constant) {
        return IntVector.broadcast(I, constant);
    }

    /** v, or 0 where |v| is under {@link Kernels#FLOOR}. */
    static FloatVector flush(FloatVector v) {
        return v.blend(zero(), v.abs().compare(LT, of(Kernels.FLOOR)));
    }

    /** 1 - h². */
    static FloatVector tanhSlope(FloatVector h) {
        return h.neg().fma(h, of(1f));
    }

    /** s (1 - s). */
    static FloatVector sigmoidSlope(FloatVector s) {
        return s.neg().fma(s, s);
    }

    /** 1 - 2 s. */
    static FloatVector sigmoidBend(FloatVector s) {
        return s.fma(of(-2f), of(1f));
    }

    /** q(r) in exp(r) = 1 + r + r² q(r). */
    static FloatVector expQuotient(FloatVector r) {
        FloatVector square = r.mul(r);
        FloatVector from0 = of(FloatMath.EXP_1).fma(r, of(FloatMath.EXP_0));
        FloatVector from2 = of(FloatMath.EXP_3).fma(r, of(FloatMath.EXP_2));
        FloatVector from4 = of(FloatMath.EXP_5).fma(r, of(FloatMath.EXP_4));
        return from4.fma(square, from2).fma(square, from0);
    }
}

package org.longspan.numerics.vector;

import static jdk.incubator.vector.VectorOperators.AND_NOT;
import static jdk.incubator.vector.VectorOperators.ASHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Kernels;

/**
 * Steps that several loops share, in every lane.
 *
 * <p>The compiler takes in only so much before it refuses to take in more of our methods, and then a vector that
 * crosses the call becomes an object, a hundred times slower. So what stands here is short, loops call it early or
 * are short themselves, and long work is cut into several passes over a row.
 */
final class Lanes {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int FLOOR = Float.floatToRawIntBits(Kernels.FLOOR);
    private static final int SIGN_SHIFT = 31;

    private Lanes() {}

    /** v, or 0 where |v| is under {@link Kernels#FLOOR}: the bits of floats without sign are in their order. */
    static FloatVector flush(FloatVector v) {
        IntVector small = v.abs().reinterpretAsInts().sub(FLOOR).lanewise(ASHR, SIGN_SHIFT);
        return v.reinterpretAsInts().lanewise(AND_NOT, small).reinterpretAsFloats();
    }

    /** 1 - h². */
    static FloatVector tanhSlope(FloatVector h) {
        return h.neg().fma(h, FloatVector.broadcast(S, 1f));
    }

    /** s (1 - s). */
    static FloatVector sigmoidSlope(FloatVector s) {
        return s.neg().fma(s, s);
    }

    /** x ln 2ⁿ taken off x, for n + {@link FloatMath#ROUNDER}. */
    static FloatVector reduce(FloatVector x, FloatVector shifted) {
        FloatVector n = shifted.sub(FloatMath.ROUNDER);
        FloatVector high = n.fma(FloatVector.broadcast(S, -FloatMath.LN2_HIGH), x);
        return n.fma(FloatVector.broadcast(S, -FloatMath.LN2_LOW), high);
    }

    /** q(r) in exp(r) = 1 + r + r² q(r). */
    static FloatVector expQuotient(FloatVector r) {
        FloatVector q = r.fma(FloatMath.EXP_5, FloatMath.EXP_4);
        q = q.fma(r, FloatVector.broadcast(S, FloatMath.EXP_3));
        q = q.fma(r, FloatVector.broadcast(S, FloatMath.EXP_2));
        q = q.fma(r, FloatVector.broadcast(S, FloatMath.EXP_1));
        return q.fma(r, FloatVector.broadcast(S, FloatMath.EXP_0));
    }
}

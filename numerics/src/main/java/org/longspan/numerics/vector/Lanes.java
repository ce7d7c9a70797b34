package org.longspan.numerics.vector;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.Kernels;

/**
 * Steps that several loops share, in every lane.
 *
 * <p>How loops are written here follows from the compiler. One compilation takes in some sixty vector operations;
 * beyond, a vector that crosses a call becomes an object, a hundred times slower. So a method has one loop of at
 * most about fifty operations, and a loop that others call beside their own work is long enough in bytes (over
 * 325) not to be taken into them. What stands here is short, and is called early in a loop or in a short one.
 */
final class Lanes {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;

    private Lanes() {}

    /** v, or 0 where |v| is under {@link Kernels#FLOOR}. */
    static FloatVector flush(FloatVector v) {
        return v.blend(0f, v.abs().compare(LT, Kernels.FLOOR));
    }

    /** 1 - h². */
    static FloatVector tanhSlope(FloatVector h) {
        return h.neg().fma(h, FloatVector.broadcast(S, 1f));
    }

    /** s (1 - s). */
    static FloatVector sigmoidSlope(FloatVector s) {
        return s.neg().fma(s, s);
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

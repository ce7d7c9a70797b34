package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.kernel.plain.Pointwise;

/**
 * Operations on slices of vectors, limited by memory bandwidth. Magnitudes are compared as integers, whose order is
 * that of the floats with NaN above all; a difference shifted by 31 is a mask. That is twice as fast as a comparison
 * and a blend of floats.
 */
final class Slices {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final VectorSpecies<Integer> I = S.withLanes(int.class);
    private static final int L = S.length();
    private static final int BLOCK = 1024; // floats that stay in the first-level cache
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int LARGEST = Float.floatToRawIntBits(Float.MAX_VALUE);

    private Slices() {}

    static void flush(float floor, float[] a, int from, int n) {
        IntVector under = IntVector.broadcast(I, Float.floatToRawIntBits(floor) - 1);
        int j = 0;
        for (; j < S.loopBound(n); j += L) {
            IntVector bits = FloatVector.fromArray(S, a, from + j).reinterpretAsInts();
            IntVector kept = under.sub(bits.and(MAGNITUDE)).lanewise(ASHR, 31);
            bits.and(kept).reinterpretAsFloats().intoArray(a, from + j);
        }
        for (; j < n; j++) {
            a[from + j] = Pointwise.flush(floor, a[from + j]);
        }
    }

    static void scale(double factor, float[] a, int from, int n) {
        for (int j = 0; j < n; j += BLOCK) {
            int block = Math.min(BLOCK, n - j);
            multiply(factor, a, from + j, block);
            flush(Kernels.FLOOR, a, from + j, block);
        }
    }

    /** A scalar loop: JDK 25 vectorizes it. JDK 17 does not, but a conversion to vectors of doubles would allocate. */
    private static void multiply(double factor, float[] a, int from, int n) {
        for (int i = from; i < from + n; i++) {
            a[i] = (float) (factor * a[i]);
        }
    }

    static void clamp(float bound, float[] a, int from, int n) {
        IntVector most = IntVector.broadcast(I, Float.floatToRawIntBits(bound));
        IntVector largest = IntVector.broadcast(I, LARGEST);
        int j = 0;
        for (; j < S.loopBound(n); j += L) {
            IntVector bits = FloatVector.fromArray(S, a, from + j).reinterpretAsInts();
            IntVector magnitude = bits.and(MAGNITUDE);
            IntVector unbound = largest.sub(magnitude).lanewise(ASHR, 31).and(MAGNITUDE);
            IntVector clamped = magnitude.min(most.or(unbound));
            bits.and(~MAGNITUDE).or(clamped).reinterpretAsFloats().intoArray(a, from + j);
        }
        for (; j < n; j++) {
            a[from + j] = Pointwise.clamp(bound, a[from + j]);
        }
    }
}

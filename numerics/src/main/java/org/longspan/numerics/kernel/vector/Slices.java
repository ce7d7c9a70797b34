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

    /** Without {@link #flushed}: JDK 17 inlines fifteen calls deep, and a clipping that ends here is close to that. */
    static void flush(float floor, float[] a, int from, int n) {
        IntVector under = under(floor);
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

    /** Returns the bits of the greatest magnitude that {@link #flushed} sets to zero. */
    private static IntVector under(float floor) {
        return IntVector.broadcast(I, Float.floatToRawIntBits(floor) - 1);
    }

    private static FloatVector flushed(FloatVector v, IntVector under) {
        IntVector bits = v.reinterpretAsInts();
        IntVector kept = under.sub(bits.and(MAGNITUDE)).lanewise(ASHR, 31);
        return bits.and(kept).reinterpretAsFloats();
    }

    static void multiply(float factor, float[] a, int from, int n) {
        FloatVector factors = FloatVector.broadcast(S, factor);
        IntVector under = under(Kernels.FLOOR);
        int j = 0;
        for (; j < S.loopBound(n); j += L) {
            FloatVector product = FloatVector.fromArray(S, a, from + j).mul(factors);
            flushed(product, under).intoArray(a, from + j);
        }
        for (; j < n; j++) {
            a[from + j] = Pointwise.flush(factor * a[from + j]);
        }
    }

    static void divide(float divisor, float[] a, int from, int n) {
        FloatVector divisors = FloatVector.broadcast(S, divisor);
        IntVector under = under(Kernels.FLOOR);
        int j = 0;
        for (; j < S.loopBound(n); j += L) {
            FloatVector quotient = FloatVector.fromArray(S, a, from + j).div(divisors);
            flushed(quotient, under).intoArray(a, from + j);
        }
        for (; j < n; j++) {
            a[from + j] = Pointwise.flush(a[from + j] / divisor);
        }
    }

    static void average(float share, float weight, float[] a, float[] mean, int from, int n) {
        FloatVector shares = FloatVector.broadcast(S, share);
        FloatVector weights = FloatVector.broadcast(S, weight);
        IntVector under = under(Kernels.FLOOR);
        int i = from;
        for (; i < from + S.loopBound(n); i += L) {
            FloatVector added = FloatVector.fromArray(S, a, i).mul(weights);
            FloatVector sum = FloatVector.fromArray(S, mean, i).fma(shares, added);
            flushed(sum, under).intoArray(mean, i);
        }
        for (; i < from + n; i++) {
            mean[i] = Pointwise.average(share, weight, a[i], mean[i]);
        }
    }

    static void averageSquares(float share, float weight, float[] a, float[] mean, int from, int n) {
        FloatVector shares = FloatVector.broadcast(S, share);
        FloatVector weights = FloatVector.broadcast(S, weight);
        IntVector under = under(Float.MIN_NORMAL);
        int i = from;
        for (; i < from + S.loopBound(n); i += L) {
            FloatVector next = FloatVector.fromArray(S, a, i);
            FloatVector added = next.mul(weights).mul(next);
            FloatVector sum = FloatVector.fromArray(S, mean, i).fma(shares, added);
            flushed(sum, under).intoArray(mean, i);
        }
        for (; i < from + n; i++) {
            mean[i] = Pointwise.averageSquares(share, weight, a[i], mean[i]);
        }
    }

    static void scale(double factor, float[] a, int from, int n) {
        for (int j = 0; j < n; j += BLOCK) {
            int block = Math.min(BLOCK, n - j);
            multiplyInDouble(factor, a, from + j, block);
            flush(Kernels.FLOOR, a, from + j, block);
        }
    }

    /** A scalar loop: JDK 25 vectorizes it. JDK 17 does not, but a conversion to vectors of doubles would allocate. */
    private static void multiplyInDouble(double factor, float[] a, int from, int n) {
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

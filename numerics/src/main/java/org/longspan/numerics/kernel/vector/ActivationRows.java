package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.kernel.plain.Pointwise;

/**
 * The functions of {@link FloatMath} on n neighboring elements, step for step, from one array into another. The last
 * vector is moved back to end at the last element and recomputes some; fewer than a vector of elements go one by one.
 * Each is one long loop; {@link Lanes} says why.
 */
final class ActivationRows {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    private ActivationRows() {}

    /** {@code out} may be {@code a}, so no vector may recompute elements: the remainder goes one by one. */
    static void exp(float[] a, int aFrom, float[] out, int outFrom, int n) {
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += L) {
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            FloatVector x = given.min(FloatMath.EXP_GREATEST).max(FloatMath.EXP_LEAST);
            FloatVector shifted = x.fma(Lanes.LOG2_E, Lanes.ROUNDER);
            FloatVector integer = shifted.sub(Lanes.ROUNDER);
            FloatVector high = integer.fma(Lanes.MINUS_LN2_HIGH, x);
            FloatVector r = integer.fma(Lanes.MINUS_LN2_LOW, high);
            FloatVector q = Lanes.expQuotient(r);
            FloatVector sum = r.add(Lanes.ONE);
            FloatVector lost = r.sub(sum.sub(Lanes.ONE));
            FloatVector p = sum.add(r.mul(r).fma(q, lost));
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector e = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            FloatVector zeroOrNaN = x.sub(x);
            e.add(zeroOrNaN)
                    .blend(0f, given.compare(LT, FloatMath.EXP_LEAST))
                    .blend(Float.POSITIVE_INFINITY, given.compare(GT, FloatMath.EXP_GREATEST))
                    .intoArray(out, outFrom + j);
        }
        for (int j = whole; j < n; j++) {
            out[outFrom + j] = FloatMath.exp(a[aFrom + j]);
        }
    }

    static void sigmoid(float[] a, int aFrom, float[] out, int outFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L);
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            IntVector magnitude = given.reinterpretAsInts().lanewise(AND, Lanes.MAGNITUDE);
            IntVector onesWhereNaN = Lanes.onesWhereNaN(magnitude);
            FloatVector y =
                    magnitude.min(Lanes.SIGMOID_BOUND).lanewise(OR, Lanes.SIGN).reinterpretAsFloats();
            FloatVector shifted = y.fma(Lanes.LOG2_E, Lanes.ROUNDER);
            FloatVector integer = shifted.sub(Lanes.ROUNDER);
            FloatVector high = integer.fma(Lanes.MINUS_LN2_HIGH, y);
            FloatVector r = integer.fma(Lanes.MINUS_LN2_LOW, high);
            FloatVector q = Lanes.expQuotient(r);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector power = exponent.add(Lanes.BITS_OF_ONE).reinterpretAsFloats();
            FloatVector e = power.fma(r.mul(r).fma(q, r), power);
            FloatVector sum = e.add(Lanes.ONE);
            FloatVector minusLost = sum.sub(Lanes.ONE).sub(e);
            FloatVector numerator = Lanes.ONE.blend(e, given.compare(LT, Lanes.ZERO));
            FloatVector quotient = numerator.div(sum);
            IntVector result = quotient.fma(minusLost, quotient).reinterpretAsInts();
            result.lanewise(OR, onesWhereNaN).reinterpretAsFloats().intoArray(out, outFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            out[outFrom + j] = FloatMath.sigmoid(a[aFrom + j]);
        }
    }

    static void tanh(float[] a, int aFrom, float[] out, int outFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L);
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            IntVector bits = given.reinterpretAsInts();
            IntVector magnitude = bits.lanewise(AND, Lanes.MAGNITUDE);
            IntVector onesWhereNaN = Lanes.onesWhereNaN(magnitude);
            FloatVector half = magnitude.min(Lanes.TANH_BOUND).reinterpretAsFloats();
            FloatVector shifted = half.fma(Lanes.TWO_LOG2_E, Lanes.ROUNDER);
            FloatVector integer = shifted.sub(Lanes.ROUNDER);
            FloatVector r = integer.fma(Lanes.MINUS_LN2, half.add(half));
            FloatVector q = Lanes.expQuotient(r);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector power = exponent.add(Lanes.BITS_OF_ONE).reinterpretAsFloats();
            FloatVector e = power.fma(r.mul(r).fma(q, r), power.sub(Lanes.ONE));
            FloatVector minusSum = Lanes.MINUS_TWO.sub(e);
            FloatVector minusLost = Lanes.MINUS_TWO.sub(minusSum).sub(e);
            FloatVector inverse = Lanes.MINUS_ONE.div(minusSum);
            FloatVector quotient = e.mul(inverse);
            FloatVector remainder = quotient.fma(minusLost, quotient.fma(minusSum, e));
            IntVector result = remainder.fma(inverse, quotient).reinterpretAsInts();
            IntVector signOrNaN = bits.lanewise(AND, Lanes.SIGN).lanewise(OR, onesWhereNaN);
            result.lanewise(OR, signOrNaN).reinterpretAsFloats().intoArray(out, outFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            out[outFrom + j] = FloatMath.tanh(a[aFrom + j]);
        }
    }

    /** dz = flush(dh ∘ (1 - h²)). */
    static void tanhBackward(float[] h, int hFrom, float[] dh, int dhFrom, float[] dz, int dzFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L);
            FloatVector slope = Lanes.tanhSlope(FloatVector.fromArray(S, h, hFrom + j));
            Lanes.flush(FloatVector.fromArray(S, dh, dhFrom + j).mul(slope)).intoArray(dz, dzFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            dz[dzFrom + j] = Pointwise.flush(dh[dhFrom + j] * Pointwise.tanhSlope(h[hFrom + j]));
        }
    }

    /** dz = flush(dh ∘ h ∘ (1 - h)). */
    static void sigmoidBackward(float[] h, int hFrom, float[] dh, int dhFrom, float[] dz, int dzFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L);
            FloatVector slope = Lanes.sigmoidSlope(FloatVector.fromArray(S, h, hFrom + j));
            Lanes.flush(FloatVector.fromArray(S, dh, dhFrom + j).mul(slope)).intoArray(dz, dzFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            dz[dzFrom + j] = Pointwise.flush(dh[dhFrom + j] * Pointwise.sigmoidSlope(h[hFrom + j]));
        }
    }
}

package org.longspan.numerics.kernel.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
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
    private static final VectorSpecies<Integer> I = S.withLanes(int.class);
    private static final int L = S.length();

    private ActivationRows() {}

    /** {@code out} may be {@code a}, so no vector may recompute elements: the remainder goes one by one. */
    static void exp(float[] a, int aFrom, float[] out, int outFrom, int n) {
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += L) {
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            FloatVector x = given.min(FloatMath.EXP_GREATEST).max(FloatMath.EXP_LEAST);
            FloatVector shifted = x.fma(Lanes.of(FloatMath.LOG2_E), Lanes.of(FloatMath.ROUNDER));
            FloatVector integer = shifted.sub(Lanes.of(FloatMath.ROUNDER));
            FloatVector high = integer.fma(Lanes.of(-FloatMath.LN2_HIGH), x);
            FloatVector r = integer.fma(Lanes.of(-FloatMath.LN2_LOW), high);
            FloatVector q = Lanes.expQuotient(r);
            FloatVector sum = r.add(Lanes.of(1f));
            FloatVector lost = r.sub(sum.sub(Lanes.of(1f)));
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

    /** The sigmoid of rows of n elements, in one loop like {@link #tanh}. */
    static void sigmoid(float[] a, int aFrom, int aStep, float[] out, int outFrom, int outStep, int rows, int n) {
        IntVector infinity = IntVector.broadcast(I, Lanes.INFINITY);
        FloatVector log2E = FloatVector.broadcast(S, FloatMath.LOG2_E);
        FloatVector rounder = FloatVector.broadcast(S, FloatMath.ROUNDER);
        FloatVector minusLn2High = FloatVector.broadcast(S, -FloatMath.LN2_HIGH);
        FloatVector minusLn2Low = FloatVector.broadcast(S, -FloatMath.LN2_LOW);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector zero = FloatVector.zero(S);
        IntVector magnitudeBits = IntVector.broadcast(I, Lanes.MAGNITUDE);
        IntVector signBit = IntVector.broadcast(I, Lanes.SIGN);
        IntVector bound = IntVector.broadcast(I, Lanes.SIGMOID_BOUND);
        IntVector bitsOfOne = IntVector.broadcast(I, Float.floatToRawIntBits(1f));
        FloatVector exp0 = FloatVector.broadcast(S, FloatMath.EXP_0);
        FloatVector exp1 = FloatVector.broadcast(S, FloatMath.EXP_1);
        FloatVector exp2 = FloatVector.broadcast(S, FloatMath.EXP_2);
        FloatVector exp3 = FloatVector.broadcast(S, FloatMath.EXP_3);
        FloatVector exp4 = FloatVector.broadcast(S, FloatMath.EXP_4);
        FloatVector exp5 = FloatVector.broadcast(S, FloatMath.EXP_5);
        int begin = 0;
        for (int v = n < L ? 0 : rows * ((n + L - 1) / L); v > 0; v--) {
            int j = Math.min(begin, n - L);
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            IntVector magnitude = given.reinterpretAsInts().lanewise(AND, magnitudeBits);
            IntVector onesWhereNaN = infinity.sub(magnitude).lanewise(ASHR, 31);
            FloatVector y = magnitude.min(bound).lanewise(OR, signBit).reinterpretAsFloats();
            FloatVector shifted = y.fma(log2E, rounder);
            FloatVector integer = shifted.sub(rounder);
            FloatVector high = integer.fma(minusLn2High, y);
            FloatVector r = integer.fma(minusLn2Low, high);
            FloatVector square = r.mul(r);
            FloatVector from2 = exp3.fma(r, exp2);
            FloatVector q = exp5.fma(r, exp4).fma(square, from2).fma(square, exp1.fma(r, exp0));
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector power = exponent.add(bitsOfOne).reinterpretAsFloats();
            FloatVector e = power.fma(square.fma(q, r), power);
            FloatVector sum = e.add(one);
            FloatVector minusLost = sum.sub(one).sub(e);
            FloatVector numerator = one.blend(e, given.compare(LT, zero));
            FloatVector quotient = numerator.div(sum);
            IntVector result = quotient.fma(minusLost, quotient).reinterpretAsInts();
            result.lanewise(OR, onesWhereNaN).reinterpretAsFloats().intoArray(out, outFrom + j);
            begin += L;
            if (begin >= n) {
                begin = 0;
                aFrom += aStep;
                outFrom += outStep;
            }
        }
        for (int i = 0; i < rows && n < L; i++) {
            for (int j = 0; j < n; j++) {
                out[outFrom + i * outStep + j] = FloatMath.sigmoid(a[aFrom + i * aStep + j]);
            }
        }
    }

    /**
     * tanh, or 0 where it is under {@code floor} in magnitude, of rows of n elements. One loop runs through all rows,
     * so that a short row costs no more than a part of a long one.
     */
    static void tanh(
            float floor, float[] a, int aFrom, int aStep, float[] out, int outFrom, int outStep, int rows, int n) {
        IntVector infinity = IntVector.broadcast(I, Lanes.INFINITY);
        FloatVector twoLog2E = FloatVector.broadcast(S, FloatMath.TWO_LOG2_E);
        FloatVector rounder = FloatVector.broadcast(S, FloatMath.ROUNDER);
        FloatVector minusLn2 = FloatVector.broadcast(S, -FloatMath.LN2);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector minusOne = FloatVector.broadcast(S, -1f);
        FloatVector minusTwo = FloatVector.broadcast(S, -2f);
        FloatVector least = FloatVector.broadcast(S, floor);
        FloatVector zero = FloatVector.zero(S);
        IntVector magnitudeBits = IntVector.broadcast(I, Lanes.MAGNITUDE);
        IntVector signBit = IntVector.broadcast(I, Lanes.SIGN);
        IntVector bound = IntVector.broadcast(I, Lanes.TANH_BOUND);
        IntVector bitsOfOne = IntVector.broadcast(I, Float.floatToRawIntBits(1f));
        FloatVector exp0 = FloatVector.broadcast(S, FloatMath.EXP_0);
        FloatVector exp1 = FloatVector.broadcast(S, FloatMath.EXP_1);
        FloatVector exp2 = FloatVector.broadcast(S, FloatMath.EXP_2);
        FloatVector exp3 = FloatVector.broadcast(S, FloatMath.EXP_3);
        FloatVector exp4 = FloatVector.broadcast(S, FloatMath.EXP_4);
        FloatVector exp5 = FloatVector.broadcast(S, FloatMath.EXP_5);
        int begin = 0;
        for (int v = n < L ? 0 : rows * ((n + L - 1) / L); v > 0; v--) {
            int j = Math.min(begin, n - L);
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            IntVector bits = given.reinterpretAsInts();
            IntVector magnitude = bits.lanewise(AND, magnitudeBits);
            IntVector onesWhereNaN = infinity.sub(magnitude).lanewise(ASHR, 31);
            FloatVector half = magnitude.min(bound).reinterpretAsFloats();
            FloatVector shifted = half.fma(twoLog2E, rounder);
            FloatVector integer = shifted.sub(rounder);
            FloatVector r = integer.fma(minusLn2, half.add(half));
            FloatVector square = r.mul(r);
            FloatVector from2 = exp3.fma(r, exp2);
            FloatVector q = exp5.fma(r, exp4).fma(square, from2).fma(square, exp1.fma(r, exp0));
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector power = exponent.add(bitsOfOne).reinterpretAsFloats();
            FloatVector e = power.fma(square.fma(q, r), power.sub(one));
            FloatVector minusSum = minusTwo.sub(e);
            FloatVector minusLost = minusTwo.sub(minusSum).sub(e);
            FloatVector inverse = minusOne.div(minusSum);
            FloatVector quotient = e.mul(inverse);
            FloatVector remainder = quotient.fma(minusLost, quotient.fma(minusSum, e));
            IntVector result = remainder.fma(inverse, quotient).reinterpretAsInts();
            IntVector signOrNaN = bits.lanewise(AND, signBit).lanewise(OR, onesWhereNaN);
            FloatVector h = result.lanewise(OR, signOrNaN).reinterpretAsFloats();
            h.blend(zero, h.abs().compare(LT, least)).intoArray(out, outFrom + j);
            begin += L;
            if (begin >= n) {
                begin = 0;
                aFrom += aStep;
                outFrom += outStep;
            }
        }
        for (int i = 0; i < rows && n < L; i++) {
            for (int j = 0; j < n; j++) {
                out[outFrom + i * outStep + j] = Pointwise.flush(floor, FloatMath.tanh(a[aFrom + i * aStep + j]));
            }
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

    /** dh = flush(dh), dz = flush(dh ∘ (1 - h²)). */
    static void flushingTanhBackward(float[] h, int hFrom, float[] dh, int dhFrom, float[] dz, int dzFrom, int n) {
        for (int begin = 0; begin < n && n >= L; begin += L) {
            int j = Math.min(begin, n - L); // flushing twice changes nothing
            FloatVector slope = Lanes.tanhSlope(FloatVector.fromArray(S, h, hFrom + j));
            FloatVector d = Lanes.flush(FloatVector.fromArray(S, dh, dhFrom + j));
            d.intoArray(dh, dhFrom + j);
            Lanes.flush(d.mul(slope)).intoArray(dz, dzFrom + j);
        }
        for (int j = 0; j < n && n < L; j++) {
            dh[dhFrom + j] = Pointwise.flush(dh[dhFrom + j]);
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

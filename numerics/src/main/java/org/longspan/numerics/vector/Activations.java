package org.longspan.numerics.vector;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.longspan.numerics.FloatMath;
import org.longspan.numerics.kernel.Pointwise;

/**
 * The functions of {@link FloatMath} along n neighbouring elements, step for step: whole vectors, then what is left
 * one by one. Sigmoid and tanh take two passes, an exponential with the sign of x and the quotient made of it;
 * {@link Lanes} says why.
 */
final class Activations {

    private static final VectorSpecies<Float> S = VectorKernels.SPECIES;
    private static final int L = S.length();

    /** Elements between the two passes, so that the second finds them in the first cache: a multiple of L. */
    private static final int CHUNK = 2048;

    private static final int SIGN = 0x80000000;
    private static final int SIGN_SHIFT = 31;
    private static final int ONE = Float.floatToRawIntBits(1f);

    private Activations() {}

    static void exp(float[] a, int aFrom, float[] out, int outFrom, int n) {
        int whole = S.loopBound(n);
        exponential(a, aFrom, out, outFrom, whole);
        for (int j = whole; j < n; j++) {
            out[outFrom + j] = FloatMath.exp(a[aFrom + j]);
        }
    }

    static void sigmoid(float[] a, int aFrom, float[] out, int outFrom, int n) {
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += CHUNK) {
            int count = Math.min(CHUNK, whole - j);
            signedExponential(a, aFrom + j, out, outFrom + j, count);
            sigmoidQuotient(out, outFrom + j, count);
        }
        for (int j = whole; j < n; j++) {
            out[outFrom + j] = FloatMath.sigmoid(a[aFrom + j]);
        }
    }

    static void tanh(float[] a, int aFrom, float[] out, int outFrom, int n) {
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += CHUNK) {
            int count = Math.min(CHUNK, whole - j);
            signedExpm1(a, aFrom + j, out, outFrom + j, count);
            tanhQuotient(out, outFrom + j, count);
        }
        for (int j = whole; j < n; j++) {
            out[outFrom + j] = FloatMath.tanh(a[aFrom + j]);
        }
    }

    /** dz = flush(dh ∘ (1 - h²)). */
    static void tanhBackward(float[] h, int hFrom, float[] dh, int dhFrom, float[] dz, int dzFrom, int n) {
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += L) {
            FloatVector slope = Lanes.tanhSlope(FloatVector.fromArray(S, h, hFrom + j));
            Lanes.flush(FloatVector.fromArray(S, dh, dhFrom + j).mul(slope)).intoArray(dz, dzFrom + j);
        }
        for (int j = whole; j < n; j++) {
            dz[dzFrom + j] = Pointwise.flush(dh[dhFrom + j] * Pointwise.tanhSlope(h[hFrom + j]));
        }
    }

    /** out = exp(a). */
    private static void exponential(float[] a, int aFrom, float[] out, int outFrom, int n) {
        for (int j = 0; j < n; j += L) {
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            FloatVector x = given.min(FloatMath.EXP_GREATEST).max(FloatMath.EXP_LEAST);
            FloatVector shifted = x.fma(FloatMath.LOG2_E, FloatMath.ROUNDER);
            FloatVector r = Lanes.reduce(x, shifted);
            FloatVector q = Lanes.expQuotient(r);
            FloatVector sum = r.add(1f);
            FloatVector lost = r.sub(sum.sub(1f));
            FloatVector p = sum.add(r.mul(r).fma(q, lost));
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector e = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            FloatVector zeroOrNaN = x.sub(x);
            e.add(zeroOrNaN)
                    .blend(0f, given.compare(LT, FloatMath.EXP_LEAST))
                    .blend(Float.POSITIVE_INFINITY, given.compare(GT, FloatMath.EXP_GREATEST))
                    .intoArray(out, outFrom + j);
        }
    }

    /** out = exp(-min(|a|, bound)) with the sign of a. */
    private static void signedExponential(float[] a, int aFrom, float[] out, int outFrom, int n) {
        for (int j = 0; j < n; j += L) {
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            FloatVector x = given.abs().min(FloatMath.SIGMOID_BOUND).neg();
            FloatVector shifted = x.fma(FloatMath.LOG2_E, FloatMath.ROUNDER);
            FloatVector r = Lanes.reduce(x, shifted);
            FloatVector q = Lanes.expQuotient(r);
            FloatVector sum = r.add(1f);
            FloatVector lost = r.sub(sum.sub(1f));
            FloatVector p = sum.add(r.mul(r).fma(q, lost));
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector e = p.mul(exponent.add(ONE).reinterpretAsFloats());
            IntVector sign = given.reinterpretAsInts().lanewise(AND, SIGN);
            e.reinterpretAsInts().lanewise(OR, sign).reinterpretAsFloats().intoArray(out, outFrom + j);
        }
    }

    /** From ±e: e / (1 + e) where it is negative, else 1 / (1 + e). */
    private static void sigmoidQuotient(float[] out, int from, int n) {
        for (int j = 0; j < n; j += L) {
            FloatVector given = FloatVector.fromArray(S, out, from + j);
            FloatVector e = given.abs();
            IntVector negative = given.reinterpretAsInts().lanewise(ASHR, SIGN_SHIFT);
            FloatVector a = e.reinterpretAsInts()
                    .lanewise(XOR, ONE)
                    .lanewise(AND, negative)
                    .lanewise(XOR, ONE)
                    .reinterpretAsFloats();
            FloatVector sum = e.add(1f);
            FloatVector lost = e.sub(sum.sub(1f));
            FloatVector inverse = FloatVector.broadcast(S, 1f).div(sum);
            FloatVector quotient = a.mul(inverse);
            FloatVector minus = quotient.neg();
            FloatVector remainder = minus.fma(lost, minus.fma(sum, a));
            remainder.fma(inverse, quotient).intoArray(out, from + j);
        }
    }

    /** out = exp(2 min(|a|, bound)) - 1 with the sign of a. */
    private static void signedExpm1(float[] a, int aFrom, float[] out, int outFrom, int n) {
        for (int j = 0; j < n; j += L) {
            FloatVector given = FloatVector.fromArray(S, a, aFrom + j);
            FloatVector x = given.abs().min(FloatMath.TANH_BOUND);
            FloatVector y = x.add(x);
            FloatVector shifted = y.fma(FloatMath.LOG2_E, FloatMath.ROUNDER);
            FloatVector r = Lanes.reduce(y, shifted);
            FloatVector q = Lanes.expQuotient(r);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, FloatMath.MANTISSA_BITS);
            FloatVector power = exponent.add(ONE).reinterpretAsFloats();
            FloatVector e = power.fma(r.mul(r).fma(q, r), power.sub(1f));
            IntVector sign = given.reinterpretAsInts().lanewise(AND, SIGN);
            e.reinterpretAsInts().lanewise(OR, sign).reinterpretAsFloats().intoArray(out, outFrom + j);
        }
    }

    /** From ±e: ±e / (e + 2). */
    private static void tanhQuotient(float[] out, int from, int n) {
        for (int j = 0; j < n; j += L) {
            FloatVector given = FloatVector.fromArray(S, out, from + j);
            FloatVector e = given.abs();
            IntVector sign = given.reinterpretAsInts().lanewise(AND, SIGN);
            FloatVector sum = e.add(2f);
            FloatVector lost = e.sub(sum.sub(2f));
            FloatVector inverse = FloatVector.broadcast(S, 1f).div(sum);
            FloatVector quotient = e.mul(inverse);
            FloatVector minus = quotient.neg();
            FloatVector remainder = minus.fma(lost, minus.fma(sum, e));
            FloatVector result = remainder.fma(inverse, quotient);
            result.reinterpretAsInts().lanewise(OR, sign).reinterpretAsFloats().intoArray(out, from + j);
        }
    }
}

package org.longspan.numerics;

/**
 * Elementary functions of one float, within 2 units in the last place, with the same bits on every machine and JVM.
 * Each is a polynomial in fused multiply-adds, which Java defines exactly; {@code Math.exp} and the like may differ
 * between virtual machines and must not decide a result.
 *
 * <p>exp splits its argument as x = n ln 2 + r with |r| ≤ ln 2 / 2. Adding 1.5 · 2²³ to x / ln 2 rounds it to the
 * integer n and leaves n in the low bits of the sum; adding n to the exponent bits multiplies by 2ⁿ. The vector kernels
 * repeat each step on every lane. The polynomials of exp, log, sin and cos are those of Moshier's Cephes library
 * (1992).
 *
 * <p>NaN gives NaN everywhere. Each function states its results for infinities, overflow and -0.
 */
public final class FloatMath {

    /** exp is infinite above this, the logarithm of the largest float. */
    public static final float EXP_GREATEST = 88.72283f;

    /** exp is 0 below this, the logarithm of 2⁻¹²⁶, the smallest normal float; so exp never gives a denormal number. */
    public static final float EXP_LEAST = -87.33654f;

    /**
     * The sigmoid is constant beyond ± this. Its smallest value, 4.2e-18, is above {@link Kernels#FLOOR}, so the
     * product of a gate and a value that {@link Elementwise#flush(Matrix)} keeps is never denormal.
     */
    public static final float SIGMOID_BOUND = 40f;

    /** tanh is ±1 from here on (in fact from 9.02 on), so exp(2x) cannot overflow. */
    public static final float TANH_BOUND = 10f;

    /** 1.5 · 2²³: adding it to {@code |v| < 2²²} rounds v to an integer, ties to even. */
    public static final float ROUNDER = 0x1.8p23f;

    public static final float LOG2_E = 1.44269504f;

    public static final float TWO_LOG2_E = 2 * LOG2_E;

    /** ln 2 in two parts; n times the high part is exact. */
    public static final float LN2_HIGH = 0.693359375f;

    public static final float LN2_LOW = -2.12194440e-4f;

    /** ln 2 in one part. n times its error of 1.9e-9 does not matter to tanh, whose slope at n falls as 2⁻ⁿ. */
    public static final float LN2 = 0.693147182f;

    /** Coefficients of q in exp(r) = 1 + r + r² q(r), from r⁰ on. */
    public static final float EXP_0 = 5.0000001201e-1f;

    public static final float EXP_1 = 1.6666665459e-1f;
    public static final float EXP_2 = 4.1665795894e-2f;
    public static final float EXP_3 = 8.3334519073e-3f;
    public static final float EXP_4 = 1.3981999507e-3f;
    public static final float EXP_5 = 1.9875691500e-4f;

    /** Number of bits before the exponent. */
    public static final int MANTISSA_BITS = 23;

    private static final float SQRT_HALF = 0.70710677f;
    private static final int EXPONENT_BIAS = 127;
    private static final float TWO_TO_23 = 0x1p23f;

    /** Beyond this the reduction by π/2, in two parts of a double, would lose bits. */
    private static final float PERIODS_BOUND = 1e6f;

    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    private static final double HALF_PI_HIGH = 0x1.921fb54442d18p0;
    private static final double HALF_PI_LOW = 0x1.1a62633145c07p-54;

    private FloatMath() {}

    /** Returns eˣ: infinity above {@link #EXP_GREATEST}, 0 below {@link #EXP_LEAST}, never a denormal number. */
    public static float exp(float x) {
        if (x > EXP_GREATEST) {
            return Float.POSITIVE_INFINITY;
        }
        if (x < EXP_LEAST) {
            return 0f;
        }
        return Float.isNaN(x) ? x : expWithin(x);
    }

    /** exp for x in [EXP_LEAST, EXP_GREATEST]. NaN is excluded: the exponent would be added to its bits. */
    private static float expWithin(float x) {
        float shifted = Math.fma(x, LOG2_E, ROUNDER);
        float p = expReduced(reduce(x, shifted - ROUNDER));
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << MANTISSA_BITS));
    }

    /** x - n ln 2. */
    private static float reduce(float x, float n) {
        return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    }

    /** eʳ for |r| ≤ ln 2 / 2. The rounding error of 1 + r is added to the small part. */
    private static float expReduced(float r) {
        float sum = 1f + r;
        float lost = r - (sum - 1f);
        return sum + Math.fma(r * r, expQuotient(r), lost);
    }

    /**
     * q(r) = (eʳ - 1 - r) / r² for |r| ≤ ln 2 / 2, by Estrin's scheme: pairs of powers make a chain of three dependent
     * multiply-adds; Horner's scheme would need five.
     */
    private static float expQuotient(float r) {
        float square = r * r;
        float from0 = Math.fma(EXP_1, r, EXP_0);
        float from2 = Math.fma(EXP_3, r, EXP_2);
        float from4 = Math.fma(EXP_5, r, EXP_4);
        return Math.fma(Math.fma(from4, square, from2), square, from0);
    }

    /**
     * Returns 1 / (1 + e⁻ˣ), constant beyond ±{@link #SIGMOID_BOUND}: exactly 1 above (from 18 on), 4.2e-18
     * below, so it never gives 0 or a denormal number. For {@code x < 0} it is e / (1 + e) with e = eˣ.
     */
    public static float sigmoid(float x) {
        if (Float.isNaN(x)) {
            return x;
        }
        float y = -Math.min(Math.abs(x), SIGMOID_BOUND);
        float shifted = Math.fma(y, LOG2_E, ROUNDER);
        float power = powerOfTwo(shifted);
        float r = reduce(y, shifted - ROUNDER);
        float e = Math.fma(power, Math.fma(r * r, expQuotient(r), r), power);
        float sum = e + 1f;
        float lost = e - (sum - 1f);
        float quotient = (x < 0f ? e : 1f) / sum;
        return Math.fma(-quotient, lost, quotient); // the correction is under a unit; lost approximates lost / sum
    }

    /** 2ⁿ, where {@code shifted} holds n in its low bits. */
    private static float powerOfTwo(float shifted) {
        return Float.intBitsToFloat(
                (Float.floatToRawIntBits(shifted) << MANTISSA_BITS) + (EXPONENT_BIAS << MANTISSA_BITS));
    }

    /**
     * Returns tanh x = e / (e + 2) with e = exp(2|x|) - 1 and the sign of x, also for -0; ±1 from ±{@link #TANH_BOUND}
     * on. A denormal x gives x.
     */
    public static float tanh(float x) {
        float half = Math.min(Math.abs(x), TANH_BOUND);
        float shifted = Math.fma(half, TWO_LOG2_E, ROUNDER);
        float power = powerOfTwo(shifted);
        float r = Math.fma(shifted - ROUNDER, -LN2, half + half);
        float e = Math.fma(power, Math.fma(r * r, expQuotient(r), r), power - 1f);
        float sum = e + 2f;
        float lost = e - (sum - 2f); // for small e this error would cost a whole unit
        float inverse = 1f / sum;
        float quotient = e * inverse;
        float remainder = Math.fma(-quotient, lost, Math.fma(-quotient, sum, e));
        return Math.copySign(Math.fma(remainder, inverse, quotient), x);
    }

    /** Returns the natural logarithm: NaN below 0, -infinity at ±0, infinity at infinity. */
    public static float log(float x) {
        if (x == 0f) {
            return Float.NEGATIVE_INFINITY;
        }
        if (!(x > 0f)) {
            return Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        boolean denormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(denormal ? x * TWO_TO_23 : x);
        // m in [√½, √2), x = 2ⁿ m
        int n = (bits - Float.floatToRawIntBits(SQRT_HALF)) >> MANTISSA_BITS;
        float m = Float.intBitsToFloat(bits - (n << MANTISSA_BITS));
        return logReduced(m - 1f, denormal ? n - MANTISSA_BITS : n);
    }

    /** ln(1 + r) + n ln 2 for 1 + r in [√½, √2). */
    private static float logReduced(float r, float n) {
        float q = Math.fma(7.0376836292e-2f, r, -1.1514610310e-1f);
        q = Math.fma(q, r, 1.1676998740e-1f);
        q = Math.fma(q, r, -1.2420140846e-1f);
        q = Math.fma(q, r, 1.4249322787e-1f);
        q = Math.fma(q, r, -1.6668057665e-1f);
        q = Math.fma(q, r, 2.0000714765e-1f);
        q = Math.fma(q, r, -2.4999993993e-1f);
        q = Math.fma(q, r, 3.3333331174e-1f);
        float square = r * r;
        float tail = Math.fma(n, LN2_LOW, square * r * q);
        return Math.fma(n, LN2_HIGH, r + Math.fma(-0.5f, square, tail));
    }

    /**
     * Returns ln Σ exp(aᵢ) over n elements from {@code from} on, shifted by the greatest element and summed in double:
     * -infinity for none, infinity if one is infinite, NaN if any is NaN.
     */
    public static float logSumExp(float[] a, int from, int n) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + n; i++) {
            greatest = Math.max(greatest, a[i]);
        }
        if (Float.isNaN(greatest) || Float.isInfinite(greatest)) {
            return greatest;
        }
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += exp(a[i] - greatest);
        }
        return greatest + log((float) sum);
    }

    /** Returns the sine: NaN for infinities, -0 for -0. */
    public static float sin(float x) {
        if (x == 0f) {
            return x;
        }
        if (!(Math.abs(x) <= PERIODS_BOUND)) {
            return (float) StrictMath.sin(x);
        }
        double n = Math.rint(x * TWO_OVER_PI);
        return quarter((int) n, quarterRemainder(x, n));
    }

    /** Returns the cosine: NaN for infinities. */
    public static float cos(float x) {
        if (!(Math.abs(x) <= PERIODS_BOUND)) {
            return (float) StrictMath.cos(x);
        }
        double n = Math.rint(x * TWO_OVER_PI);
        return quarter((int) n + 1, quarterRemainder(x, n));
    }

    private static float quarterRemainder(float x, double n) {
        return (float) Math.fma(-n, HALF_PI_LOW, Math.fma(-n, HALF_PI_HIGH, x));
    }

    /** sin(r + n π/2) for |r| ≤ π/4. */
    private static float quarter(int n, float r) {
        float value = (n & 1) == 0 ? sinReduced(r) : cosReduced(r);
        return (n & 2) == 0 ? value : -value;
    }

    private static float sinReduced(float r) {
        float square = r * r;
        float q = Math.fma(-1.9515295891e-4f, square, 8.3321608736e-3f);
        q = Math.fma(q, square, -1.6666654611e-1f);
        return Math.fma(q * square, r, r);
    }

    private static float cosReduced(float r) {
        float square = r * r;
        float q = Math.fma(2.443315711809948e-5f, square, -1.388731625493765e-3f);
        q = Math.fma(q, square, 4.166664568298827e-2f);
        return Math.fma(q, square * square, Math.fma(-0.5f, square, 1f));
    }
}

package org.longspan.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Functions against {@link StrictMath} in double, over every 997th float of a range. */
class FloatMathTest {

    private static final int STRIDE = 997;

    private interface FloatFunction {
        float at(float x);
    }

    /** Returns the greatest error in [from, to], in units in the last place of the exact value. */
    private static double greatestUlps(FloatFunction ours, DoubleUnaryOperator truth, float from, float to) {
        double greatest = 0;
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            if (x >= from && x <= to) {
                double exact = truth.applyAsDouble(x);
                double ulps = Math.abs(ours.at(x) - exact) / Math.ulp((float) exact);
                greatest = ulps <= greatest ? greatest : ulps; // NaN stays and fails
            }
        }
        return greatest;
    }

    @Nested
    class StaysWithinTwoUlps {
        // The bounds are the measured errors, rounded up; 2 is promised.

        @Test
        void exp() {
            assertThat(greatestUlps(FloatMath::exp, StrictMath::exp, FloatMath.EXP_LEAST, FloatMath.EXP_GREATEST))
                    .isBetween(0.5, 0.8);
        }

        @Test
        void tanh() {
            assertThat(greatestUlps(FloatMath::tanh, StrictMath::tanh, -20f, 20f))
                    .isBetween(0.5, 1.7);
        }

        @Test
        void sigmoid() {
            DoubleUnaryOperator truth = x -> 1 / (1 + StrictMath.exp(-x));
            assertThat(greatestUlps(FloatMath::sigmoid, truth, -FloatMath.SIGMOID_BOUND, FloatMath.SIGMOID_BOUND))
                    .isBetween(0.5, 2.0); // 1.94 over one in three of all floats
        }

        @Test
        void log() {
            assertThat(greatestUlps(FloatMath::log, StrictMath::log, Float.MIN_VALUE, Float.MAX_VALUE))
                    .isBetween(0.5, 0.9);
        }

        @Test
        void sin() {
            assertThat(greatestUlps(FloatMath::sin, StrictMath::sin, -1e7f, 1e7f))
                    .isBetween(0.5, 1.6);
        }

        @Test
        void cos() {
            assertThat(greatestUlps(FloatMath::cos, StrictMath::cos, -1e7f, 1e7f))
                    .isBetween(0.5, 1.6);
        }
    }

    @Nested
    class AtTheEnds {

        /** An unusual NaN, so that arithmetic on its bits would show. */
        private final float strangeNaN = Float.intBitsToFloat(0xffc12345);

        @Test
        void nanGivesNaN() {
            for (float nan : new float[] {Float.NaN, strangeNaN}) {
                assertThat(FloatMath.exp(nan)).isNaN();
                assertThat(FloatMath.tanh(nan)).isNaN();
                assertThat(FloatMath.sigmoid(nan)).isNaN();
                assertThat(FloatMath.log(nan)).isNaN();
                assertThat(FloatMath.sin(nan)).isNaN();
                assertThat(FloatMath.cos(nan)).isNaN();
            }
        }

        @Test
        void expOverflowsToInfinityAndUnderflowsToZero() {
            assertThat(FloatMath.exp(FloatMath.EXP_GREATEST)).isFinite();
            assertThat(FloatMath.exp(Math.nextUp(FloatMath.EXP_GREATEST))).isEqualTo(Float.POSITIVE_INFINITY);
            assertThat(FloatMath.exp(FloatMath.EXP_LEAST)).isGreaterThanOrEqualTo(Float.MIN_NORMAL);
            assertThat(FloatMath.exp(Math.nextDown(FloatMath.EXP_LEAST))).isZero();
            assertThat(FloatMath.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
            assertThat(FloatMath.exp(Float.NEGATIVE_INFINITY)).isZero();
            assertThat(FloatMath.exp(-0f)).isEqualTo(1f);
        }

        @Test
        void sigmoidIsOneAboveAndStaysAboveTheFloorBelow() {
            assertThat(FloatMath.sigmoid(18f)).isEqualTo(1f);
            assertThat(FloatMath.sigmoid(Float.POSITIVE_INFINITY)).isEqualTo(1f);
            assertThat(FloatMath.sigmoid(Float.NEGATIVE_INFINITY))
                    .isEqualTo(FloatMath.sigmoid(-FloatMath.SIGMOID_BOUND))
                    .isGreaterThan(Kernels.FLOOR)
                    .isLessThan(5e-18f);
            assertThat(FloatMath.sigmoid(-0f)).isEqualTo(0.5f);
        }

        @Test
        void aGateTimesAKeptValueIsNormal() {
            assertThat(FloatMath.sigmoid(Float.NEGATIVE_INFINITY) * Kernels.FLOOR)
                    .isGreaterThanOrEqualTo(Float.MIN_NORMAL);
        }

        @Test
        void tanhIsOddAndSaturates() {
            assertThat(FloatMath.tanh(9.02f)).isEqualTo(1f);
            assertThat(FloatMath.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1f);
            assertThat(FloatMath.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1f);
            assertThat(Float.floatToIntBits(FloatMath.tanh(-0f))).isEqualTo(Float.floatToIntBits(-0f));
            assertThat(FloatMath.tanh(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
            for (float x = 0; x < 11; x += 0.0137f) {
                assertThat(FloatMath.tanh(-x)).isEqualTo(-FloatMath.tanh(x));
            }
        }

        @Test
        void logEndsWhereItMust() {
            assertThat(FloatMath.log(0f)).isEqualTo(Float.NEGATIVE_INFINITY);
            assertThat(FloatMath.log(-0f)).isEqualTo(Float.NEGATIVE_INFINITY);
            assertThat(FloatMath.log(-1f)).isNaN();
            assertThat(FloatMath.log(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
            assertThat(FloatMath.log(1f)).isZero();
        }

        @Test
        void sineAndCosineOfInfinityAreNaN() {
            assertThat(FloatMath.sin(Float.POSITIVE_INFINITY)).isNaN();
            assertThat(FloatMath.cos(Float.NEGATIVE_INFINITY)).isNaN();
            assertThat(Float.floatToIntBits(FloatMath.sin(-0f))).isEqualTo(Float.floatToIntBits(-0f));
            assertThat(FloatMath.cos(-0f)).isEqualTo(1f);
        }
    }

    @Nested
    class TowardsSaturation {

        /** On the slope, values may decrease by one rounding; near the bounds they must not. */
        private void neverFalls(FloatFunction f, float from, float to, float greatest) {
            float before = f.at(from);
            for (float x = from; x <= to; x += (to - from) / 1e5f) {
                float value = f.at(x);
                assertThat(value).isBetween(before, greatest);
                before = value;
            }
        }

        @Test
        void tanhRisesToOneAndNotBeyond() {
            neverFalls(FloatMath::tanh, 4f, 12f, 1f);
        }

        @Test
        void sigmoidRisesToOneAndNotBeyond() {
            neverFalls(FloatMath::sigmoid, 6f, 50f, 1f);
        }

        @Test
        void sigmoidFallsToItsLeastValueAndNotBelow() {
            neverFalls(FloatMath::sigmoid, -50f, -30f, 1f);
        }
    }

    @Nested
    class LogSumExp {

        @Test
        void agreesWithTheDefinition() {
            float[] a = {9f, -1.5f, 0.25f, 2f, 9f};
            double expected = StrictMath.log(StrictMath.exp(-1.5) + StrictMath.exp(0.25) + StrictMath.exp(2));
            assertThat((double) FloatMath.logSumExp(a, 1, 3)).isCloseTo(expected, within(2e-7));
        }

        @Test
        void doesNotOverflow() {
            float[] a = {1e30f, 1e30f};
            assertThat(FloatMath.logSumExp(a, 0, 2)).isEqualTo(1e30f);
            assertThat((double) FloatMath.logSumExp(new float[] {-200f, -200f}, 0, 2))
                    .isCloseTo(-200 + StrictMath.log(2), within(2e-5));
        }

        @Test
        void passesOnInfinitiesAndNaN() {
            float inf = Float.POSITIVE_INFINITY;
            assertThat(FloatMath.logSumExp(new float[0], 0, 0)).isEqualTo(-inf);
            assertThat(FloatMath.logSumExp(new float[] {-inf, -inf}, 0, 2)).isEqualTo(-inf);
            assertThat(FloatMath.logSumExp(new float[] {1f, inf}, 0, 2)).isEqualTo(inf);
            assertThat(FloatMath.logSumExp(new float[] {1f, Float.NaN, inf}, 0, 3))
                    .isNaN();
            assertThat(FloatMath.logSumExp(new float[] {-inf, 3f}, 0, 2)).isEqualTo(3f);
        }
    }
}

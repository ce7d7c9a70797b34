package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Run;
import org.longspan.optim.schedule.ExponentialDecay;

/** What each method's paper proves, under its name in the catalogue. */
class IdentitiesTest {

    private static final float[] START = {1.3f, -0.2f, 0.7f, -2.9f, 1e-3f};
    private static final float[] LAMBDA = {1f, 0.1f, 3f, 0.01f, 10f};

    @Test
    void momentumAndNesterovWithoutMomentumAreDescentBitForBit() {
        FieldOracle quadratic = FieldOracle.quadratic(LAMBDA);
        Run sgd = new Run(Sgd.withRate(0.05), START);
        Run momentum = new Run(Momentum.of(0.05, 0), START);
        Run nesterov = new Run(Nesterov.of(0.05, 0), START);
        for (int k = 0; k < 300; k++) {
            sgd.advance(quadratic);
            assertThat(momentum.advance(quadratic).theta.data()).containsExactly(sgd.theta.data());
            assertThat(nesterov.advance(quadratic).theta.data()).containsExactly(sgd.theta.data());
        }
    }

    /** Sutskever et al. 2013, theorem 2.1: along curvature λ, NAG is CM with momentum μ(1 − λη). */
    @ParameterizedTest
    @ValueSource(floats = {0.01f, 0.3f, 1f, 4f, 9f})
    void nesterovIsMomentumWithItsMomentumDampedByCurvature(float lambda) {
        double eta = 0.1;
        double mu = 0.95;
        FieldOracle quadratic = FieldOracle.quadratic(lambda);
        Run nesterov = new Run(Nesterov.of(eta, mu), 1f);
        Run momentum = new Run(Momentum.of(eta, mu * (1 - lambda * eta)), 1f);
        Run undamped = new Run(Momentum.of(eta, mu), 1f);
        double furthest = 0;
        for (int k = 0; k < 60; k++) {
            float theta = nesterov.advance(quadratic).theta.data()[0];
            assertThat((double) theta)
                    .isCloseTo(momentum.advance(quadratic).theta.data()[0], within(2e-5));
            furthest = Math.max(
                    furthest, Math.abs(theta - undamped.advance(quadratic).theta.data()[0]));
        }
        assertThat(furthest).as("undamped momentum goes elsewhere").isGreaterThan(5e-3);
    }

    @Test
    void aConstantGradientDrivesTheVelocityToItsLimit() {
        Run run = new Run(Momentum.of(0.1, 0.9), 0f, 0f);
        for (int k = 0; k < 400; k++) {
            run.advance(1f, -3f);
        }
        float[] v = run.memory.vector("momentum.velocity").data();
        assertThat((double) v[0]).isCloseTo(-0.1 / (1 - 0.9), within(1e-5));
        assertThat((double) v[1]).isCloseTo(3 * 0.1 / (1 - 0.9), within(1e-5));
    }

    /** Torch's form would shrink the whole velocity with the rate; ours keeps the steps of old gradients. */
    @Test
    void anOldGradientKeepsTheLearningRateThatItCameWith() {
        Run run = new Run(Momentum.of(1, 0.5), new ExponentialDecay(0.01), 2, 0f);
        run.advance(1f);
        run.advance(1f);
        assertThat((double) run.theta.data()[0]).isCloseTo(-1 - (0.5 * 1 + 0.01), within(1e-6));
    }

    @Test
    void adamBeginsWithTheLearningRateInEveryCoordinate() {
        float[] gradient = {3f, -1e-3f, 1e4f, -7e-6f, 0f};
        Run run = new Run(Adam.of(0.01, 0.9, 0.999, 1e-12), new float[5]);
        run.advance(gradient);
        for (int i = 0; i < gradient.length; i++) {
            assertThat((double) run.theta.data()[i]).isCloseTo(-0.01 * Math.signum(gradient[i]), within(1e-8));
        }
    }

    @Test
    void adamUnderAConstantGradientMovesByTheLearningRateForever() {
        Run run = new Run(Adam.of(0.01, 0.9, 0.999, 1e-12), 0f, 0f);
        for (int k = 0; k < 500; k++) {
            run.advance(2e-4f, -50f);
            assertThat(run.report.updateNorm).isCloseTo(0.01 * Math.sqrt(2), within(2e-7));
        }
    }

    @Test
    void rmspropBeginsWithTenTimesTheLearningRateAndEndsWithOnce() {
        Run run = new Run(RmsProp.of(0.01, 0.99, 1e-12), 0f);
        run.advance(5f);
        assertThat(run.report.updateNorm).isCloseTo(0.1, within(1e-7));
        run.advance(
                new FieldOracle((theta, gradient) -> {
                    gradient.data()[0] = 5f;
                    return 0;
                }),
                3000);
        assertThat(run.report.updateNorm).isCloseTo(0.01, within(1e-7));
    }

    @Test
    void rmspropAndAdamDoNotSeeTheScaleOfTheGradient() {
        RandomStream random = new RandomStream(7);
        Run[] plain = {new Run(RmsProp.of(0.01, 0.99, 1e-20), START), new Run(Adam.of(0.01, 0.9, 0.999, 1e-20), START)};
        Run[] scaled = {new Run(RmsProp.of(0.01, 0.99, 1e-20), START), new Run(Adam.of(0.01, 0.9, 0.999, 1e-20), START)
        };
        for (int k = 0; k < 50; k++) {
            float[] gradient = Run.normal(random, START.length, 1);
            float[] larger = new float[gradient.length];
            for (int i = 0; i < larger.length; i++) {
                larger[i] = gradient[i] * 0x1p10f; // a power of two scales without rounding
            }
            for (int which = 0; which < plain.length; which++) {
                plain[which].advance(gradient);
                scaled[which].advance(larger);
                assertThat(scaled[which].theta.data()).containsExactly(plain[which].theta.data());
            }
        }
    }
}

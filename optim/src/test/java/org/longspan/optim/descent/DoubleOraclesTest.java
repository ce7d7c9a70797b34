package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.schedule.ExponentialDecay;

/**
 * Each method beside a slow double version written from its equation, on a noisy quadratic under a falling
 * learning rate. Curvature pulls both to one place, so the roundings of float32 do not pile up.
 */
class DoubleOraclesTest {

    private static final int STEPS = 200;
    private static final double FINAL_FACTOR = 0.1;
    private static final float[] START = {1.5f, -0.8f, 0.3f, -2f};
    private static final float[] LAMBDA = {1f, 0.3f, 2f, 0.5f};

    /** One coordinate's path: from θ and the noise of step t, counted from 1, at rate η, to the next θ. */
    private abstract static class Oracle {
        final double lambda;
        double theta;

        Oracle(double lambda, double theta) {
            this.lambda = lambda;
            this.theta = theta;
        }

        double g(double at, double noise) {
            return lambda * at + noise;
        }

        abstract void step(int t, double eta, double noise);
    }

    @FunctionalInterface
    private interface Making {
        Oracle at(double lambda, double theta);
    }

    static List<Arguments> methods() {
        Making sgd = (lambda, start) -> new Oracle(lambda, start) {
            @Override
            void step(int t, double eta, double noise) {
                theta -= eta * g(theta, noise);
            }
        };
        Making momentum = (lambda, start) -> new Oracle(lambda, start) {
            double v;

            @Override
            void step(int t, double eta, double noise) {
                v = 0.9 * v - eta * g(theta, noise);
                theta += v;
            }
        };
        Making nesterov = (lambda, start) -> new Oracle(lambda, start) {
            double v;

            @Override
            void step(int t, double eta, double noise) {
                v = 0.9 * v - eta * g(theta + 0.9 * v, noise);
                theta += v;
            }
        };
        Making rmsprop = (lambda, start) -> new Oracle(lambda, start) {
            double s;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                s = 0.95 * s + 0.05 * g * g;
                theta -= eta * g / (Math.sqrt(s) + 1e-4);
            }
        };
        Making adam = (lambda, start) -> new Oracle(lambda, start) {
            double m;
            double s;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                m = 0.8 * m + 0.2 * g;
                s = 0.99 * s + 0.01 * g * g;
                double mHat = m / (1 - StrictMath.pow(0.8, t));
                double sHat = s / (1 - StrictMath.pow(0.99, t));
                theta -= eta * mHat / (Math.sqrt(sHat) + 1e-4);
            }
        };
        return List.of(
                Arguments.of("sgd", Sgd.withRate(0.1), 0.1, sgd),
                Arguments.of("momentum", Momentum.of(0.02, 0.9), 0.02, momentum),
                Arguments.of("nesterov", Nesterov.of(0.02, 0.9), 0.02, nesterov),
                Arguments.of("rmsprop", RmsProp.of(0.01, 0.95, 1e-4), 0.01, rmsprop),
                Arguments.of("adam", Adam.of(0.02, 0.8, 0.99, 1e-4), 0.02, adam));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void theFloatPathStaysBesideTheDoublePath(String name, Optimizer optimizer, double rate, Making making) {
        RandomStream random = new RandomStream(3);
        Run run = new Run(optimizer, new ExponentialDecay(FINAL_FACTOR), STEPS, START);
        Oracle[] oracles = new Oracle[START.length];
        for (int i = 0; i < START.length; i++) {
            oracles[i] = making.at(LAMBDA[i], START[i]);
        }
        for (int k = 0; k < STEPS; k++) {
            float[] noise = Run.normal(random, START.length, 0.5);
            run.advance(new FieldOracle((theta, gradient) -> {
                for (int i = 0; i < theta.size(); i++) {
                    gradient.data()[i] = LAMBDA[i] * theta.data()[i] + noise[i];
                }
                return 0;
            }));
            double eta = rate * StrictMath.pow(FINAL_FACTOR, k / (STEPS - 1.0));
            for (int i = 0; i < START.length; i++) {
                oracles[i].step(k + 1, eta, noise[i]);
                assertThat(Math.abs(run.theta.data()[i] - oracles[i].theta))
                        .as("coordinate %d after step %d", i, k)
                        .isLessThan(4e-6); // |θ| up to 2 and about 1/(ηλ) roundings of 2⁻²⁴ |θ| alive
            }
        }
    }
}

package org.longspan.optim.descent;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;
import org.longspan.optim.schedule.ConstantMomentum;

/** Each method against a slow double version written from its equation. */
class DoubleOraclesTest {

    static List<Arguments> methods() {
        CoordinateOracle.Making sgd = (lambda, start) -> new CoordinateOracle(lambda, start) {
            @Override
            void step(int t, double eta, double noise) {
                theta -= eta * g(theta, noise);
            }
        };
        CoordinateOracle.Making momentum = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double v;

            @Override
            void step(int t, double eta, double noise) {
                v = 0.9 * v - eta * g(theta, noise);
                theta += v;
            }
        };
        CoordinateOracle.Making nesterov = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double v;

            @Override
            void step(int t, double eta, double noise) {
                v = 0.9 * v - eta * g(theta + 0.9 * v, noise);
                theta += v;
            }
        };
        CoordinateOracle.Making rmsprop = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double s;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                s = 0.95 * s + 0.05 * g * g;
                theta -= eta * g / (Math.sqrt(s) + 1e-4);
            }
        };
        CoordinateOracle.Making adam = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double m;
            double s;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                m = 0.8 * m + 0.2 * g;
                s = 0.99 * s + 0.01 * g * g;
                double mHat = m / (1 - power(0.8, t));
                double sHat = s / (1 - power(0.99, t));
                theta -= eta * mHat / (Math.sqrt(sHat) + 1e-4);
            }
        };
        CoordinateOracle.Making momentumTorch = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double v;

            @Override
            void step(int t, double eta, double noise) {
                v = 0.9 * v + g(theta, noise);
                theta -= eta * v;
            }
        };
        CoordinateOracle.Making nesterovTorch = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double v;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                v = 0.9 * v + g;
                theta -= eta * (g + 0.9 * v);
            }
        };
        MomentumSchedule mu = new ConstantMomentum(0.9f);
        return List.of(
                Arguments.of("sgd", Sgd.withRate(0.1), 0.1, sgd),
                Arguments.of("averaged-sgd", AveragedSgd.of(0.1, 0, 0), 0.1, sgd), // its iterates
                Arguments.of("momentum", Momentum.of(0.02, 0.9), 0.02, momentum),
                Arguments.of("momentum-torch", MomentumTorch.of(0.02, mu), 0.02, momentumTorch),
                Arguments.of("nesterov", Nesterov.of(0.02, 0.9), 0.02, nesterov),
                Arguments.of("nesterov-torch", NesterovTorch.of(0.02, mu), 0.02, nesterovTorch),
                Arguments.of("rmsprop", RmsProp.of(0.01, 0.95, 1e-4), 0.01, rmsprop),
                Arguments.of("adam", Adam.of(0.02, 0.8, 0.99, 1e-4), 0.02, adam));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void theFloatPathStaysBesideTheDoublePath(
            String name, Optimizer optimizer, double rate, CoordinateOracle.Making making) {
        CoordinateOracle.assertFollows(optimizer, rate, making);
    }
}

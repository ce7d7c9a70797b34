package org.longspan.optim.descent;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.optim.Optimizer;

/** Each method with a step for every coordinate against a slow double version written from its equation. */
class AdaptiveOraclesTest {

    /** The constants shared by Adam and its variants: the two moments, β₁ = 0.8 and β₂ = 0.99. */
    private abstract static class Moments extends CoordinateOracle {
        double m;
        double s;

        Moments(double lambda, double theta) {
            super(lambda, theta);
        }

        @Override
        void step(int t, double eta, double noise) {
            double g = g(theta, noise);
            m = 0.8 * m + 0.2 * g;
            s = 0.99 * s + 0.01 * g * g;
            theta -= eta * direction(t, g);
        }

        double mean(int t) {
            return m / (1 - power(0.8, t));
        }

        double root(double moment, int t) {
            return Math.sqrt(moment / (1 - power(0.99, t))) + 1e-4;
        }

        abstract double direction(int t, double g);
    }

    static List<Arguments> sums() {
        CoordinateOracle.Making adagrad = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double s;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                s += g * g;
                theta -= eta * g / (Math.sqrt(s) + 1e-4);
            }
        };
        CoordinateOracle.Making adadelta = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double s;
            double a;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                s = 0.9 * s + 0.1 * g * g;
                double d = Math.sqrt(a + 1e-4) / Math.sqrt(s + 1e-4) * g;
                a = 0.9 * a + 0.1 * d * d;
                theta -= eta * d;
            }
        };
        CoordinateOracle.Making centered = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double m;
            double s;
            double v;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                m = 0.95 * m + 0.05 * g;
                s = 0.95 * s + 0.05 * g * g;
                v = 0.7 * v + g / (Math.sqrt(s - m * m) + 1e-4);
                theta -= eta * v;
            }
        };
        return List.of(
                Arguments.of("adagrad", Adagrad.of(0.3, 1e-4), 0.3, adagrad),
                Arguments.of("adadelta", Adadelta.of(1, 0.9, 1e-4), 1, adadelta),
                Arguments.of("rmsprop-centered", RmsPropCentered.of(0.005, 0.95, 0.7, 1e-4), 0.005, centered));
    }

    static List<Arguments> moments() {
        CoordinateOracle.Making adamW = (lambda, start) -> new Moments(lambda, start) {
            @Override
            double direction(int t, double g) {
                return mean(t) / root(s, t) + 0.3 * theta;
            }
        };
        CoordinateOracle.Making amsGrad = (lambda, start) -> new Moments(lambda, start) {
            double largest;

            @Override
            double direction(int t, double g) {
                largest = Math.max(largest, s);
                return mean(t) / root(largest, t);
            }
        };
        CoordinateOracle.Making adamax = (lambda, start) -> new Moments(lambda, start) {
            double largest;

            @Override
            double direction(int t, double g) {
                largest = Math.max(0.99 * largest, Math.abs(g) + 1e-4);
                return mean(t) / largest;
            }
        };
        CoordinateOracle.Making nAdam = (lambda, start) -> new Moments(lambda, start) {
            double product = 1;

            double mu(int t) {
                return 0.8 * (1 - 0.5 * StrictMath.pow(0.96, 0.02 * t));
            }

            @Override
            double direction(int t, double g) {
                product *= mu(t);
                double ofGradient = (1 - mu(t)) / (1 - product);
                double ofMean = mu(t + 1) / (1 - product * mu(t + 1));
                return (ofGradient * g + ofMean * m) / root(s, t);
            }
        };
        CoordinateOracle.Making rAdam = (lambda, start) -> new Moments(lambda, start) {
            @Override
            double direction(int t, double g) {
                double end = 2 / (1 - 0.99) - 1;
                double rho = end - 2 * t * power(0.99, t) / (1 - power(0.99, t));
                if (rho <= 5) {
                    return mean(t);
                }
                double r = Math.sqrt((rho - 4) * (rho - 2) * end / ((end - 4) * (end - 2) * rho));
                return mean(t) * r * Math.sqrt(1 - power(0.99, t)) / (Math.sqrt(s) + 1e-4);
            }
        };
        double ratio = StrictMath.pow(0.96, 0.02);
        return List.of(
                Arguments.of("adamw", AdamW.of(0.02, new Adam(0.8, 0.99, 1e-4), 0.3), 0.02, adamW),
                Arguments.of("amsgrad", AmsGrad.of(0.02, 0.8, 0.99, 1e-4), 0.02, amsGrad),
                Arguments.of("adamax", Adamax.of(0.02, 0.8, 0.99, 1e-4), 0.02, adamax),
                Arguments.of("nadam", NAdam.of(0.02, new NAdam(0.8, 0.99, 1e-4, ratio)), 0.02, nAdam),
                Arguments.of("radam", RAdam.of(0.02, 0.8, 0.99, 1e-4), 0.02, rAdam));
    }

    static List<Arguments> signs() {
        CoordinateOracle.Making lion = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double m;

            @Override
            void step(int t, double eta, double noise) {
                double g = g(theta, noise);
                double sign = Math.signum(0.9 * m + 0.1 * g);
                theta -= eta * (sign + 0.3 * theta);
                m = 0.99 * m + 0.01 * g;
            }
        };
        CoordinateOracle.Making rprop = (lambda, start) -> new CoordinateOracle(lambda, start) {
            double d = 0.01;
            double before;

            @Override
            void step(int t, double factor, double noise) {
                double g = g(theta, noise);
                if (g * before > 0) {
                    d = Math.min(d * 1.3, 0.1);
                } else if (g * before < 0) {
                    d = Math.max(d * 0.4, 0.005);
                    g = 0;
                }
                before = g;
                theta -= factor * d * Math.signum(g);
            }
        };
        return List.of(
                Arguments.of("lion", Lion.of(0.01, 0.9, 0.99, 0.3), 0.01, lion),
                Arguments.of("rprop", Rprop.of(new Rprop(0.01, 0.4, 1.3, 0.005, 0.1)), 1.0, rprop));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"sums", "moments", "signs"})
    void theFloatPathStaysBesideTheDoublePath(
            String name, Optimizer optimizer, double rate, CoordinateOracle.Making making) {
        CoordinateOracle.assertFollows(optimizer, rate, making);
    }
}

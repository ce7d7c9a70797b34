package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;

import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.schedule.ExponentialDecay;

/**
 * A slow double version of a method, one coordinate's path, on a noisy quadratic under a falling learning rate.
 * Curvature pulls the two versions to one point, so rounding errors of float32 do not accumulate.
 */
abstract class CoordinateOracle {

    private static final int STEPS = 200;
    private static final double FINAL_FACTOR = 0.1;
    private static final float[] START = {1.5f, -0.8f, 0.3f, -2f};
    private static final float[] LAMBDA = {1f, 0.3f, 2f, 0.5f};

    /** Makes the oracle of a coordinate with this curvature, from this θ. */
    @FunctionalInterface
    interface Making {
        CoordinateOracle at(double lambda, double theta);
    }

    final double lambda;
    double theta;

    CoordinateOracle(double lambda, double theta) {
        this.lambda = lambda;
        this.theta = theta;
    }

    /** The gradient at a point. */
    final double g(double at, double noise) {
        return lambda * at + noise;
    }

    /** Returns the next θ from θ and the noise of step t, counted from 1, at rate η. */
    abstract void step(int t, double eta, double noise);

    static double power(double base, int exponent) {
        return StrictMath.pow(base, exponent);
    }

    /** Asserts that the float path stays beside the double path. */
    static void assertFollows(Optimizer optimizer, double rate, Making making) {
        RandomStream random = new RandomStream(3);
        Run run = new Run(optimizer, new ExponentialDecay(FINAL_FACTOR), STEPS, START);
        CoordinateOracle[] oracles = new CoordinateOracle[START.length];
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

package org.longspan.optim.secondorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Run;

class LBfgsTest {

    /** (1 − a)² + 100 (b − a²)², whose minimum lies at (1, 1) in a bent valley. */
    private static FieldOracle rosenbrock() {
        return new FieldOracle((theta, gradient) -> {
            double a = theta.data()[0];
            double b = theta.data()[1];
            double off = b - a * a;
            gradient.data()[0] = (float) (-2 * (1 - a) - 400 * a * off);
            gradient.data()[1] = (float) (200 * off);
            return (1 - a) * (1 - a) + 100 * off * off;
        });
    }

    private static Run run(float... start) {
        return new Run(LBfgs.ENTRY.create(Settings.NONE), start);
    }

    @Test
    void itConvergesSuperlinearlyOnRosenbrocksFunction() {
        Run run = run(-1.2f, 1f);
        FieldOracle valley = rosenbrock();
        double before = distance(run.theta);
        double fastest = 1;
        int steps = 0;
        while (distance(run.theta) > 1e-5) {
            run.advance(valley);
            double now = distance(run.theta);
            if (before < 0.1) {
                fastest = Math.min(fastest, now / before);
            }
            before = now;
            assertThat(++steps).isLessThan(60);
        }
        assertThat(fastest).as("the best quotient of two distances in a row").isLessThan(0.02);
    }

    private static double distance(Parameters theta) {
        double a = theta.data()[0] - 1.0;
        double b = theta.data()[1] - 1.0;
        return Math.sqrt(a * a + b * b);
    }

    /** n steps with exact curvature end a quadratic of n eigenvalues; the search is inexact, so a few more. */
    @Test
    void itEndsAQuadraticInFewMoreStepsThanItHasEigenvalues() {
        MatrixOracle oracle = MatrixOracle.random(8, 20, 9);
        Run run = run(new float[8]).advance(oracle, 25);
        for (int i = 0; i < 8; i++) {
            assertThat((double) run.theta.data()[i]).isCloseTo(oracle.minimum[i], within(1e-4));
        }
    }

    @Test
    void everyStepMeetsBothWolfeConditions() {
        Run run = run(-1.2f, 1f);
        FieldOracle valley = rosenbrock();
        for (int k = 0; k < 20; k++) {
            Parameters before = run.theta.copy();
            Parameters g = run.theta.copy();
            double loss = valley.gradient(before, null, g);
            run.advance(valley);
            Parameters after = new Parameters(g.layout());
            double lossAfter = valley.gradient(run.theta, null, after);
            double slope = 0;
            double slopeAfter = 0;
            for (int i = 0; i < 2; i++) {
                double s = (double) run.theta.data()[i] - before.data()[i];
                slope += s * g.data()[i];
                slopeAfter += s * after.data()[i];
            }
            assertThat(slope).isNegative();
            assertThat(lossAfter).isLessThanOrEqualTo(loss + 1e-4 * slope);
            assertThat(Math.abs(slopeAfter)).isLessThanOrEqualTo(-0.9 * slope * (1 + 1e-5));
        }
    }

    /** f = ½ θ² from 8: the first length is min(1, 1/‖g‖₁) = 1/8, after which the slope is 7/8 of what it was. */
    @Test
    void theFirstStepIsNoLongerThanOneInTheSumOfItsMagnitudes() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{1}}, 0);
        Run run = run(8f).advance(oracle);
        assertThat(run.theta.data()).containsExactly(7f);
        assertThat(run.report.stepLength).isEqualTo(0.125);
        assertThat(run.report.gradients).isEqualTo(oracle.gradients).isEqualTo(2);
    }

    @Test
    void aPairOfTooLittleCurvatureIsNotKept() {
        MatrixOracle flat = new MatrixOracle(new double[][] {{1e-11}}, 1);
        Place place = new Place(flat, 0);
        CurvaturePairs pairs = CurvaturePairs.of(3);
        pairs.prepare(place.memory);
        Parameters direction = Run.vector(1f);
        Parameters after = place.descent.gradient.copy();
        after.data()[0] += 5e-11f;
        assertThat(pairs.add(place.descent, 1, direction, after)).isFalse();
        after.data()[0] += 2e-10f;
        assertThat(pairs.add(place.descent, 1, direction, after)).isTrue();
        assertThat(pairs.count(place.memory)).isEqualTo(1);
    }

    /** The secant equation: H y = s for the newest pair, whatever the older ones are. */
    @Test
    void theInverseSendsTheLastChangeOfTheGradientToTheLastStep() {
        MatrixOracle oracle = MatrixOracle.random(6, 30, 2);
        Place place = new Place(oracle, new float[6]);
        CurvaturePairs pairs = CurvaturePairs.of(2); // older ones are overwritten
        pairs.prepare(place.memory);
        Parameters y = null;
        Parameters s = null;
        for (int pair = 0; pair < 5; pair++) {
            s = new Parameters(place.theta.layout());
            s.data()[pair] = 1;
            s.data()[(pair + 2) % 6] = -0.5f;
            Parameters after = new Parameters(s.layout());
            place.descent.gradient(1, s, after);
            pairs.add(place.descent, 1, s, after);
            y = after.copy();
            y.addScaled(-1, place.descent.gradient);
        }
        pairs.multiply(place.descent, y, new double[2]);
        for (int i = 0; i < 6; i++) {
            assertThat((double) y.data()[i]).isCloseTo(s.data()[i], within(1e-5));
        }
    }

    @Test
    void theCubicHasTheMinimumOfTheFunctionThatItInterpolates() {
        // φ(α) = α³ − 3α has its minimum at 1; values and slopes at 0 and 3
        Wolfe.Point left = new Wolfe.Point();
        left.set(0, 0, -3);
        Wolfe.Point right = new Wolfe.Point();
        right.set(3, 18, 24);
        assertThat(Wolfe.cubic(left, right)).isCloseTo(1, within(1e-12));
        assertThat(Wolfe.cubic(right, left)).isCloseTo(1, within(1e-12));
    }

    @Test
    void aFunctionThatIsNotFiniteFartherOutIsSearchedNearer() {
        FieldOracle wall = new FieldOracle((theta, gradient) -> {
            double t = theta.data()[0];
            gradient.data()[0] = t < 1 ? -1 : Float.NaN;
            return t < 1 ? -t : Double.NaN;
        });
        Run run = run(0.5f).advance(wall);
        assertThat(run.theta.data()[0]).isStrictlyBetween(0.5f, 1f);
    }
}

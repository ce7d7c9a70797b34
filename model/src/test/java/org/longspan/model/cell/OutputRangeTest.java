package org.longspan.model.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Curvature.Divergence;

/** D″ against second differences of divergences written from their equations, in the pre-activation of a unit. */
class OutputRangeTest {

    private static final double STEP = 1e-4;

    private static double logistic(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    /** −Σ p ln q over the two outcomes of which p and q are the probabilities of one. */
    private static double crossEntropy(double p, double q) {
        return -p * StrictMath.log(q) - (1 - p) * StrictMath.log(1 - q);
    }

    /** The second derivative of D(σ(z), σ(z′)) in z′ at z. */
    private static double second(DoubleBinaryOperator d, DoubleUnaryOperator unit, double z) {
        double h = unit.applyAsDouble(z);
        double up = d.applyAsDouble(h, unit.applyAsDouble(z + STEP));
        double down = d.applyAsDouble(h, unit.applyAsDouble(z - STEP));
        return (up - 2 * d.applyAsDouble(h, h) + down) / (STEP * STEP);
    }

    private static double damping(OutputRange range, Divergence form, double h, double slope) {
        return slope * slope * divergence(range, form, h);
    }

    /** What 0 becomes when 2 D″ ḣ with ḣ = ½ is added. */
    private static double divergence(OutputRange range, Divergence form, double h) {
        Matrix at = Matrix.zeros(1, 1);
        Matrix hDot = Matrix.zeros(1, 1);
        Matrix dh = Matrix.zeros(1, 1);
        at.set(0, 0, (float) h);
        hDot.set(0, 0, 0.5f);
        range.damp(new Curvature.GaussNewton(2, form), at, hDot, dh, 0);
        return dh.get(0, 0);
    }

    /** A tanh unit's release has ¼(1 − h²): a quarter of the cross-entropy between (1 + h)/2 and what it becomes. */
    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.7, 0, 0.2, 1.5})
    void theMatchingLossOfATanhUnitIsTheReleases(double z) {
        double h = StrictMath.tanh(z);
        double own = damping(OutputRange.SIGNED, Divergence.MATCHING, h, 1 - h * h);
        assertThat(own).isCloseTo((1 - h * h) / 4, within(1e-6));
        assertThat(own)
                .isCloseTo(
                        second((a, b) -> crossEntropy((1 + a) / 2, (1 + b) / 2) / 4, StrictMath::tanh, z),
                        within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.7, 0, 0.2, 1.5})
    void theMatchingLossOfALogisticUnitIsTheCrossEntropy(double z) {
        double h = logistic(z);
        double own = damping(OutputRange.UNIT, Divergence.MATCHING, h, h * (1 - h));
        assertThat(own).isCloseTo(second(OutputRangeTest::crossEntropy, OutputRangeTest::logistic, z), within(1e-6));
    }

    /** ⅛ (h − h′)², of which the saturated unit feels next to nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.7, 0, 0.2, 1.5})
    void theSquaredDistanceOfATanhUnitHasTheSquareOfItsSlope(double z) {
        double h = StrictMath.tanh(z);
        double own = damping(OutputRange.SIGNED, Divergence.SQUARED, h, 1 - h * h);
        assertThat(own).isCloseTo(second((a, b) -> (a - b) * (a - b) / 8, StrictMath::tanh, z), within(1e-6));
    }

    @Test
    void bothFormsAreOneWhereAPreActivationIsZero() {
        for (OutputRange range : OutputRange.values()) {
            double h = range == OutputRange.UNIT ? 0.5 : 0;
            assertThat(divergence(range, Divergence.SQUARED, h)).isEqualTo(divergence(range, Divergence.MATCHING, h));
        }
        assertThat(divergence(OutputRange.UNBOUNDED, Divergence.MATCHING, 7)).isEqualTo(1);
    }

    @Test
    void aSaturatedUnitOrOneBeyondItsBoundsIsNotDamped() {
        for (double h : new double[] {1, -1, 1.5}) {
            assertThat(divergence(OutputRange.SIGNED, Divergence.MATCHING, h)).isZero();
        }
        assertThat(divergence(OutputRange.UNIT, Divergence.MATCHING, 0)).isZero();
    }
}

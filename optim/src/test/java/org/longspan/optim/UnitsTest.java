package org.longspan.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.Site;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.clip.Median;
import org.longspan.optim.clip.RowNorm;
import org.longspan.optim.clip.SignalProbe;

class UnitsTest {

    private static final Kernels KERNELS = PlainKernels.create();

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Median.of(3, 1, 2)).isEqualTo(2);
        assertThat(Median.of(7)).isEqualTo(7);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoMiddleOnes() {
        assertThat(Median.of(4, 1, 3, 100)).isEqualTo(3.5);
        assertThat(Median.of(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void oneNanMakesTheMedianNanAndAnInfinityCountsAsLarge() {
        assertThat(Median.of(1, Double.NaN, 2)).isNaN();
        assertThat(Median.of(1, Double.POSITIVE_INFINITY, 2)).isEqualTo(2);
        assertThat(Median.of(1, Double.POSITIVE_INFINITY)).isInfinite();
    }

    @Test
    void theMeasurementsKeepTheirOrder() {
        double[] measurements = {3, 1, 2};
        Median.of(measurements);
        assertThat(measurements).containsExactly(3, 1, 2);
    }

    @Test
    void noMeasurementsHaveNoMedian() {
        assertThatThrownBy(Median::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void columnsHaveTheirOwnMedians() {
        assertThat(Median.ofColumns(new double[][] {{1, 30}, {2, 10}, {9, 20}})).containsExactly(2, 20);
    }

    @Test
    void aGradientShowsItsNormItsLargestElementAndTheNormsOfItsBlocks() {
        Parameters gradient = new Parameters(ParameterLayout.builder()
                .add("a", 1, 2, Role.INPUT)
                .add("b", 2, 1, Role.RECURRENT)
                .add("c", 1, 1, Role.BIAS)
                .build());
        System.arraycopy(new float[] {3, -4, -12, 0, 84}, 0, gradient.data(), 0, 5);
        assertThat(ThresholdUnit.GLOBAL_NORM.measure(gradient, KERNELS)).containsExactly(85);
        assertThat(ThresholdUnit.LARGEST_ELEMENT.measure(gradient, KERNELS)).containsExactly(84);
        assertThat(ThresholdUnit.BLOCK_NORM.measure(gradient, KERNELS)).containsExactly(5, 12, 84);
        assertThat(ThresholdUnit.BLOCK_RMS.measure(gradient, KERNELS)).containsExactly(84);
        assertThat(ThresholdUnit.NONE.measure(gradient, KERNELS)).containsExactly(1);
        assertThat(ThresholdUnit.BLOCK_NORM.count(gradient.layout())).isEqualTo(3);
        assertThat(ThresholdUnit.GLOBAL_NORM.count(gradient.layout())).isEqualTo(1);
    }

    @Test
    void theUnitOfBlocksByTheirRootMeanSquareIsTheLargest() {
        Parameters gradient = new Parameters(ParameterLayout.builder()
                .add("a", 2, 2, Role.INPUT)
                .add("b", 1, 1, Role.BIAS)
                .build());
        System.arraycopy(new float[] {4, -4, 4, 4, 3}, 0, gradient.data(), 0, 5);
        assertThat(ThresholdUnit.BLOCK_RMS.measure(gradient, KERNELS)).containsExactly(4);
        assertThat(ThresholdUnit.BLOCK_RMS.count(gradient.layout())).isEqualTo(1);
        gradient.data()[4] = Float.NaN;
        assertThat(ThresholdUnit.BLOCK_RMS.measure(gradient, KERNELS)).containsExactly(Double.NaN);
    }

    @Test
    void whatAGradientNoLongerShowsIsMeasuredElsewhere() {
        Parameters gradient = Run.vector(1f);
        assertThatThrownBy(() -> ThresholdUnit.SIGNAL_ROW_NORM.measure(gradient, KERNELS))
                .hasMessageContaining("SignalProbe");
        assertThatThrownBy(() -> ThresholdUnit.EXAMPLE_NORM.measure(gradient, KERNELS))
                .hasMessageContaining("exampleNorms");
        assertThatThrownBy(() -> ThresholdUnit.TIME_STEPS.measure(gradient, KERNELS))
                .hasMessageContaining("time steps");
    }

    @Test
    void theProbeSeesTheLargestRowAndChangesNothing() {
        SignalProbe probe = new SignalProbe(Site.CELL);
        float[] signal = {3, 4, 0, 0, 0, 6, 8, 1, 2, 2};
        assertThat(probe.apply(signal, 0, 5)).isFalse();
        assertThat(probe.largestRowNorm()).isEqualTo(5);
        assertThat(probe.apply(signal, 5, 2)).isFalse();
        assertThat(probe.apply(signal, 7, 3)).isFalse();
        assertThat(probe.largestRowNorm()).isEqualTo(10);
        assertThat(signal).containsExactly(3, 4, 0, 0, 0, 6, 8, 1, 2, 2);
        assertThat(probe.site()).isEqualTo(Site.CELL);
        probe.reset();
        assertThat(probe.largestRowNorm()).isZero();
    }

    @Test
    void theProbeDoesNotForgetANan() {
        SignalProbe probe = new SignalProbe(Site.HIDDEN);
        probe.apply(new float[] {1, Float.NaN}, 0, 2);
        probe.apply(new float[] {1, 2}, 0, 2);
        assertThat(probe.largestRowNorm()).isNaN();
    }

    @Test
    void theNormOfARowIsThatOfTheKernelsUpToTheOrderOfItsSum() {
        for (int width = 0; width < 40; width++) {
            float[] row = Run.normal(new RandomStream(width), width + 3, 1);
            assertThat(RowNorm.of(row, 3, width))
                    .isCloseTo(Math.sqrt(KERNELS.reductions().sumOfSquares(row, 3, width)), within(1e-14));
        }
    }
}

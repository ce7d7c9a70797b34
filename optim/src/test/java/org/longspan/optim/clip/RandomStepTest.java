package org.longspan.optim.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Clipping;
import org.longspan.optim.Memory;
import org.longspan.optim.Run;
import org.longspan.optim.Step;
import org.longspan.optim.schedule.Constant;

/** The random step: its length, its chance, and that no direction is preferred. Every draw has a fixed seed. */
class RandomStepTest {

    private static final int DRAWS = 20_000;

    /** The 0.999 quantiles of χ² with 7 and with 19 degrees of freedom. */
    private static final double CHI_SQUARE_7 = 24.32;

    private static final double CHI_SQUARE_19 = 43.82;

    private final Clipping clipping = new RandomStep(new Threshold(0.25, false)).at(1);

    @Test
    void aLongGradientIsReplacedByOneOfTheThresholdsLength() {
        for (int size : new int[] {1, 2, 3, 100, 3000}) {
            float[] ones = new float[size];
            Arrays.fill(ones, 7f);
            Parameters gradient = Run.vector(ones);
            clipping.perUpdate().apply(gradient, gradient, new Memory(gradient.layout()), step(0, 0));
            assertThat(PlainKernels.create().reductions().norm(gradient)).isCloseTo(0.25, within(0.25 * 0x1p-23));
            assertThat(gradient.data()).doesNotContain(7f);
        }
    }

    @Test
    void aShortGradientPasses() {
        assertThat(direction(0, 0, 0.1f, 0.1f, 0.1f)).containsExactly(0.1f, 0.1f, 0.1f);
    }

    @Test
    void chanceIsAFunctionOfTrialAndUpdateAndOfNothingElse() {
        float[] drawn = direction(5, 9, 1, 2, 3);
        assertThat(direction(5, 9, -4, 0, 1e9f)).as("another gradient").containsExactly(drawn);
        assertThat(direction(5, 10, 1, 2, 3)).as("another update").isNotEqualTo(drawn);
        assertThat(direction(6, 9, 1, 2, 3)).as("another trial").isNotEqualTo(drawn);
        Step step = step(5, 9);
        step.stream("another transform".hashCode()).normal();
        Parameters again = Run.vector(1, 2, 3);
        clipping.perUpdate().apply(again, again, new Memory(again.layout()), step);
        assertThat(again.data()).as("after others drew").containsExactly(drawn);
    }

    /** An eighth each. */
    @Test
    void everyOctantIsAsLikelyAsAnyOther() {
        int[] counts = new int[8];
        for (int k = 0; k < DRAWS; k++) {
            float[] d = direction(1, k, 3, 3, 3);
            counts[(d[0] > 0 ? 1 : 0) + (d[1] > 0 ? 2 : 0) + (d[2] > 0 ? 4 : 0)]++;
        }
        assertThat(chiSquare(counts)).isLessThan(CHI_SQUARE_7);
    }

    /** On the sphere in three dimensions every coordinate is uniform on [−v, v]: Archimedes' hat box. */
    @Test
    void everyCoordinateOnTheSphereIsUniform() {
        for (int axis = 0; axis < 3; axis++) {
            int[] counts = new int[20];
            for (int k = 0; k < DRAWS; k++) {
                double u = direction(2, k, 3, 3, 3)[axis] / 0.25;
                counts[Math.min(19, (int) ((u + 1) * 10))]++;
            }
            assertThat(chiSquare(counts)).as("axis %d", axis).isLessThan(CHI_SQUARE_19);
        }
    }

    /** E dᵢ = 0, E dᵢdⱼ = 0, E dᵢ² = 1/n, E dᵢ⁴ = 3/(n (n + 2)), each to four standard errors. */
    @Test
    void itsMomentsAreThoseOfTheUniformDistributionInTenDimensions() {
        int n = 10;
        double[] sums = new double[4];
        for (int k = 0; k < DRAWS; k++) {
            float[] d = direction(3, k, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3);
            double a = d[2] / 0.25;
            double b = d[7] / 0.25;
            sums[0] += a;
            sums[1] += a * b;
            sums[2] += a * a;
            sums[3] += a * a * a * a;
        }
        double second = 1.0 / n;
        double fourth = 3.0 / (n * (n + 2));
        double product = 1.0 / (n * (n + 2)); // E dᵢ²dⱼ²
        double eighth = 105.0 / (n * (n + 2) * (n + 4) * (n + 6));
        assertThat(sums[0] / DRAWS).isCloseTo(0, within(errors(second)));
        assertThat(sums[1] / DRAWS).isCloseTo(0, within(errors(product)));
        assertThat(sums[2] / DRAWS).isCloseTo(second, within(errors(fourth - second * second)));
        assertThat(sums[3] / DRAWS).isCloseTo(fourth, within(errors(eighth - fourth * fourth)));
    }

    private static double errors(double variance) {
        return 4 * Math.sqrt(variance / DRAWS);
    }

    private float[] direction(long trial, long index, float... gradient) {
        Parameters vector = Run.vector(gradient);
        clipping.perUpdate().apply(vector, vector, new Memory(vector.layout()), step(trial, index));
        return vector.data();
    }

    private static Step step(long trial, long index) {
        Step step = new Step(PlainKernels.create(), Seed.root(trial), new Constant(), DRAWS);
        step.moveTo(index);
        return step;
    }

    private static double chiSquare(int... counts) {
        double expected = (double) DRAWS / counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}

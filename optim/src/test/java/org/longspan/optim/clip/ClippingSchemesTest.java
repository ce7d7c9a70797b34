package org.longspan.optim.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.ExampleWeight;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Memory;
import org.longspan.optim.Run;
import org.longspan.optim.ThresholdUnit;
import org.longspan.optim.schedule.Constant;

/** Each scheme on numbers that can be checked by hand. */
class ClippingSchemesTest {

    private static final float INF = Float.POSITIVE_INFINITY;

    @Test
    void theGlobalNormIsOneNormOverAllBlocks() {
        assertThat(clipped("global-norm", 5, 30, -40, 0, 0)).containsExactly(3, -4, 0, 0);
        assertThat(clipped("global-norm", 50, 30, -40, 0, 0)).containsExactly(30, -40, 0, 0);
    }

    @Test
    void blocksAreClippedEachByItsOwnNorm() {
        assertThat(clipped("block-norm", 5, 30, -40, 3, 1)).containsExactly(3, -4, 3, 1);
    }

    @Test
    void everyBlockHasItsOwnUnit() {
        Parameters gradient = gradient(30, -40, 3, 4);
        apply(scheme("block-norm", 2, "initial").at(5, 1), gradient);
        assertThat(gradient.data()).containsExactly(6, -8, 1.2f, 1.6f);
    }

    @Test
    void unitsForOtherBlocksAreRefused() {
        Clipping clipping = scheme("block-norm", 2, "initial").at(5, 1, 3);
        assertThatThrownBy(() -> apply(clipping, gradient(1, 2, 3, 4))).hasMessageContainingAll("3", "2 blocks");
    }

    @Test
    void valuesAreClampedOneByOne() {
        assertThat(clipped("value", 2, 30, -40, 1, -2)).containsExactly(2, -2, 1, -2);
    }

    @Test
    void aRelativeThresholdIsAMultipleOfItsUnitAndAnAbsoluteOneIsNot() {
        Parameters gradient = gradient(30, -40, 0, 0);
        apply(scheme("global-norm", 0.5, "initial").at(20), gradient);
        assertThat(gradient.data()).containsExactly(6, -8, 0, 0);
        assertThat(scheme("global-norm", 0.5, "initial").unit()).isEqualTo(ThresholdUnit.GLOBAL_NORM);
        assertThat(scheme("global-norm", 0.5, "absolute").unit()).isEqualTo(ThresholdUnit.NONE);
    }

    @Test
    void theSignalIsClippedRowByRowInItsPlace() {
        float[] signal = {9, 30, -40, 9};
        assertThat(signal("signal-norm", 5).apply(signal, 1, 2)).isTrue();
        assertThat(signal).containsExactly(9, 3, -4, 9);
        assertThat(signal("signal-value", 3.5).apply(signal, 0, 3)).isTrue();
        assertThat(signal).containsExactly(3.5f, 3, -3.5f, 9);
        assertThat(signal("signal-value", 3.5).apply(signal, 0, 3)).isFalse();
        assertThat(signal("signal-norm", 100).apply(signal, 0, 4)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signal-value", "signal-norm"})
    void aWholeStepComesOutAsRowAfterRow(String name) {
        SignalTransform transform = signal(name, 0.9);
        for (float odd : new float[] {0, Float.NaN, Float.POSITIVE_INFINITY, -1e-19f}) {
            for (float scale : new float[] {1e-19f, 0.01f, 1, 1e30f}) {
                for (int stride : new int[] {19, 23}) {
                    Matrix rows = someRows(stride, scale, odd);
                    Matrix whole = someRows(stride, scale, odd);
                    boolean changed = false;
                    for (int b = 0; b < rows.rows(); b++) {
                        changed |= transform.apply(rows.data(), rows.row(b), rows.columns());
                    }
                    assertThat(transform.apply(whole, PlainKernels.create())).isEqualTo(changed);
                    assertThat(whole.data()).isEqualTo(rows.data());
                }
            }
        }
    }

    /** Seven rows of 19, between rows that no transform may touch. */
    private static Matrix someRows(int stride, float scale, float odd) {
        float[] data = new float[9 * stride];
        for (int i = 0; i < data.length; i++) {
            data[i] = scale * (i * 37 % 101 - 50) / 50;
        }
        data[4 * stride + 3] = odd;
        return new Matrix(data, stride, 7, 19, stride);
    }

    /** Mikolov's toolkit: the errors of the hidden layer within ±15, whatever they were at initialization. */
    @Test
    void thePublishedBoundOfTheSignalIsAnAbsoluteThreshold() {
        ClippingScheme scheme = scheme("signal-value", 15, "absolute");
        float[] signal = {14.5f, -200, 15, 1e-3f};
        assertThat(scheme.unit()).isEqualTo(ThresholdUnit.NONE);
        assertThat(scheme.site()).isEqualTo(Optional.of(Site.HIDDEN));
        assertThat(scheme.at(1).seams().perStep().apply(signal, 0, 4)).isTrue();
        assertThat(signal).containsExactly(14.5f, -15, 15, 1e-3f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signal-value", "signal-norm"})
    void theSiteIsASetting(String name) {
        assertThat(Clippings.named(name).create(Settings.NONE).site()).isEqualTo(Optional.of(Site.HIDDEN));
        for (Site site : Site.values()) {
            ClippingScheme scheme = Clippings.named(name)
                    .create(Settings.NONE.with("site", site.name().toLowerCase(Locale.ROOT)));
            assertThat(scheme.site()).isEqualTo(Optional.of(site));
            assertThat(scheme.at(1).seams().perStep().site()).isEqualTo(site);
        }
        assertThatThrownBy(() -> Clippings.named(name).create(Settings.NONE.with("site", "gate")))
                .hasMessageContainingAll(name, "site", "gate", "hidden, cell, preactivation");
    }

    /** rms(30, −40) is 25 √2, rms(3, 1) is √5. */
    @Test
    void blocksAreClippedByTheRootMeanSquareOfTheirElements() {
        float[] clipped = clipped("block-rms", 5, 30, -40, 3, 1);
        assertThat(clipped[0]).isCloseTo((float) (30 * 5 / (25 * Math.sqrt(2))), within(1e-6f));
        assertThat(clipped[1]).isCloseTo((float) (-40 * 5 / (25 * Math.sqrt(2))), within(1e-6f));
        assertThat(Arrays.copyOfRange(clipped, 2, 4)).containsExactly(3, 1);
    }

    @Test
    void normalizationLengthensToo() {
        assertThat(clippedWithoutUnit("normalize", 10, 0.3f, 0, -0.4f, 0)).containsExactly(6, 0, -8, 0);
        assertThat(clippedWithoutUnit("normalize", 10, 300, 0, -400, 0)).containsExactly(6, 0, -8, 0);
        assertThat(clippedWithoutUnit("normalize", 10, 0, 0, 0, 0)).containsExactly(0, 0, 0, 0);
    }

    /** ‖g‖ = 5, so at c = 5 half is left, at c = 15 three quarters. */
    @Test
    void theSmoothNormLeavesAShareOfThresholdAndNorm() {
        assertThat(clipped("soft-norm", 5, 3, -4, 0, 0)).containsExactly(1.5f, -2, 0, 0);
        assertThat(clipped("soft-norm", 15, 3, -4, 0, 0)).containsExactly(2.25f, -3, 0, 0);
    }

    @Test
    void theSmoothNormLiesBetweenHalfOfClippingAndAllOfIt() {
        for (float threshold : new float[] {1e-3f, 0.5f, 5, 20, 1e6f}) {
            float hard = clipped("global-norm", threshold, 3, -4, 0, 0)[0];
            assertThat(clipped("soft-norm", threshold, 3, -4, 0, 0)[0]).isBetween(0.4999f * hard, hard);
        }
    }

    @Test
    void valuesAreBentByTheHyperbolicTangent() {
        float[] bent = clipped("soft-value", 2, 30, -1, 1e-3f, 0);
        for (int i = 0; i < 4; i++) {
            double x = new double[] {30, -1, 1e-3f, 0}[i];
            assertThat((double) bent[i]).isCloseTo(2 * StrictMath.tanh(x / 2), within(2e-7 * Math.abs(x)));
        }
    }

    @Test
    void hiddenGradientsAreDividedByTheNumberOfTimeSteps() {
        Clipping clipping = DivideByLength.ENTRY.create(Settings.NONE).at(4);
        Parameters gradient = new Parameters(ParameterLayout.builder()
                .add("a", 1, 2, Role.INPUT)
                .add("b", 1, 1, Role.RECURRENT)
                .add("c", 1, 1, Role.BIAS)
                .add("d", 1, 1, Role.READ_OUT)
                .add("e", 1, 1, Role.READ_OUT_BIAS)
                .build());
        System.arraycopy(new float[] {4, 8, 12, 16, 20, 24}, 0, gradient.data(), 0, 6);
        apply(clipping, gradient);
        assertThat(gradient.data()).containsExactly(1, 2, 3, 4, 20, 24);
        assertThat(DivideByLength.ENTRY.create(Settings.NONE).unit()).isEqualTo(ThresholdUnit.TIME_STEPS);
    }

    @Test
    void aSequenceWeighsWhatBringsItsGradientToTheThreshold() {
        ExampleWeight weight =
                scheme("example-norm", 3, "absolute").at(1).seams().perExample();
        assertThat(weight.weight(6)).isEqualTo(0.5);
        for (double norm : new double[] {0, 2, 3, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(weight.weight(norm)).as("of %s", norm).isEqualTo(1);
        }
        assertThat(scheme("example-norm", 3, "initial").unit()).isEqualTo(ThresholdUnit.EXAMPLE_NORM);
    }

    /** As a float, c/‖g‖ would be zero here, and so would the gradient. */
    @Test
    void aHugeNormDoesNotMakeTheGradientVanish() {
        float[] clipped = clipped("global-norm", 1e-9, Float.MAX_VALUE, 0, 0, Float.MAX_VALUE);
        assertThat(clipped[0]).isBetween(7.071e-10f, 7.0711e-10f);
    }

    @ParameterizedTest
    @MethodSource("thresholded")
    void whatIsNotFiniteIsNeitherHiddenNorSpread(Entry<ClippingScheme> entry) {
        for (float poison : new float[] {Float.NaN, INF, -INF}) {
            Clipping clipping =
                    entry.create(Settings.NONE.with("relative-to", "absolute")).at(1);
            float[] left = {0.25f, poison, 0.5f, -0.5f};
            if (clipping.seams().perStep() != null) {
                assertThat(clipping.seams().perStep().apply(left, 0, 4)).isFalse();
            } else {
                Parameters gradient = gradient(left);
                apply(clipping, gradient);
                left = gradient.data();
            }
            assertThat(left).containsExactly(0.25f, poison, 0.5f, -0.5f);
        }
    }

    @ParameterizedTest
    @MethodSource("thresholded")
    void thresholdsThatAreNotPositiveAreRefused(Entry<ClippingScheme> entry) {
        for (double threshold : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> entry.create(Settings.NONE.with("threshold", threshold)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(entry.name() + ": threshold is " + threshold + ", expected a number greater than 0");
        }
    }

    @ParameterizedTest
    @MethodSource("thresholded")
    void aUnitThatHasNoMultiplesIsRefused(Entry<ClippingScheme> entry) {
        for (double unit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> entry.create(Settings.NONE).at(unit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("unit", String.valueOf(unit), "expected a positive number");
        }
    }

    @Test
    void noClippingHasNoSettings() {
        assertThat(NoClipping.ENTRY.settings()).isEmpty();
        assertThat(clipped("none", Double.NaN, 1e30f, INF, Float.NaN, 0)).containsExactly(1e30f, INF, Float.NaN, 0);
    }

    static Stream<Entry<ClippingScheme>> thresholded() {
        return Clippings.all().stream()
                .filter(entry -> entry.settings().stream()
                        .anyMatch(setting -> setting.name().equals("relative-to")));
    }

    private static float[] clipped(String name, double threshold, float... elements) {
        Parameters gradient = gradient(elements);
        apply(
                name.equals("none")
                        ? NoClipping.NONE
                        : scheme(name, threshold, "absolute").at(1),
                gradient);
        return gradient.data();
    }

    private static float[] clippedWithoutUnit(String name, double threshold, float... elements) {
        Parameters gradient = gradient(elements);
        apply(
                Clippings.named(name)
                        .create(Settings.NONE.with("threshold", threshold))
                        .at(1),
                gradient);
        return gradient.data();
    }

    private static SignalTransform signal(String name, double threshold) {
        return scheme(name, threshold, "absolute").at(1).seams().perStep();
    }

    private static ClippingScheme scheme(String name, double threshold, String relativeTo) {
        return Clippings.named(name)
                .create(Settings.NONE.with("threshold", threshold).with("relative-to", relativeTo));
    }

    private static void apply(Clipping clipping, Parameters gradient) {
        clipping.perUpdate().apply(gradient, gradient, new Memory(gradient.layout()), Run.step(new Constant(), 1));
    }

    /** Two blocks of two. */
    private static Parameters gradient(float... elements) {
        Parameters gradient = new Parameters(ParameterLayout.builder()
                .add("a", 1, 2, Role.INPUT)
                .add("b", 2, 1, Role.RECURRENT)
                .build());
        System.arraycopy(elements, 0, gradient.data(), 0, 4);
        return gradient;
    }
}

package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Law;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.ThresholdUnit;

/**
 * What every clipping scheme promises: the laws that it declares hold on seeded gradients of many shapes, and each
 * law that it does not declare fails on one of them. The number that the laws speak of is the setting
 * {@code threshold}; a scheme inside back-propagation is tested on rows of the signal, and one that remembers after
 * a past of thirty gradients. Extend it and return the entry. A scheme without a unit that compares something else than
 * ‖g‖ says so in {@link #measure}.
 */
public abstract class ClippingContract extends EntryFacts {

    private static final String THRESHOLD = "threshold";
    private static final int EXAMPLES = 500;
    private static final Kernels PLAIN = PlainKernels.create();

    /** Returns the entry under test. */
    protected abstract Entry<ClippingScheme> clipping();

    /** Returns what is compared with a threshold, a number each; by default what the scheme's unit says. */
    protected double[] measure(Parameters gradient, Parameters theta) {
        return ClippedExample.measure(scheme().unit(), gradient, PLAIN);
    }

    @Override
    final Entry<?> entry() {
        return clipping();
    }

    // Laws.

    @TestFactory
    Stream<DynamicTest> everyDeclaredLawHolds() {
        return laws(true)
                .map(law -> DynamicTest.dynamicTest(
                        law.name(),
                        () -> assertThat(counterexample(law))
                                .as("counterexample to %s", law)
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyLawNotDeclaredFailsOnAnExample() {
        return laws(false)
                .map(law -> DynamicTest.dynamicTest(
                        law.name(),
                        () -> assertThat(counterexample(law))
                                .as(
                                        "%s is not declared, yet it holds on all %d examples; counterexample",
                                        law, EXAMPLES)
                                .isPresent()));
    }

    // Settings and units.

    @Test
    void thresholdsThatAreNotPositiveAreRefusedByName() {
        Assumptions.assumeTrue(has(clipping(), THRESHOLD), "no threshold");
        for (double threshold : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> clipping().create(Settings.NONE.with(THRESHOLD, threshold)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(clipping().name(), THRESHOLD, String.valueOf(threshold));
        }
    }

    @Test
    void unitsThatHaveNoMultiplesAreRefused() {
        Assumptions.assumeTrue(scheme().unit() != ThresholdUnit.NONE, "no unit");
        for (double unit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> scheme().at(unit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(unit));
        }
    }

    @Test
    void aMultipleOfAUnitIsTheProductOfTheTwo() {
        Assumptions.assumeTrue(scheme().unit() != ThresholdUnit.NONE, "no unit");
        Assumptions.assumeTrue(has(clipping(), THRESHOLD), "no threshold");
        for (ClippedExample example : examples()) {
            double[] unit = measure(example);
            double[] half = Arrays.stream(unit).map(x -> x / 2).toArray();
            assertThat(clip(at(0.5, unit), example)).containsExactly(clip(at(1, half), example));
        }
    }

    @Test
    void theClippingSaysWhatItsSchemeSays() {
        Clipping made = made();
        assertThat(made.name()).isEqualTo(clipping().name());
        assertThat(made.laws()).isEqualTo(scheme().laws());
        assertThat(scheme().site().isPresent()).isEqualTo(onSignal());
        scheme().site()
                .ifPresent(site -> assertThat(made.seams().perStep().site()).isEqualTo(site));
    }

    // Work.

    @Test
    void whatIsNotFiniteIsNeverMadeToLookFinite() {
        for (float poison : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (ClippedExample example : examples()) {
                Clipping clipping = thresholds(measure(example));
                Parameters poisoned = example.gradient().copy();
                poisoned.data()[0] = poison;
                Memory memory = example.remembered(clipping, 1, PLAIN);
                float[] left = example.clip(clipping, poisoned, memory, PLAIN).data();
                assertThat(left[0]).as("%s in %s", poison, example).isNotFinite();
            }
        }
    }

    @Test
    void clippingTwiceWithFreshMemoriesGivesTheSameBits() {
        for (ClippedExample example : examples()) {
            Clipping clipping = thresholds(halved(measure(example)));
            assertThat(clip(clipping, example)).containsExactly(clip(clipping, example));
        }
    }

    @Test
    void aCheckpointOfItsMemoryGoesOnToTheSameBits() {
        for (ClippedExample example : examples()) {
            Clipping clipping = thresholds(halved(measure(example)));
            Memory memory = example.remembered(clipping, 1, PLAIN).copy();
            assertThat(example.clip(clipping, example.gradient(), memory, PLAIN).data())
                    .containsExactly(clip(clipping, example));
        }
    }

    @Test
    void plainAndVectorKernelsGiveTheSameBits() {
        Kernels vector = KernelChoice.best("auto").kernels();
        Assumptions.assumeFalse(vector.name().equals(PLAIN.name()), "no vector kernels on this machine");
        for (ClippedExample example : examples()) {
            Clipping clipping = thresholds(halved(measure(example)));
            assertThat(example.clip(clipping, vector).data()).containsExactly(clip(clipping, example));
        }
    }

    @Test
    void clippingAllocatesNothing() {
        ClippedExample example = ClippedExample.draw(0, onSignal());
        Clipping clipping = thresholds(halved(measure(example)));
        Memory memory = example.remembered(clipping, 1, PLAIN);
        Step step = ClippedExample.step(PLAIN);
        Parameters left = example.gradient().copy();
        assertThat(Allocation.of(() -> {
                    left.copyFrom(example.gradient());
                    example.apply(clipping, left, memory, step);
                }))
                .as("bytes in one clipping")
                .isZero();
    }

    private Stream<Law> laws(boolean declared) {
        return Arrays.stream(Law.values()).filter(law -> scheme().laws().contains(law) == declared);
    }

    private Optional<ClippedExample> counterexample(Law law) {
        return examples().stream()
                .filter(example -> !example.holds(law, this::thresholds, measure(example), PLAIN))
                .findFirst();
    }

    private List<ClippedExample> examples() {
        return LongStream.range(0, EXAMPLES)
                .mapToObj(number -> ClippedExample.draw(number, onSignal()))
                .toList();
    }

    private boolean onSignal() {
        return made().seams().perStep() != null;
    }

    private double[] measure(ClippedExample example) {
        return measure(example.gradient(), example.theta());
    }

    private static float[] clip(Clipping clipping, ClippedExample example) {
        return example.clip(clipping, PLAIN).data();
    }

    private ClippingScheme scheme() {
        return clipping().create(Settings.NONE);
    }

    private Clipping made() {
        return thresholds(1);
    }

    /** The scheme with these thresholds: as a setting where it has no unit, as units of the threshold 1 elsewhere. */
    private Clipping thresholds(double... thresholds) {
        if (scheme().unit() != ThresholdUnit.NONE) {
            boolean infinite = has(clipping(), THRESHOLD) && Double.isInfinite(thresholds[0]);
            return infinite ? at(Double.POSITIVE_INFINITY, filledWithOne(thresholds.length)) : at(1, thresholds);
        }
        return at(thresholds[0], 1);
    }

    private Clipping at(double threshold, double... units) {
        Settings settings = has(clipping(), THRESHOLD) ? Settings.NONE.with(THRESHOLD, threshold) : Settings.NONE;
        return clipping().create(settings).at(units);
    }

    private static double[] halved(double[] numbers) {
        return Arrays.stream(numbers).map(x -> x / 2).toArray();
    }

    private static double[] filledWithOne(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}

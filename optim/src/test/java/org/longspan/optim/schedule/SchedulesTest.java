package org.longspan.optim.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.Schedule;

class SchedulesTest {

    @Test
    void theConstantIsOne() {
        assertThat(new Constant().factor(0, 10)).isEqualTo(1);
        assertThat(new Constant().factor(9, 10)).isEqualTo(1);
    }

    @Test
    void exponentialDecayRunsFromOneToItsFinalFactorByEqualRatios() {
        Schedule decay = new ExponentialDecay(0.01);
        assertThat(decay.factor(0, 101)).isEqualTo(1);
        assertThat(decay.factor(50, 101)).isCloseTo(0.1, within(1e-15));
        assertThat(decay.factor(100, 101)).isEqualTo(0.01);
        assertThat(decay.factor(200, 101)).isCloseTo(0.0001, within(1e-15));
    }

    @Test
    void inverseTimeRunsFromOneToItsFinalFactorAndItsInverseByEqualDifferences() {
        Schedule decay = new InverseTime(0.01);
        assertThat(decay.factor(0, 101)).isEqualTo(1);
        assertThat(1 / decay.factor(50, 101)).isCloseTo(50.5, within(1e-12));
        assertThat(decay.factor(100, 101)).isCloseTo(0.01, within(1e-16));
        assertThat(1 / decay.factor(200, 101)).isCloseTo(199, within(1e-11));
    }

    @Test
    void theCosineIsThePublishedFormula() {
        Schedule cosine = new CosineDecay(0.2);
        for (long k = 0; k < 101; k++) {
            double published = 0.2 + 0.5 * (1 - 0.2) * (1 + StrictMath.cos(Math.PI * k / 100));
            assertThat(cosine.factor(k, 101)).isCloseTo(published, within(1e-15));
        }
    }

    @Test
    void theCosineBeginsAtOneEndsAtItsFinalFactorAndStaysThere() {
        Schedule cosine = new CosineDecay(0.01);
        assertThat(cosine.factor(0, 101)).isEqualTo(1);
        assertThat(cosine.factor(50, 101)).isCloseTo(0.505, within(1e-15));
        assertThat(cosine.factor(100, 101)).isEqualTo(0.01);
        assertThat(cosine.factor(150, 101)).isEqualTo(0.01);
    }

    @Test
    void stepsDropByEqualRatiosAtEqualDistances() {
        Schedule steps = new StepDecay(0.01, 2);
        assertThat(steps.factor(0, 30)).isEqualTo(1);
        assertThat(steps.factor(9, 30)).isEqualTo(1);
        assertThat(steps.factor(10, 30)).isCloseTo(0.1, within(1e-16));
        assertThat(steps.factor(19, 30)).isCloseTo(0.1, within(1e-16));
        assertThat(steps.factor(20, 30)).isEqualTo(0.01);
        assertThat(steps.factor(99, 30)).isEqualTo(0.01);
    }

    @Test
    void warmUpGrowsLinearlyOverItsShareAndStays() {
        Schedule warmUp = new LinearWarmUp(0.1);
        assertThat(warmUp.factor(0, 100)).isEqualTo(0.1);
        assertThat(warmUp.factor(4, 100)).isEqualTo(0.5);
        assertThat(warmUp.factor(9, 100)).isEqualTo(1);
        assertThat(warmUp.factor(99, 100)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("org.longspan.optim.schedule.Schedules#all")
    void aBudgetOfOneUpdateIsNoSpecialCase(Entry<Schedule> entry) {
        assertThat(entry.create(Settings.NONE).factor(0, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("org.longspan.optim.schedule.Schedules#all")
    void everyFactorIsPositiveAndAtMostOne(Entry<Schedule> entry) {
        Schedule schedule = entry.create(Settings.NONE);
        for (long index = 0; index < 1000; index++) {
            assertThat(schedule.factor(index, 1000)).isPositive().isLessThanOrEqualTo(1);
        }
    }

    @Test
    void decayToOneAndWarmUpOverOneUpdateAreConstant() {
        for (long index = 0; index < 100; index++) {
            assertThat(new ExponentialDecay(1).factor(index, 100)).isEqualTo(1);
            assertThat(new InverseTime(1).factor(index, 100)).isEqualTo(1);
            assertThat(new CosineDecay(1).factor(index, 100)).isEqualTo(1);
            assertThat(new StepDecay(1, 3).factor(index, 100)).isEqualTo(1);
            assertThat(new LinearWarmUp(0.01).factor(index, 100)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void valuesOutOfRangeAreRefusedByName(double value) {
        for (String name : new String[] {"exponential", "inverse-time", "cosine", "step"}) {
            assertThatThrownBy(() -> Schedules.named(name).create(Settings.NONE.with("final-factor", value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll(name, "final-factor", String.valueOf(value), "greater than 0, at most 1");
        }
        assertThatThrownBy(() -> Schedules.named("warm-up").create(Settings.NONE.with("share", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("warm-up", "share", String.valueOf(value));
    }
}

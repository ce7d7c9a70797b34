package org.longspan.optim.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.Memory;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.Step;
import org.longspan.optim.catalogue.Optimizers;

class MomentumSchedulesTest {

    private static final long TOTAL = 6000;

    private final Step step = Run.step(new Constant(), TOTAL);
    private final Memory memory = new Memory(Run.vector(0f).layout());

    private float at(MomentumSchedule schedule, long index) {
        step.moveTo(index);
        return schedule.at(memory, step);
    }

    static List<Entry<Optimizer>> optimizersWithMomentum() {
        return List.of(
                Optimizers.named("momentum"),
                Optimizers.named("nesterov"),
                Optimizers.named("momentum-torch"),
                Optimizers.named("nesterov-torch"));
    }

    @Test
    void theConstantIsTheSetting() {
        assertThat(at(new ConstantMomentum(0.9f), 0)).isEqualTo(0.9f);
        assertThat(at(new ConstantMomentum(0.9f), TOTAL - 1)).isEqualTo(0.9f);
    }

    @Test
    void theAutoencoderScheduleIsThePublishedFormula() {
        MomentumSchedule schedule = new AutoencoderMomentum(0.95f);
        for (long t = 0; t < TOTAL - 1000; t += 50) {
            double log2 = StrictMath.log(Math.floorDiv(t, 250) + 1) / StrictMath.log(2);
            double mu = Math.min(1 - StrictMath.pow(2, -1 - log2), 0.95f);
            assertThat((double) at(schedule, t)).isCloseTo(mu, within(1e-7));
        }
    }

    @Test
    void theAutoencoderScheduleClimbsInStairsAndDropsForTheLastThousandUpdates() {
        MomentumSchedule schedule = new AutoencoderMomentum(0.95f);
        assertThat(at(schedule, 0)).isEqualTo(0.5f);
        assertThat(at(schedule, 249)).isEqualTo(0.5f);
        assertThat(at(schedule, 250)).isEqualTo(0.75f);
        assertThat(at(schedule, 4999)).isEqualTo(0.95f);
        assertThat(at(schedule, 5000)).isEqualTo(0.9f);
        assertThat(at(schedule, 5999)).isEqualTo(0.9f);
    }

    @Test
    void theDropRaisesNoMomentumThatIsUnderIt() {
        assertThat(at(new AutoencoderMomentum(0.3f), 4999)).isEqualTo(0.3f);
        assertThat(at(new AutoencoderMomentum(0.3f), 5999)).isEqualTo(0.3f);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.9f, 0.98f, 0.995f})
    void theRecurrentScheduleBeginsAtNineTenthsWhateverComesAfter(float mu) {
        MomentumSchedule schedule = new RecurrentMomentum(mu);
        assertThat(at(schedule, 0)).isEqualTo(0.9f);
        assertThat(at(schedule, 999)).isEqualTo(0.9f);
        assertThat(at(schedule, 1000)).isEqualTo(mu);
        assertThat(at(schedule, TOTAL - 1)).isEqualTo(mu);
    }

    @Test
    void nesterovsSequenceIsThatOfHisRecursion() {
        MomentumSchedule schedule = new NesterovMomentum(Math.nextDown(1f));
        double a = 1;
        for (long k = 0; k < 2000; k++) {
            double next = (1 + Math.sqrt(4 * a * a + 1)) / 2;
            assertThat(at(schedule, k)).isEqualTo((float) ((a - 1) / next));
            schedule.remember(memory, step);
            a = next;
        }
    }

    @Test
    void nesterovsSequenceIsNearThePublishedApproximation() {
        MomentumSchedule schedule = new NesterovMomentum(Math.nextDown(1f));
        assertThat(at(schedule, 0)).isZero();
        assertThat((double) at(schedule, 1000)).isCloseTo(1 - 3 / 1005.0, within(2e-5));
        assertThat((double) at(schedule, 100)).isCloseTo(1 - 3 / 105.0, within(1e-3));
    }

    @Test
    void nesterovsSequenceEndsAtTheSetting() {
        MomentumSchedule schedule = new NesterovMomentum(0.7f);
        assertThat(at(schedule, 3)).isLessThan(0.7f);
        assertThat(at(schedule, 100)).isEqualTo(0.7f);
    }

    @ParameterizedTest
    @MethodSource("org.longspan.optim.schedule.MomentumSchedules#all")
    void everyMomentumIsAFunctionOfTheIndexWhetherItIsRememberedOrNot(Entry<MomentumSchedule> entry) {
        MomentumSchedule schedule = entry.create(Settings.NONE.with("momentum", 0.99));
        Memory remembering = new Memory(memory.layout());
        for (long k = 0; k < 1200; k++) {
            step.moveTo(k);
            float mu = schedule.at(memory, step);
            assertThat(mu).isBetween(0f, Math.nextDown(1f));
            assertThat(schedule.at(remembering, step)).isEqualTo(mu);
            if (k % 3 == 0) { // as if other updates were passed over
                schedule.remember(remembering, step);
                assertThat(schedule.at(remembering, step)).isEqualTo(mu);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizersWithMomentum")
    void aMethodWithMomentumHasEveryScheduleAsASetting(Entry<Optimizer> entry) {
        for (Entry<MomentumSchedule> schedule : MomentumSchedules.all()) {
            Settings settings =
                    Settings.NONE.with("momentum-schedule", schedule.name()).with("momentum", 0.99);
            Run run = new Run(entry.create(settings), 1f, -2f);
            Run constant = new Run(entry.create(Settings.NONE.with("momentum", 0.99)), 1f, -2f);
            for (int k = 0; k < 5; k++) {
                run.advance(0.3f, 0.1f);
                constant.advance(0.3f, 0.1f);
            }
            boolean same = java.util.Arrays.equals(run.theta.data(), constant.theta.data());
            assertThat(same).as(schedule.name()).isEqualTo(schedule.name().equals("constant"));
        }
    }

    @ParameterizedTest
    @MethodSource("optimizersWithMomentum")
    void aConstantMomentumIsNotSpokenOfSoThatTrialsKeepTheirNames(Entry<Optimizer> entry) {
        assertThat(entry.complete(Settings.NONE).values()).containsOnlyKeys("learning-rate", "momentum");
        assertThat(entry.complete(Settings.NONE.with("momentum-schedule", "constant")))
                .isEqualTo(entry.complete(Settings.NONE));
        assertThat(entry.complete(Settings.NONE.with("momentum-schedule", "nesterov"))
                        .values())
                .containsEntry("momentum-schedule", "nesterov");
        assertThatThrownBy(() -> entry.complete(Settings.NONE.with("momentum-schedule", "rising")))
                .hasMessage(entry.name() + ": momentum-schedule is rising, expected one of constant,"
                        + " sutskever-autoencoder, sutskever-recurrent, nesterov");
    }
}

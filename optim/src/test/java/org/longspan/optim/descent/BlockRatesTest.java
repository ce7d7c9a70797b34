package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.CatalogueTest;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.optim.clip.NoClipping;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;

/** A block with a rate factor of its own moves as under that rate, and the others as under theirs. */
class BlockRatesTest {

    private static final int UPDATES = 40;

    static Stream<Entry<Optimizer>> firstOrder() {
        return CatalogueTest.firstOrder();
    }

    private static ParameterLayout layout(double factorOfTheSecond) {
        return ParameterLayout.builder()
                .add("layer0.first", 4, 3, Role.RECURRENT)
                .add("layer0.second", 5, 4, Role.RECURRENT, factorOfTheSecond)
                .add("layer0.third", 2, 2, Role.RECURRENT)
                .build();
    }

    /** Returns θ after some updates with gradients that do not depend on it. */
    private static Parameters moved(Entry<Optimizer> entry, double rate, ParameterLayout layout) {
        RandomStream random = new RandomStream(4);
        FieldOracle field = new FieldOracle((theta, gradient) -> {
            for (int i = 0; i < gradient.size(); i++) {
                gradient.data()[i] = (float) random.normal();
            }
            return 0;
        });
        Optimizer optimizer = entry.create(settings(entry, rate));
        Parameters theta = new Parameters(layout);
        Memory memory = new Memory(layout);
        Step step = Run.step(new Constant(), UPDATES);
        for (int k = 0; k < UPDATES; k++) {
            step.moveTo(k);
            optimizer.step(field, theta, memory, new Guard(NoClipping.NONE, HoldStill.FAIL), step, new StepReport());
        }
        return theta;
    }

    /** Rprop's shortest step, which is no rate, is left out of the way. */
    private static Settings settings(Entry<Optimizer> entry, double rate) {
        Settings settings = Settings.NONE.with("learning-rate", rate);
        return entry.name().equals("rprop") ? settings.with("least-step", 1e-12) : settings;
    }

    @ParameterizedTest
    @MethodSource("firstOrder")
    void theFactorOfABlockIsOneOnItsLearningRate(Entry<Optimizer> entry) {
        double rate = (Double) entry.settings().get(0).defaultValue();
        Parameters both = moved(entry, rate, layout(0.25));
        Parameters plain = moved(entry, rate, layout(1));
        Parameters quarter = moved(entry, rate / 4, layout(1));
        for (String block : new String[] {"layer0.first", "layer0.third"}) {
            assertSame(both, plain, block, 0);
        }
        assertSame(both, quarter, "layer0.second", 1e-5);
        assertThat(both.block("layer0.second").get(2, 2)).isNotZero();
    }

    /** The tolerance is relative to the largest element: 40 steps, some of which cancel, are each rounded. */
    private static void assertSame(Parameters vector, Parameters other, String block, double tolerance) {
        Matrix expected = other.block(block);
        double largest = 0;
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.columns(); j++) {
                largest = Math.max(largest, Math.abs(expected.get(i, j)));
            }
        }
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.columns(); j++) {
                assertThat((double) vector.block(block).get(i, j))
                        .as("%s (%d, %d)", block, i, j)
                        .isCloseTo(expected.get(i, j), within(tolerance * largest));
            }
        }
    }
}

package org.longspan.optim.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Memory;
import org.longspan.optim.Run;
import org.longspan.optim.Step;
import org.longspan.optim.schedule.Constant;

/** Schemes that adapt to the weights or to the gradients before, against slow versions of their equations. */
class AdaptiveSchemesTest {

    private static final int UPDATES = 300;

    // To the weights.

    /**
     * Columns (3, 4) and (6, 8) of a gradient, over columns of norm 10 and 1.25: at λ = 1/8 an eighth of that is left.
     */
    @Test
    void aUnitIsAColumn() {
        assertThat(adapted(Settings.NONE.with("threshold", 0.125), Role.RECURRENT, 3, 6, 4, 8))
                .containsExactly(0.75f, 0.09375f, 1, 0.125f);
        assertThat(adapted(Settings.NONE.with("threshold", 2), Role.INPUT, 3, 6, 4, 8))
                .containsExactly(3, 1.5f, 4, 2);
    }

    /** ‖(3, 6, 4, 8)‖ = √125, and ‖θ‖² = 101.5625. */
    @Test
    void aVectorIsOneUnit() {
        float[] clipped = adapted(Settings.NONE.with("threshold", 0.1), Role.BIAS, 3, 6, 4, 8);
        float factor = (float) (0.1 * Math.sqrt(101.5625) / Math.sqrt(125));
        for (int i = 0; i < 4; i++) {
            assertThat(clipped[i]).isCloseTo(factor * new float[] {3, 6, 4, 8}[i], within(1e-6f));
        }
    }

    @Test
    void theReadOutIsLeftOutUnlessItIsIncluded() {
        Settings settings = Settings.NONE.with("threshold", 0.125);
        assertThat(adapted(settings, Role.READ_OUT, 3, 6, 4, 8)).containsExactly(3, 6, 4, 8);
        assertThat(adapted(settings, Role.READ_OUT_BIAS, 3, 6, 4, 8)).containsExactly(3, 6, 4, 8);
        Settings included = settings.with("read-out", "included");
        assertThat(adapted(included, Role.READ_OUT, 3, 6, 4, 8)).containsExactly(0.75f, 0.09375f, 1, 0.125f);
        assertThat(adapted(included, Role.READ_OUT_BIAS, 3, 6, 4, 8)[0]).isLessThan(3);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noRoleIsLeftOutWhereTheReadOutIsIncluded(Role role) {
        Settings included = Settings.NONE.with("threshold", 0.01).with("read-out", "included");
        assertThat(adapted(included, role, 3, 6, 4, 8)[1]).isLessThan(6);
    }

    @Test
    void weightsThatAreZeroCountAsEpsilon() {
        Parameters gradient = square(Role.RECURRENT, 3, 0, 4, 0);
        apply(AdaptiveClipping.ENTRY.create(Settings.NONE.with("threshold", 1)), gradient, square(Role.RECURRENT));
        assertThat(gradient.data()[0]).isCloseTo(6e-4f, within(1e-10f));
        assertThat(gradient.data()[2]).isCloseTo(8e-4f, within(1e-10f));
    }

    // To the gradients before.

    @ParameterizedTest
    @ValueSource(doubles = {0, 10, 50, 90, 100})
    void autoClipShortensToThePercentileOfAllNormsSoFar(double p) {
        History history = new History(AutoClip.ENTRY, Settings.NONE.with("percentile", p));
        List<Double> seen = new ArrayList<>();
        for (double norm : norms()) {
            seen.add(norm);
            double[] sorted = seen.stream().mapToDouble(x -> x).sorted().toArray();
            double rank = (sorted.length - 1) * p / 100;
            double high = sorted[Math.min((int) rank + 1, sorted.length - 1)];
            double percentile = sorted[(int) rank] + (rank - (int) rank) * (high - sorted[(int) rank]);
            assertThat(history.after(norm)).isCloseTo(Math.min(norm, percentile), within(1e-6 * norm));
        }
        assertThat(history.memory.numbers("auto-clip.norms")).hasSize(UPDATES);
    }

    @Test
    void zClipFollowsItsEquations() {
        History history = new History(ZClip.ENTRY, Settings.NONE.with("threshold", 2));
        double mean = 0;
        double variance = 0;
        int spikes = 0;
        double[] norms = norms();
        for (int k = 0; k < norms.length; k++) {
            double nu = norms[k];
            if (k >= 25) {
                double z = (norms[k] - mean) / (Math.sqrt(variance) + 1e-6);
                if (z > 2.5) {
                    nu = mean + 2.5 * Math.sqrt(variance) / (z / 2.5);
                    spikes++;
                }
                mean = 0.97 * mean + 0.03 * nu;
                variance = 0.97 * variance + 0.03 * (nu - mean) * (nu - mean);
            } else if (k == 24) {
                double average = Arrays.stream(norms, 0, 25).average().orElseThrow();
                mean = average;
                variance = Arrays.stream(norms, 0, 25)
                        .map(x -> (x - average) * (x - average))
                        .average()
                        .orElseThrow();
            }
            assertThat(history.after(norms[k])).as("update %d", k).isCloseTo(Math.min(nu, 2), within(1e-6 * norms[k]));
        }
        assertThat(spikes).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-clip", "z-clip"})
    void whatIsNotFiniteIsNotRemembered(String name) {
        Entry<ClippingScheme> entry = Clippings.named(name);
        History poisoned = new History(entry, Settings.NONE);
        History spared = new History(entry, Settings.NONE);
        for (double norm : Arrays.copyOf(norms(), 60)) {
            assertThat(poisoned.after(Double.NaN)).isNaN();
            assertThat(poisoned.after(Double.POSITIVE_INFINITY)).isInfinite();
            assertThat(poisoned.after(norm)).isEqualTo(spared.after(norm));
        }
    }

    /** Norms around 1 that drift, with a spike now and then. */
    private static double[] norms() {
        RandomStream random = new RandomStream(3);
        double[] norms = new double[UPDATES];
        for (int k = 0; k < UPDATES; k++) {
            norms[k] = (float) ((1 + 0.002 * k) * random.uniform(0.5, 1.5) * (k % 29 == 28 ? 6 : 1));
        }
        return norms;
    }

    /** One scheme over a sequence of gradients with given norms. */
    private static final class History {

        final Memory memory = new Memory(Run.vector(0f, 0f).layout());
        private final Clipping clipping;
        private final Step step = Run.step(new Constant(), UPDATES);
        private long index;

        History(Entry<ClippingScheme> entry, Settings settings) {
            clipping = entry.create(settings).at(1);
        }

        /** Returns the norm after clipping of a gradient of that norm. */
        double after(double norm) {
            Parameters gradient = Run.vector((float) norm, 0f);
            step.moveTo(index++);
            clipping.perUpdate().apply(gradient, gradient, memory, step);
            return gradient.data()[0];
        }
    }

    /** A gradient over the weights [6 0.75; 8 1], whose columns have the norms 10 and 1.25. */
    private static float[] adapted(Settings settings, Role role, float... elements) {
        Parameters gradient = square(role, elements);
        apply(AdaptiveClipping.ENTRY.create(settings), gradient, square(role, 6, 0.75f, 8, 1));
        return gradient.data();
    }

    private static void apply(ClippingScheme scheme, Parameters gradient, Parameters theta) {
        scheme.at(1)
                .perUpdate()
                .apply(gradient, theta, new Memory(gradient.layout()), Run.step(new Constant(), UPDATES));
    }

    private static Parameters square(Role role, float... elements) {
        Parameters square =
                new Parameters(ParameterLayout.builder().add("w", 2, 2, role).build());
        System.arraycopy(elements, 0, square.data(), 0, elements.length);
        return square;
    }
}

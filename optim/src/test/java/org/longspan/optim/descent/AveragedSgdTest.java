package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;

class AveragedSgdTest {

    private static final Optimizer UNIFORM = AveragedSgd.of(0.1, 0, 0);

    private final RandomStream random = new RandomStream(5);

    private static float answer(Optimizer optimizer, Run run) {
        return optimizer.answer(run.theta, run.memory).data()[0];
    }

    /** The gradient of ½(θ − a)² with a normal around 0. */
    private FieldOracle noisy() {
        float[] centre = Run.normal(random, 1, 1);
        return new FieldOracle((theta, gradient) -> {
            gradient.data()[0] = theta.data()[0] - centre[0];
            return 0;
        });
    }

    @Test
    void theIteratesAreThoseOfDescentBitForBit() {
        FieldOracle quadratic = FieldOracle.quadratic(1f, 0.1f);
        Run averaged = new Run(UNIFORM, 1f, 2f);
        Run sgd = new Run(Sgd.withRate(0.1), 1f, 2f);
        for (int k = 0; k < 50; k++) {
            assertThat(averaged.advance(quadratic).theta.data())
                    .containsExactly(sgd.advance(quadratic).theta.data());
        }
    }

    @Test
    void theAnswerIsTheStartBeforeTheFirstUpdateAndTheIterateAfterIt() {
        Run run = new Run(UNIFORM, 2f);
        assertThat(answer(UNIFORM, run)).isEqualTo(2f);
        run.advance(1f);
        assertThat(answer(UNIFORM, run)).isEqualTo(run.theta.data()[0]);
    }

    /** Of 10 updates with α = 0.45 the first four, 0 to 3, are left out; a plateau before that leaves no trace. */
    @Test
    void beforeTheStartTheAnswerIsTheIterateAndThenTheMeanOfThoseSince() {
        Optimizer late = AveragedSgd.of(1, 0.45, 0);
        Run run = new Run(late, new Constant(), 10, 100f);
        float[] expected = {99, 98, 97, 96, 95, 94.5f, 94, 93.5f, 93, 92.5f}; // means of 95, of 95 and 94, …
        for (float answer : expected) {
            run.advance(1f);
            assertThat(answer(late, run)).isEqualTo(answer);
        }
    }

    @Test
    void theDefaultsLeaveOutTheFirstHalf() {
        Optimizer published = AveragedSgd.ENTRY.create(Settings.NONE.with("learning-rate", 1));
        Run run = new Run(published, new Constant(), 6, 0f);
        for (int k = 0; k < 6; k++) {
            run.advance(k < 3 ? 0f : -3f);
        }
        assertThat(answer(published, run)).as("of 3, 6 and 9").isEqualTo(6f);
    }

    /** Long enough that additions of size 1/t would be lost to rounding; their sum is not. */
    @Test
    void theAnswerIsTheMeanOfTheIterates() {
        Run run = new Run(UNIFORM, 3f);
        double sum = 0;
        for (int t = 1; t <= 200_000; t++) {
            run.advance(noisy());
            sum += run.theta.data()[0];
            if (t % 10_000 == 0) {
                assertThat((double) answer(UNIFORM, run)).isCloseTo(sum / t, within(1e-7));
            }
        }
    }

    /** γ = 1 weighs iterate t by t, γ = 2 by t(t + 1)/2: the binomial weights of Shamir and Zhang. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withGammaTheWeightOfAnIterateIsAPowerOfItsIndex(int gamma) {
        Optimizer optimizer = AveragedSgd.of(0.1, 0, gamma);
        Run run = new Run(optimizer, 3f);
        double sum = 0;
        double weights = 0;
        for (int t = 1; t <= 300; t++) {
            run.advance(noisy());
            double weight = 1;
            for (int i = 0; i < gamma; i++) {
                weight *= (double) (t + i) / (i + 1);
            }
            sum += weight * run.theta.data()[0];
            weights += weight;
            assertThat((double) answer(optimizer, run)).isCloseTo(sum / weights, within(1e-6));
        }
    }

    /** Polyak and Juditsky: the mean of t iterates has a variance of order 1/t, the last one that of the noise. */
    @Test
    void theMeanIsNearerToTheMinimumThanTheIterates() {
        Run run = new Run(UNIFORM, 0f);
        double iterate = 0;
        double mean = 0;
        for (int t = 1; t <= 20_000; t++) {
            run.advance(noisy());
            if (t > 10_000) {
                iterate += run.theta.data()[0] * run.theta.data()[0];
                mean += answer(UNIFORM, run) * answer(UNIFORM, run);
            }
        }
        assertThat(iterate / 10_000).as("η/(2 − η)").isCloseTo(0.1 / 1.9, within(0.01));
        assertThat(mean).isLessThan(iterate / 100);
    }

    @Test
    void anUpdateThatIsPassedOverDoesNotCount() {
        Run run = new Run(UNIFORM, 0f);
        run.under(HoldStill.SKIP);
        run.advance(-10f).advance(Float.NaN).advance(Float.NaN).advance(-10f);
        assertThat((double) answer(UNIFORM, run)).isCloseTo((1 + 2) / 2.0, within(1e-6));
    }
}

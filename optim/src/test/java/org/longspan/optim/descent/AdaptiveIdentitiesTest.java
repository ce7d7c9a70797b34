package org.longspan.optim.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.optim.FieldOracle;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.clip.Normalize;

/** The known properties of each method with a step for every coordinate, under its name in the catalogue. */
class AdaptiveIdentitiesTest {

    private static final float[] START = {1.3f, -0.2f, 0.7f, -2.9f, 1e-3f};
    private static final float[] LAMBDA = {1f, 0.1f, 3f, 0.01f, 10f};
    private static final float[] GRADIENT = {3f, -1e-3f, 1e4f, -7e-6f, 0f};

    private final RandomStream random = new RandomStream(7);

    private static void assertFirstStepIsTheSign(Optimizer optimizer, double length) {
        Run run = new Run(optimizer, new float[GRADIENT.length]);
        run.advance(GRADIENT);
        for (int i = 0; i < GRADIENT.length; i++) {
            double step = -length * Math.signum(GRADIENT[i]);
            assertThat((double) run.theta.data()[i]).isCloseTo(step, within(1e-6 * length));
        }
    }

    @Test
    void theFirstStepKnowsOnlyTheSignOfTheGradient() {
        assertFirstStepIsTheSign(Adagrad.of(0.01, 1e-12), 0.01);
        assertFirstStepIsTheSign(Adadelta.of(1, 0.9, 1e-20), 1e-10 / Math.sqrt(0.1));
        assertFirstStepIsTheSign(RmsPropCentered.of(0.01, 0.75, 0.5, 1e-12), 0.01 / Math.sqrt(0.25 - 0.25 * 0.25));
        assertFirstStepIsTheSign(AmsGrad.of(0.01, 0.9, 0.999, 1e-12), 0.01);
        assertFirstStepIsTheSign(Adamax.of(0.01, 0.9, 0.999, 1e-12), 0.01);
        assertFirstStepIsTheSign(Lion.of(0.01, 0.9, 0.99, 0), 0.01);
        assertFirstStepIsTheSign(Rprop.of(new Rprop(0.01, 0.5, 1.2, 1e-6, 50)), 0.01);
    }

    @Test
    void adagradUnderAConstantGradientFallsWithTheRootOfTheUpdates() {
        Run run = new Run(Adagrad.of(0.01, 1e-12), 0f);
        for (int k = 1; k <= 400; k++) {
            run.advance(-7f);
            assertThat(run.report.updateNorm).isCloseTo(0.01 / Math.sqrt(k), within(1e-8));
        }
    }

    @Test
    void adadeltasStepsHaveTheUnitOfTheWeights() {
        Run run = new Run(Adadelta.of(1, 0.9, 1e-30), START);
        Run scaled = new Run(Adadelta.of(1, 0.9, 1e-30), START);
        for (int k = 0; k < 50; k++) {
            float[] gradient = Run.normal(random, START.length, 1);
            run.advance(gradient);
            scaled.advance(times(0x1p10f, gradient));
            assertThat(scaled.theta.data()).containsExactly(run.theta.data());
        }
    }

    @Test
    void centredRmspropDividesByTheDeviationWhateverTheMean() {
        Run centered = new Run(RmsPropCentered.of(1e-3, 0.999, 0, 1e-12), 0f);
        Run plain = new Run(RmsProp.of(1e-3, 0.999, 1e-12), 0f);
        for (int k = 0; k < 20000; k++) {
            float g = k % 2 == 0 ? 4 : 2; // a mean of 3, a deviation of 1
            centered.advance(g);
            plain.advance(g);
        }
        assertThat(centered.report.updateNorm).isCloseTo(1e-3 * 2 / 1, within(2e-5));
        assertThat(plain.report.updateNorm).isCloseTo(1e-3 * 2 / Math.sqrt(10), within(2e-5));
    }

    @Test
    void centredRmspropTakesAVarianceThatRoundsBelowZeroForZero() {
        Run run = new Run(RmsPropCentered.of(1e-6, 0.9, 0, 1), 0f);
        for (int k = 0; k < 3000; k++) {
            run.advance(0.1f);
            assertThat(run.theta.data()[0]).isNotNaN();
        }
        assertThat(run.report.updateNorm).as("ηg/ε").isCloseTo(1e-7, within(1e-9));
    }

    @Test
    void amsgradIsAdamBitForBitWhileGradientsGrow() {
        Run adam = new Run(Adam.of(0.01, 0.9, 0.999, 1e-8), START);
        Run amsGrad = new Run(AmsGrad.of(0.01, 0.9, 0.999, 1e-8), START);
        for (int k = 1; k <= 100; k++) {
            float[] gradient = {k, -k, k % 2 == 0 ? k : -k, 0.5f * k, -3 * k};
            adam.advance(gradient);
            amsGrad.advance(gradient);
            assertThat(amsGrad.theta.data()).containsExactly(adam.theta.data());
        }
    }

    @Test
    void amsgradKeepsTheLargestMomentWhereAdamForgetsIt() {
        Run run = new Run(AmsGrad.of(0.01, 0, 0.9, 1e-12), 0f);
        run.advance(10f);
        double largest = 0.1 * 10 * 10; // (1 − β₂)g² of the first update, never reached again
        for (int t = 2; t <= 60; t++) {
            run.advance(1f);
            double root = Math.sqrt(largest / (1 - StrictMath.pow(0.9, t)));
            assertThat(run.report.updateNorm).isCloseTo(0.01 / root, within(1e-8));
        }
    }

    @Test
    void adamwWithoutDecayIsAdamBitForBit() {
        FieldOracle quadratic = FieldOracle.quadratic(LAMBDA);
        Run adam = new Run(Adam.of(0.01, 0.9, 0.999, 1e-8), START);
        Run adamW = new Run(AdamW.of(0.01, new Adam(0.9, 0.999, 1e-8), 0), START);
        for (int k = 0; k < 300; k++) {
            adam.advance(quadratic);
            assertThat(adamW.advance(quadratic).theta.data()).containsExactly(adam.theta.data());
        }
    }

    @Test
    void withoutAGradientDecayShrinksWeightsByItsShareOfTheRate() {
        for (Optimizer decaying :
                new Optimizer[] {AdamW.of(0.1, new Adam(0.9, 0.999, 1e-8), 0.2), Lion.of(0.1, 0.9, 0.99, 0.2)}) {
            Run run = new Run(decaying, 2f, -3f);
            for (int k = 0; k < 10; k++) {
                run.advance(0f, 0f);
            }
            double left = StrictMath.pow(1 - 0.1 * 0.2, 10);
            assertThat((double) run.theta.data()[0]).isCloseTo(2 * left, within(1e-6));
            assertThat((double) run.theta.data()[1]).isCloseTo(-3 * left, within(1e-6));
        }
    }

    @Test
    void adamaxNeverStepsFurtherThanAboutTheLearningRate() {
        Run run = new Run(Adamax.of(0.01, 0.9, 0.999, 1e-8), 0f);
        double bound = 0.01 * (1 - 0.9) / (1 - 0.9 / 0.999); // the sum of (1 − β₁)(β₁/β₂)ⁱ
        for (int k = 0; k < 2000; k++) {
            run.advance(Run.normal(random, 1, k % 100 == 0 ? 1000 : 1));
            assertThat(run.report.updateNorm).isLessThan(bound * (1 + 1e-6));
        }
    }

    @Test
    void nadamsMomentumClimbsSoItsFirstStepUnderAConstantGradientIsTheSmallest() {
        double ratio = StrictMath.pow(0.96, 0.004);
        Run run = new Run(NAdam.of(0.01, new NAdam(0.9, 0.999, 1e-12, ratio)), 0f);
        run.advance(5f);
        double mu1 = 0.9 * (1 - 0.5 * ratio);
        double mu2 = 0.9 * (1 - 0.5 * ratio * ratio);
        assertThat(run.report.updateNorm).isCloseTo(0.01 * (1 + mu2 * 0.1 / (1 - mu1 * mu2)), within(1e-8));
        for (int k = 0; k < 300; k++) {
            run.advance(5f);
        }
        assertThat(run.report.updateNorm)
                .as("(1 − μ) + μ where m has come to g and Π to 0")
                .isCloseTo(0.01, within(1e-4));
    }

    /** ρₜ passes 5 at the sixth update where β₂ = 0.999. */
    @Test
    void radamBeginsWithFiveStepsOfMomentumCorrectedForItsStart() {
        Run run = new Run(RAdam.of(0.01, 0.9, 0.999, 1e-8), 0f);
        double m = 0;
        double theta = 0;
        for (int t = 1; t <= 5; t++) {
            float g = 100 * t;
            run.advance(g);
            m = 0.9 * m + 0.1 * g;
            theta -= 0.01 * m / (1 - StrictMath.pow(0.9, t));
            assertThat((double) run.theta.data()[0]).isCloseTo(theta, within(1e-5));
        }
        run.advance(600f);
        assertThat(run.report.updateNorm).as("divided from now on").isLessThan(0.01);
    }

    @Test
    void radamComesToBeAdam() {
        Run adam = new Run(Adam.of(0.01, 0.9, 0.9, 1e-12), 0f);
        Run rAdam = new Run(RAdam.of(0.01, 0.9, 0.9, 1e-12), 0f);
        for (int k = 0; k < 400; k++) {
            float[] gradient = Run.normal(random, 1, 1);
            adam.advance(gradient);
            rAdam.advance(gradient);
        }
        assertThat(rAdam.report.updateNorm).isCloseTo(adam.report.updateNorm, within(1e-8));
    }

    @Test
    void lionMovesEveryCoordinateByTheLearningRateOrNotAtAll() {
        Run run = new Run(Lion.of(0.01, 0.9, 0.99, 0), new float[5]);
        for (int k = 0; k < 100; k++) {
            float[] before = run.theta.data().clone();
            run.advance(Run.normal(random, 5, 1));
            for (int i = 0; i < before.length; i++) {
                assertThat((double) Math.abs(run.theta.data()[i] - before[i])).isCloseTo(0.01, within(1e-7));
            }
        }
        Run still = new Run(Lion.of(0.01, 0.9, 0.99, 0), 1f);
        assertThat(still.advance(0f).theta.data()).containsExactly(1f);
    }

    @Test
    void lionsMemoryDecidesAgainstASmallGradientOfTheOtherSign() {
        Run run = new Run(Lion.of(0.01, 0.9, 0.99, 0), 0f);
        run.advance(100f); // m = 1
        run.advance(-8f); // 0.9 − 0.8 > 0
        assertThat((double) run.theta.data()[0]).isCloseTo(-0.02, within(1e-8));
        run.advance(-9f); // m = 0.91: 0.819 − 0.9 < 0
        assertThat((double) run.theta.data()[0]).isCloseTo(-0.01, within(1e-8));
    }

    @Test
    void rpropsStepsGrowWithoutATurnAndPauseAndShrinkAtOne() {
        Run run = new Run(Rprop.of(new Rprop(0.1, 0.5, 1.2, 1e-6, 0.15)), 0f);
        double[] lengths = {0.1, 0.12, 0.144, 0.15, 0, 0.075, 0.09};
        float[] gradients = {1, 7, 0.1f, 1, -1, -1, -1};
        for (int k = 0; k < gradients.length; k++) {
            run.advance(gradients[k]);
            assertThat(run.report.updateNorm).as("update %d", k).isCloseTo(lengths[k], within(1e-7));
        }
    }

    @Test
    void noneSeesTheScaleOfTheGradient() {
        double ratio = StrictMath.pow(0.96, 0.004);
        Optimizer[] methods = {
            Adagrad.of(0.01, 1e-20),
            RmsPropCentered.of(0.001, 0.95, 0.9, 1e-20),
            AmsGrad.of(0.01, 0.9, 0.999, 1e-20),
            Adamax.of(0.01, 0.9, 0.999, 1e-20),
            NAdam.of(0.01, new NAdam(0.9, 0.999, 1e-20, ratio)),
            Lion.of(0.01, 0.9, 0.99, 0),
            Rprop.of(new Rprop(0.01, 0.5, 1.2, 1e-6, 50)),
            NormalizedGradient.withRate(0.01)
        };
        for (Optimizer method : methods) {
            Run plain = new Run(method, START);
            Run scaled = new Run(method, START);
            for (int k = 0; k < 50; k++) {
                float[] gradient = Run.normal(random, START.length, 1);
                plain.advance(gradient);
                scaled.advance(times(0x1p10f, gradient)); // a power of two scales without rounding
                assertThat(scaled.theta.data()).containsExactly(plain.theta.data());
            }
        }
    }

    @Test
    void aNormalizedStepHasTheLengthOfTheRateAndTheDirectionOfTheGradient() {
        for (float scale : new float[] {1e-17f, 1, 1e30f}) {
            float[] gradient = times(scale, new float[] {3, -4, 0, 12});
            Run run = new Run(NormalizedGradient.withRate(0.26), new float[4]);
            run.advance(gradient);
            assertThat(run.report.updateNorm).isCloseTo(0.26, within(1e-7));
            assertThat((double) run.theta.data()[0]).isCloseTo(-0.06, within(1e-8));
            assertThat((double) run.theta.data()[3]).isCloseTo(-0.24, within(1e-7));
        }
    }

    @Test
    void normalizedDescentIsDescentUnderTheClippingThatNormalizes() {
        Run method = new Run(NormalizedGradient.withRate(0.1), START);
        Run clipped = new Run(Sgd.withRate(0.1), START);
        clipped.under(new Normalize(1).at(1));
        for (int k = 0; k < 50; k++) {
            float[] gradient = Run.normal(random, START.length, 10);
            method.advance(gradient);
            assertThat(clipped.advance(gradient).theta.data()).containsExactly(method.theta.data());
        }
    }

    private static float[] times(float factor, float[] gradient) {
        float[] scaled = gradient.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}

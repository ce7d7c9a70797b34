package org.longspan.optim.secondorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.optim.Clipping;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Run;
import org.longspan.optim.clip.ClipByGlobalNorm;
import org.longspan.optim.clip.ClipByValue;
import org.longspan.optim.clip.ClipSignalByNorm;

class HessianFreeTest {

    private static final int N = 20;

    private static Settings undamped() {
        return Settings.NONE
                .with("damping", 0)
                .with("structural-damping", 0)
                .with("cg-tolerance", 0)
                .with("cg-iterations", 100);
    }

    private static Optimizer create(Settings settings) {
        return HessianFree.ENTRY.create(settings);
    }

    @Test
    void undampedAndRunToItsEndItSolvesAQuadraticInOneStep() {
        MatrixOracle oracle = MatrixOracle.random(N, 100, 1);
        Run run = new Run(create(undamped()), new float[N]).advance(oracle);
        double error = 0;
        double size = 0;
        for (int i = 0; i < N; i++) {
            error += Math.pow(run.theta.data()[i] - oracle.minimum[i], 2);
            size += Math.pow(oracle.minimum[i], 2);
        }
        assertThat(Math.sqrt(error / size)).isLessThan(1e-4);
        assertThat(run.report.stepLength).isEqualTo(1);
        assertThat(run.report.reductionRatio).isCloseTo(1, within(1e-4));
    }

    /** In one dimension δ = −g / (a + λ + λμ d): at θ = 0, g = −8; 8 / (4 + 0.5 + 0.5 · 3 · 1) = 4/3. */
    @Test
    void dampingOfWeightsAndOfHiddenStatesShortensTheStep() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{4}}, 2);
        oracle.hiddenCurvature = 1;
        Run run = new Run(create(undamped().with("damping", 0.5).with("structural-damping", 3)), 0f).advance(oracle);
        assertThat((double) run.theta.data()[0]).isCloseTo(4 / 3.0, within(1e-6));
        assertThat(oracle.asked).isEqualTo(new Curvature.GaussNewton(1.5));
        assertThat(run.report.damping).isEqualTo(0.5);
    }

    @Test
    void whatIsDampedIsTheMatchingLossOrWhereAPlanSaysSoTheSquaredDistance() {
        for (Curvature.Divergence divergence : Curvature.Divergence.values()) {
            Settings settings = divergence == Curvature.Divergence.MATCHING
                    ? Settings.NONE
                    : Settings.NONE.with("divergence", "squared");
            MatrixOracle oracle = MatrixOracle.random(3, 10, 2);
            new Run(create(settings), new float[3]).advance(oracle);
            assertThat(oracle.asked)
                    .as("λμ of the release")
                    .isEqualTo(new Curvature.GaussNewton(0.01 * 0.03, divergence));
        }
    }

    /** f falls from 8 by 8 − ½ · 4 · (2/3)² = 64/9; the model, damping included, by ½ · 8 · 4/3 = 16/3: ρ = 4/3. */
    @Test
    void theRatioIsAgainstTheModelWithItsDamping() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{4}}, 2);
        oracle.hiddenCurvature = 1;
        Run run = new Run(create(undamped().with("damping", 0.5).with("structural-damping", 3)), 0f).advance(oracle);
        assertThat(run.report.reductionRatio).isCloseTo(4 / 3.0, within(1e-6));
        run.advance(oracle);
        assertThat(run.report.damping).as("ρ > ¾").isCloseTo(0.5 / 1.5, within(1e-15));
    }

    @Test
    void aRatioIsPoorWhereTheFunctionRoseAndNoNumberWhereNothingWasPromised() {
        assertThat(HessianFree.ratio(-3, -4)).isEqualTo(0.75);
        assertThat(HessianFree.ratio(1e-9, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(HessianFree.ratio(0, 0)).isNaN();
    }

    @Test
    void levenbergMarquardtClimbsAndDescendsByItsRule() {
        assertThat(LevenbergMarquardt.next(5, 0.2)).isEqualTo(6);
        assertThat(LevenbergMarquardt.next(5, 0.25)).isEqualTo(5);
        assertThat(LevenbergMarquardt.next(5, 0.75)).isEqualTo(5);
        assertThat(LevenbergMarquardt.next(5, 0.76)).isEqualTo(4);
        assertThat(LevenbergMarquardt.next(5, Double.NaN)).isEqualTo(6);
        assertThat(LevenbergMarquardt.next(5, Double.NEGATIVE_INFINITY)).isEqualTo(6);
        assertThat(LevenbergMarquardt.next(60, 0)).as("the ladder ends").isEqualTo(60);
        assertThat(LevenbergMarquardt.next(-60, 1)).isEqualTo(-60);
        LevenbergMarquardt ladder = new LevenbergMarquardt(0.01, 0.5, Curvature.Divergence.SQUARED);
        assertThat(ladder.lambda(0)).isEqualTo(0.01);
        assertThat(ladder.lambda(2)).isCloseTo(0.0225, within(1e-15));
        assertThat(ladder.lambda(-1)).isCloseTo(0.01 * 2 / 3, within(1e-15));
        assertThat(ladder.matrix(2))
                .isEqualTo(new Curvature.GaussNewton(ladder.lambda(2) * 0.5, Curvature.Divergence.SQUARED));
    }

    /** With 0 iterations the only iterate is the start: 0.95 of the last one, which need not be what θ moved by. */
    @Test
    void conjugateGradientBeginsNearWhereItEnded() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{1, 0}, {0, 1}}, 8, -4);
        Place place = new Place(oracle, 0, 0);
        place.memory.vector(HessianFree.LAST_ITERATE).data()[0] = 2;
        undamped(0).descend(place.descent);
        assertThat(place.theta.data()).containsExactly(1.9f, 0f);
        assertThat(place.memory.vector(HessianFree.LAST_ITERATE).data()).containsExactly(1.9f, 0f);
    }

    @Test
    void whatIsRememberedIsTheLastIterateNotTheOneThatBacktrackingChose() {
        MatrixOracle oracle = MatrixOracle.random(N, 1e4, 2);
        Place place = new Place(oracle, new float[N]);
        oracle.seen = loss -> oracle.losses <= 2 ? -loss : loss; // of iterates 10 and 15 the worse one looks best
        undamped(15).descend(place.descent);
        Iterates iterates = place.memory.workspace(Iterates.class, Iterates::new);
        assertThat(iterates.count()).isEqualTo(2);
        assertThat(place.theta.data()).containsExactly(iterates.kept(0).data());
        assertThat(place.memory.vector(HessianFree.LAST_ITERATE).data())
                .containsExactly(iterates.kept(1).data());
    }

    private static HessianFree undamped(int iterations) {
        return new HessianFree(
                new HessianFreeSize(4, 1, iterations),
                new ConjugateGradient(iterations, 0),
                new LevenbergMarquardt(0, 0, Curvature.Divergence.MATCHING),
                0.95,
                new JacobiPreconditioner(0));
    }

    @Test
    void backtrackingTakesTheBestOfTheKeptIterates() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{1}}, 5);
        Place place = new Place(oracle, 0);
        Iterates way = new Iterates(place.memory);
        way.begin(40);
        float[] iterates = {2f, 4.5f, 7f, 9f}; // their distances from 5: 3, ½, 2, 4
        Parameters x = Run.vector(0);
        for (int i = 1; i <= 35; i++) {
            x.data()[0] = iterates[Math.min(i / 10, 3)];
            if (i % 10 == 0) {
                x.data()[0] = iterates[i / 10 - 1];
            }
            way.add(i, -i, x);
        }
        x.data()[0] = iterates[3];
        way.end(x);
        assertThat(way.count()).isEqualTo(4);
        int best = way.best(place.descent, oracle);
        assertThat(way.kept(best).data()).containsExactly(4.5f);
        assertThat(way.value(best)).isEqualTo(-20);
        assertThat(way.value(3)).isEqualTo(-35);
    }

    /** From 0, f = (θ − 1)² falls along 3.6 while 3.6 α < 2, and the first 0.8^i under 0.5556 is 0.8³ = 0.512. */
    @Test
    void theLineSearchShortensUntilTheFunctionFalls() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{2}}, 1);
        Place place = new Place(oracle, 0);
        Parameters delta = Run.vector(3.6f);
        assertThat(HessianFree.length(place.descent, oracle, delta)).isCloseTo(0.512, within(1e-15));
        assertThat(place.report.losses).as("at 0, 1, 0.8, 0.64, 0.512").isEqualTo(5);
        assertThat(HessianFree.length(place.descent, oracle, Run.vector(-1f))).isZero();
    }

    @Test
    void whereNothingFallsThetaStaysAndTheNextStartIsZero() {
        MatrixOracle oracle = MatrixOracle.random(5, 10, 4);
        oracle.seen = loss -> 1; // nothing that it does shows
        Run run = new Run(create(Settings.NONE), new float[5]);
        run.memory.vector(HessianFree.LAST_ITERATE).data()[1] = 0.5f;
        run.advance(oracle);
        assertThat(run.theta.data()).containsOnly(0f);
        assertThat(run.report.updateNorm).isZero();
        assertThat(run.report.stepLength).isZero();
        assertThat(run.memory.vector(HessianFree.LAST_ITERATE).data()).containsOnly(0f);
    }

    @Test
    void everyCallOfTheOracleIsReported() {
        MatrixOracle oracle = MatrixOracle.random(N, 1e3, 6);
        Run run = new Run(create(Settings.NONE.with("preconditioner-products", 3)), new float[N]);
        int products = 0;
        for (int k = 0; k < 5; k++) {
            oracle.gradients = 0;
            oracle.losses = 0;
            oracle.products = 0;
            run.advance(oracle);
            assertThat(run.report.gradients).isEqualTo(oracle.gradients).isEqualTo(2);
            assertThat(run.report.losses).isEqualTo(oracle.losses);
            assertThat(run.report.products).isEqualTo(oracle.products);
            products += oracle.products - run.report.iterations - 3;
            assertThat(run.report.solved).isTrue();
        }
        assertThat(products)
                .as("one at each start but the first, which is zero")
                .isEqualTo(4);
    }

    /** The penalty ½ · 3 θ² moves the minimum of ½ (θ − 4)² from 4 to 1, and counts in both searches. */
    @Test
    void thePenaltyIsPartOfWhatFalls() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{1}}, 4);
        oracle.penalty = 3;
        Run run = new Run(create(undamped()), 0f).advance(oracle);
        assertThat((double) run.theta.data()[0]).isCloseTo(1, within(1e-6));
        assertThat(run.report.reductionRatio).isCloseTo(1, within(1e-6));
        assertThat(run.report.loss).as("apart from the penalty").isEqualTo(8);
    }

    /** Along the gradient, a clip of the right-hand side by its norm is one of the step; ρ is the function's own. */
    @Test
    void clippingShortensTheRightHandSide() {
        MatrixOracle oracle = new MatrixOracle(new double[][] {{2}}, 5); // g = −10
        Run run = new Run(create(undamped()), 0f);
        run.under(absolute(1));
        run.advance(oracle);
        assertThat((double) run.theta.data()[0]).isCloseTo(0.5, within(1e-6));
        assertThat(run.report.gradientNorm).isEqualTo(10);
        assertThat(run.report.clippedNorm).isCloseTo(1, within(1e-6));
        assertThat(run.report.reductionRatio).isCloseTo(1, within(1e-6));
    }

    private static Clipping absolute(double threshold) {
        return ClipByGlobalNorm.ENTRY
                .create(Settings.NONE.with("threshold", threshold).with("relative-to", "absolute"))
                .at(1);
    }

    @Test
    void clippingInsideBackPropagationIsRefusedAndOfTheGradientIsNot() {
        Optimizer method = create(Settings.NONE);
        assertThat(method.refuses(absolute(1))).isEmpty();
        assertThat(method.refuses(ClipByValue.ENTRY.create(Settings.NONE).at(1)))
                .isEmpty();
        assertThat(method.refuses(ClipSignalByNorm.ENTRY.create(Settings.NONE).at(1)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("inside back-propagation"));
    }

    @Test
    void aSizeIsNamedAndSingleNumbersOfItChanged() {
        assertThat(create(Settings.NONE).sequencesPerStep(20)).isEqualTo(10_000);
        assertThat(create(Settings.NONE.with("size", "small")).sequencesPerStep(20))
                .isEqualTo(500);
        assertThat(create(Settings.NONE.with("size", "small")).sequencesAtOnce(20))
                .isEqualTo(100);
        Optimizer changed = create(Settings.NONE.with("size", "small").with("curvature-sequences", 300));
        assertThat(changed.sequencesPerStep(20)).as("three batches").isEqualTo(900);
    }
}

package org.longspan.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.clip.Median;
import org.longspan.task.Split;

class TrainerTest {

    private static final Trial EASY = Trials.with(
            Trials.of("adam", Map.of("learning-rate", 0.03), "none", Map.of()), new Budget(10, 1000, 1_000_000));

    private static final Choice OMEGA = new Choice("omega", new Settings(Map.of("alpha", 1.0, "form", "code")));

    @Test
    void aResultIsAFunctionOfTheTrial() {
        assertThat(Trials.run(EASY)).isEqualTo(Trials.run(EASY));
    }

    @Test
    void aSharedBenchChangesNothing() {
        Trial clipped = Trials.of("sgd", Map.of("learning-rate", 0.1), "global-norm", Map.of("threshold", 0.5));
        Trainer shared = new Trainer(Trials.bench());
        TrialResult first = shared.run(clipped);
        assertThat(shared.run(clipped)).isEqualTo(first).isEqualTo(Trials.run(clipped));
    }

    @Test
    void aSolvedTrialIsChargedUpToTheFirstOfThreeEvaluations() {
        TrialResult result = Trials.run(EASY);
        assertThat(result.outcome()).isInstanceOf(Outcome.Solved.class);
        Outcome.Solved solved = (Outcome.Solved) result.outcome();
        List<CurvePoint> curve = result.curve();
        List<CurvePoint> lastThree = curve.subList(curve.size() - 3, curve.size());
        assertThat(lastThree).allMatch(point -> point.validationMeasure() <= 0.01);
        assertThat(lastThree.get(0).updates()).isEqualTo(solved.updates());
        assertThat(solved.sequenceForwards()).isEqualTo(solved.updates() * 3 * 10);
        assertThat(result.costs().sequenceForwards()).isEqualTo((solved.updates() + 20) * 3 * 10);
        assertThat(solved.testMeasure()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void evaluationsAreCountedApart() {
        TrialResult result = Trials.run(EASY);
        assertThat(result.costs().evaluationSequenceForwards())
                .isEqualTo(result.curve().size() * 40L + 100);
    }

    @Test
    void theCurveBeginsBeforeAnyUpdateAndEndsWithTheBudget() {
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, new Budget(10, 25, 1_000_000)));
        assertThat(result.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(result.curve()).extracting(CurvePoint::updates).containsExactly(0L, 10L, 20L, 25L);
        CurvePoint first = result.curve().get(0);
        assertThat(first.steps().trainLoss()).isNull();
        assertThat(first.validationLoss()).isPositive();
    }

    @Test
    void aCapOnCostEndsATrialToo() {
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, new Budget(10, 1000, 12 * 30)));
        assertThat(result.outcome()).isEqualTo(new Outcome.BudgetSpent());
        assertThat(result.costs().updates()).isEqualTo(12);
        assertThat(result.costs().sequenceForwards()).isEqualTo(360);
    }

    @Test
    void measuringAUnitIsChargedToTheTrial() {
        Trial clipped = Trials.of("sgd", Map.of("learning-rate", 0.1), "global-norm", Map.of("threshold", 1.0));
        TrialResult result = Trials.run(Trials.with(clipped, new Budget(10, 20, 1_000_000)));
        assertThat(result.costs().unitSequenceForwards()).isEqualTo(100 * 3 * 10);
        assertThat(result.costs().sequenceForwards()).isEqualTo((100 + 20) * 3 * 10);
        assertThat(result.thresholdUnits())
                .singleElement()
                .satisfies(unit -> assertThat(unit).isPositive());
        assertThat(result.curve().get(0).sequenceForwards()).isEqualTo(100 * 3 * 10);
    }

    static Stream<String> thresholded() {
        return Clippings.all().stream()
                .filter(entry -> entry.settings().stream()
                        .anyMatch(setting -> setting.name().equals("relative-to")))
                .map(Entry::name);
    }

    @ParameterizedTest
    @MethodSource("thresholded")
    void clippingAtInfinityIsNoClippingBitForBit(String clipping) {
        TrialResult none = Trials.run(Trials.PLAIN);
        TrialResult infinite = Trials.run(Trials.of(
                "sgd",
                Map.of("learning-rate", 0.1),
                clipping,
                Map.of("threshold", Double.POSITIVE_INFINITY, "relative-to", "absolute")));
        assertThat(infinite).isEqualTo(none);
    }

    @ParameterizedTest
    @MethodSource("thresholded")
    void aSmallThresholdClipsEveryUpdateAndTheCurveSaysSo(String clipping) {
        TrialResult result =
                Trials.run(Trials.of("sgd", Map.of("learning-rate", 0.1), clipping, Map.of("threshold", 0.01)));
        assertThat(result.curve().get(1).steps().clippedShare()).isEqualTo(1);
        assertThat(Trials.run(Trials.PLAIN).curve().get(1).steps().clippedShare())
                .isZero();
    }

    /**
     * The unit is the median over all sequences of 100 batches at the initial weights. Here it is computed from
     * gradients of single sequences.
     */
    @Test
    void theUnitOfClippingByExampleIsTheMedianNormOfOneSequencesGradient() {
        Trial trial = Trials.of("sgd", Map.of("learning-rate", 0.1), "example-norm", Map.of("threshold", 1.0));
        Workbench bench = Trials.bench();
        Network network = bench.network(trial.model(), trial.task());
        Parameters theta = network.initialize(Axes.weights(trial));
        Parameters gradient = new Parameters(network.layout());
        TaskObjective single = new TaskObjective(
                network, bench.task(trial.task()), Split.TRAIN, Axes.data(trial).value(), network.newWorkspace(1));
        double[] norms = new double[100 * trial.budget().batch()];
        for (int n = 0; n < norms.length; n++) {
            single.bind(n, 1).gradient(theta, GradientSeams.NONE, gradient);
            norms[n] = network.kernels().reductions().norm(gradient);
        }
        assertThat(Trials.run(trial).thresholdUnits())
                .singleElement(InstanceOfAssertFactories.DOUBLE)
                .isCloseTo(Median.of(norms), withinPercentage(1e-3));
    }

    @Test
    void theNumberOfTimeStepsIsAUnitThatCostsNothing() {
        TrialResult result = Trials.run(Trials.of("sgd", Map.of("learning-rate", 0.1), "divide-by-length", Map.of()));
        assertThat(result.thresholdUnits()).containsExactly(3.0);
        assertThat(result.costs().unitSequenceForwards()).isZero();
    }

    @Test
    void aHugeLearningRateDivergesForAReasonAndTheRecordIsStrictJson() {
        TrialResult result = Trials.run(Trials.of("sgd", Map.of("learning-rate", 1e30), "none", Map.of()));
        assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
        assertThat(result.curve())
                .allSatisfy(point -> assertThat(point.toString()).doesNotContain("NaN", "Infinity"));
    }

    @Test
    void lossesFarOffThreeTimesInARowEndATrial() {
        DivergenceRules strict = new DivergenceRules("fail", 1e10, 10, 1e-6, 3);
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, strict));
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverged(Outcome.Cause.FAR_OFF, 19));
        assertThat(result.curve()).hasSize(3);
    }

    @Test
    void hugeGradientsEndATrialAtTheirNumber() {
        DivergenceRules strict = new DivergenceRules("fail", 1e-9, 7, 1e3, 3);
        assertThat(Trials.run(Trials.with(Trials.PLAIN, strict)).outcome())
                .isEqualTo(new Outcome.Diverged(Outcome.Cause.GRADIENT_HUGE, 6));
    }

    @Test
    void aClippingWithoutItsSiteIsSkippedWithTheReason() {
        TrialResult result =
                Trials.run(Trials.of("sgd", Map.of("learning-rate", 0.1), "signal-norm", Map.of("site", "cell")));
        assertThat(result.outcome())
                .isEqualTo(new Outcome.Skipped(
                        "clipping signal-norm acts on the site cell, which model tanh-rnn does not have"));
        assertThat(result.costs().sequenceForwards()).isZero();
    }

    @Test
    void aGradientOfZeroHasNoUnitSoTheArmIsSkipped() {
        Choice silent = new Choice(
                "sparse",
                new Settings(Map.of(
                        "fan-in",
                        1.0,
                        "spectral-radius",
                        1e-30,
                        "input-scale",
                        1e-30,
                        "symbol-input-scale",
                        1e-30,
                        "output-scale",
                        1e-30)));
        ModelChoice model = Trials.PLAIN.model();
        Trial trial = Trials.with(
                Trials.of("sgd", Map.of("learning-rate", 0.1), "block-norm", Map.of("threshold", 1.0)),
                new ModelChoice(model.cell(), 4, 1, silent, model.regularizer()));
        TrialResult result = Trials.run(trial);
        assertThat(result.outcome()).isInstanceOf(Outcome.Skipped.class);
        assertThat(((Outcome.Skipped) result.outcome()).reason()).contains("block-norm", "0.0 at initialization");
    }

    @Test
    void aModelWhosePartsDoNotSuitItIsSkippedWithTheReason() {
        ModelChoice model = Trials.PLAIN.model();
        Choice orthogonal = new Choice("orthogonal", new Settings(Map.of("gain", 1.0)));
        for (ModelChoice unsuited : List.of(
                new ModelChoice(Trials.cell("lstm"), 4, 1, model.initialization(), OMEGA),
                new ModelChoice(Trials.cell("lru"), 4, 1, orthogonal, model.regularizer()),
                new ModelChoice(
                        Trials.cell("echo-state"),
                        4,
                        1,
                        model.initialization(),
                        model.regularizer(),
                        ModelChoice.LEARNED))) {
            TrialResult result = Trials.run(Trials.with(Trials.PLAIN, unsuited));
            assertThat(((Outcome.Skipped) result.outcome()).reason())
                    .contains(" does not suit model " + unsuited.cell().name() + ": ");
            assertThat(result.costs().sequenceForwards()).isZero();
        }
    }

    @Test
    void omegaHasAColumnOfItsOwnAndItsCostIsCounted() {
        ModelChoice model = Trials.PLAIN.model();
        ModelChoice omega = new ModelChoice(model.cell(), 4, 1, model.initialization(), OMEGA);
        TrialResult result = Trials.run(Trials.with(Trials.PLAIN, omega));
        assertThat(result.curve().get(0).steps().signalPenalty()).isNull();
        assertThat(result.curve().subList(1, result.curve().size()))
                .allMatch(point ->
                        point.steps().signalPenalty() > 0 && point.steps().signalPenalty() < 100);
        assertThat(result.costs().sequenceForwards()).isEqualTo(result.costs().updates() * 5 * 10);
        assertThat(Trials.run(Trials.PLAIN).curve())
                .allMatch(point -> point.steps().signalPenalty() == null);
    }

    @Test
    void aLearnedInitialStateIsTrainedFromTheSameWeights() {
        ModelChoice model = Trials.PLAIN.model();
        ModelChoice learned =
                new ModelChoice(model.cell(), 4, 1, model.initialization(), model.regularizer(), ModelChoice.LEARNED);
        TrialResult with = Trials.run(Trials.with(Trials.PLAIN, learned));
        TrialResult without = Trials.run(Trials.PLAIN);
        assertThat(with.parameters()).isEqualTo(without.parameters() + 4);
        assertThat(with.curve().get(0)).isEqualTo(without.curve().get(0));
        assertThat(with.curve().get(1).validationLoss())
                .isNotEqualTo(without.curve().get(1).validationLoss());
    }

    @Test
    void methodsThatNeedWhatAModelDoesNotGiveAreSkippedWithTheReason() {
        ModelChoice model = Trials.PLAIN.model();
        ModelChoice learned =
                new ModelChoice(model.cell(), 4, 1, model.initialization(), model.regularizer(), ModelChoice.LEARNED);
        Trial newton = Trials.of("saddle-free-newton", Map.of(), "none", Map.of());
        assertThat(Trials.run(Trials.with(newton, learned)).outcome())
                .isEqualTo(new Outcome.Skipped("optimizer saddle-free-newton needs products with the Hessian, which "
                        + "model tanh-rnn does not give"));
        ModelChoice omega = new ModelChoice(model.cell(), 4, 1, model.initialization(), OMEGA);
        for (String optimizer : List.of("hessian-free", "l-bfgs")) {
            Trial trial = Trials.of(optimizer, Map.of(), "none", Map.of());
            assertThat(Trials.run(Trials.with(trial, omega)).outcome())
                    .isEqualTo(new Outcome.Skipped("optimizer " + optimizer
                            + " needs the gradient of a function, which regularizer omega does not add"));
        }
    }

    @Test
    void omegaBesideAClippedSignalCostsABackwardPassMore() {
        Trial clipped = Trials.of(
                "sgd",
                Map.of("learning-rate", 0.1),
                "signal-norm",
                Map.of("threshold", 0.01, "relative-to", "absolute"));
        ModelChoice model = clipped.model();
        TrialResult result =
                Trials.run(Trials.with(clipped, new ModelChoice(model.cell(), 4, 1, model.initialization(), OMEGA)));
        assertThat(result.costs().sequenceForwards()).isEqualTo(result.costs().updates() * 6 * 10);
    }

    @Test
    void otherRootsAndRepetitionsGiveOtherWeights() {
        String weights = Trials.run(Trials.PLAIN).weights();
        assertThat(Trials.run(Trials.with(Trials.PLAIN, 1, 0)).weights()).isNotEqualTo(weights);
        assertThat(Trials.run(Trials.with(Trials.PLAIN, 0, 1)).weights()).isNotEqualTo(weights);
        assertThat(weights).matches("[0-9a-f]{64}");
    }
}
